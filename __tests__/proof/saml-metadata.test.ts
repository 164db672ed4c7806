import fc from "fast-check";

import { judgeMetadata, type MetadataJudgement } from "../../modules/aws/saml";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { makeCertificate, makeEllipticCertificate, makeKeys } from "../support/metadata";
import { type Faulty, type Mutation, MUTATIONS } from "./saml-metadata/mutations";
import { type Certificates, type Shape, SHAPES } from "./saml-metadata/shapes";

const NOW = new Date("2026-12-01T00:00:00Z");
/** Time of the processor that one document may take, in seconds. */
const MAX_SECONDS = 5;
/** The seed of what is changed at random. */
const SEED = 2026;

const figures: Figure[] = [];
let certificates: Certificates;
let faulty: Faulty;
let slowest = 0;

beforeAll(async () => {
  const make = (starts: string, ends: string, more: object = {}) =>
    makeCertificate({ bits: 1024, starts: new Date(starts), ends: new Date(ends), ...more });
  const [signing, next, other] = await Promise.all([
    make("2026-01-01", "2076-01-01"),
    make("2026-02-01", "2076-01-01"),
    make("2026-03-01", "2076-01-01"),
  ]);
  certificates = { signing, next, other };
  const { privateKey } = await makeKeys({ bits: 1024 });
  faulty = {
    expired: await make("2020-01-01", "2025-01-01"),
    future: await make("2027-01-01", "2076-01-01"),
    ending: await make("2026-01-01", "2026-12-20"),
    weak: await make("2026-01-01", "2076-01-01", { bits: 512 }),
    repeated: await make("2026-01-01", "2076-01-01", { constraints: 2 }),
    elliptic: await makeEllipticCertificate(),
    privateKey,
  };
});

function judged(document: string | Uint8Array): MetadataJudgement {
  const start = process.cpuUsage();
  const bytes = typeof document === "string" ? Buffer.from(document) : document;
  const judgement = judgeMetadata(bytes, { now: NOW });
  const { user, system } = process.cpuUsage(start);
  slowest = Math.max(slowest, (user + system) / 1e6);
  return judgement;
}

/** The answer of the judgement, and what it has read where that is good. */
function answerOf(
  { metadata, errors, warnings }: MetadataJudgement,
  { entityId, signs = ["signing"] }: Shape,
): string {
  if (errors.length > 0) return metadata ? "metadata beside errors" : "refused";
  if (metadata?.entityId !== entityId) return `the issuer ${String(metadata?.entityId)}`;
  if (warnings.length > 0) return "warned";
  const read = metadata.certificates.map(({ base64 }) => base64);
  const expected = signs.map((one) => certificates[one]);
  return read.join() === expected.join() ? "good" : `${String(read.length)} certificates`;
}

/** The changed document; `undefined` where the change does nothing to this shape. */
function changed({ how, change }: Mutation, shape: Shape): string | Uint8Array | undefined {
  const holding = (certificate: string) =>
    shape.make({ ...certificates, signing: certificate, next: certificate });
  const document = shape.make(certificates);
  const made = change(document, holding, faulty);
  return made === document && how !== "as it is" ? undefined : made;
}

/** Says what is wrong about the judgement of a changed document; `undefined` where it is right. */
function wrongAbout(
  { how, answer }: Mutation,
  shape: Shape,
  document: string | Uint8Array,
): string | undefined {
  const judgement = judged(document);
  const given = answerOf(judgement, shape);
  const messages = [...judgement.errors, ...judgement.warnings];
  const isRight = given === answer.is && (answer.is === "good" || says(messages, answer.says));
  return isRight ? undefined : `${shape.name} ${how}: ${given}: ${messages.join("; ")}`;
}

/** Tells if messages say this, and no more; a part of a document may be too short besides. */
function says(messages: readonly string[], words: string): boolean {
  const others = messages.filter((message) => !message.includes(words));
  return (
    messages.filter((message) => message.includes(words)).length === 1 &&
    others.every((message) => message.includes("characters long; IAM takes 1,000 or more"))
  );
}

const number = (count: number) => count.toLocaleString("en-US");

it.each(SHAPES)(
  "$name's metadata is taken, with its issuer and its signing certificates",
  (shape) => {
    expect(answerOf(judged(shape.make(certificates)), shape)).toBe("good");
  },
);

it("every change of each has the answer that is documented", () => {
  const wrong: string[] = [];
  const tried = { good: 0, warned: 0, refused: 0 };
  const kinds = { good: new Set(), warned: new Set(), refused: new Set() };
  for (const [index, mutation] of MUTATIONS.entries()) {
    const { is } = mutation.answer;
    for (const [at, shape] of SHAPES.entries()) {
      if (!EVERYTHING && at !== index % SHAPES.length) continue;
      const document = changed(mutation, shape);
      if (document === undefined) continue;
      tried[is] += 1;
      kinds[is].add(mutation);
      const problem = wrongAbout(mutation, shape, document);
      if (problem !== undefined) wrong.push(problem);
    }
  }
  expect(wrong).toEqual([]);
  for (const is of ["good", "warned", "refused"] as const) {
    figures.push({
      what: `changed documents, of ${number(kinds[is].size)} kinds, whose answer is: ${is}`,
      result: `${number(tried[is])} of ${number(tried[is])} right${is === "good" ? "" : ", in the expected words"}`,
    });
  }
});

it("a document cut short is refused, wherever it is cut", () => {
  const cuts = SHAPES.flatMap((shape) => {
    const document = shape.make(certificates).trimEnd();
    const step = EVERYTHING ? 37 : 1_500;
    return Array.from({ length: Math.floor((document.length - 1) / step) }, (_, index) =>
      document.slice(0, index * step),
    );
  });
  const taken = cuts.filter((document) => judged(document).metadata !== undefined);
  expect(taken).toEqual([]);
  figures.push({
    what: "documents cut short, every 37 characters",
    result: `${number(cuts.length)} of ${number(cuts.length)} refused`,
  });
});

it("whatever is changed at random, nothing is thrown, and what is refused is not taken", () => {
  const runs = EVERYTHING ? 3_000 : 60;
  let tried = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...SHAPES),
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.uint8Array({ maxLength: 40 })),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      (shape, changes) => {
        const document = Buffer.from(shape.make(certificates));
        for (const [at, bytes] of changes) {
          document.set(bytes, Math.floor(at * (document.length - bytes.length)));
        }
        const { metadata, errors } = judged(document);
        tried += 1;
        expect(metadata === undefined).toBe(errors.length > 0);
      },
    ),
    { seed: SEED, numRuns: runs },
  );
  figures.push({
    what: "documents with bytes changed at random",
    result: `${number(tried)} of ${number(tried)} either taken or refused, nothing thrown`,
  });
});

it("none takes five seconds, and the figures are kept", () => {
  expect(slowest).toBeLessThan(MAX_SECONDS);
  expect(figures).toHaveLength(5);
  keepFigures("saml-metadata", [
    {
      what: `shapes of metadata of ${number(SHAPES.length)} products, made here again`,
      result: `${number(SHAPES.length)} of ${number(SHAPES.length)} taken, with issuer and signing certificates`,
    },
    ...figures,
    {
      what: "the slowest of all, in time of the processor",
      result: `${slowest.toFixed(1)} of ${String(MAX_SECONDS)} seconds`,
    },
  ]);
});
