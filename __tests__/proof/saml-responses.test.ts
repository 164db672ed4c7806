import type { verifiedAssertion } from "../../modules/commands/rehearse/steps/verify";
import { stepOf, Workshop } from "../commands/rehearse/support";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { INCLUSIVE } from "./saml-responses/algorithms";
import { deceivesCareless } from "./saml-responses/careless";
import { FAMILIES, forgedBy } from "./saml-responses/families";
import { ASSERTION, part } from "./saml-responses/forged";
import { taken } from "./saml-responses/judge";
import { PLACES, signings } from "./saml-responses/signings";
import { valuesOf } from "./saml-responses/values";

/** True while no signature is verified, to see that this proof notices it. */
let mockIsOff = false;

jest.mock("../../modules/commands/rehearse/steps/verify", () => ({
  verifiedAssertion: (...given: Parameters<typeof verifiedAssertion>) =>
    mockIsOff
      ? Promise.resolve(part(given[0], ASSERTION))
      : jest
          .requireActual<{ verifiedAssertion: typeof verifiedAssertion }>(
            "../../modules/commands/rehearse/steps/verify",
          )
          .verifiedAssertion(...given),
}));

/** Time of the processor that one rehearsal may take, in seconds. */
const MAX_SECONDS = 5;

const figures: Figure[] = [];
let workshop: Workshop;
let stranger: Workshop;
let slowest = { seconds: 0, how: "" };

beforeAll(async () => {
  [workshop, stranger] = await Promise.all([Workshop.make(), Workshop.make()]);
});

/** The result of a rehearsal, what is wrong about it, and how long it took. */
async function judged(value: Parameters<typeof taken>[0], how: string, capture: string) {
  const start = process.cpuUsage();
  const rehearsal = await workshop.captured(capture);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (seconds > slowest.seconds) slowest = { seconds, how };
  return { rehearsal, wrong: taken(value, workshop.agent.issuer, rehearsal) };
}

const number = (count: number) => count.toLocaleString("en-US");

describe("what nobody has touched", () => {
  it("is accepted, however it is signed, and shown as it was signed", async () => {
    const [agent] = valuesOf(workshop.agent.issuer);
    if (!agent) throw new Error("no values");
    const all = signings().filter((_, index) => EVERYTHING || index % 96 === 0);
    const refused: string[] = [];
    let beyond = 0;
    for (const { what, options } of all) {
      const xml = workshop.agent.respond(options);
      const { rehearsal, wrong } = await judged(agent, what, xml);
      const isBeyond = options.sign === "both" && options.signature?.canonicalization === INCLUSIVE;
      if (isBeyond) {
        beyond += 1;
        expect(stepOf(rehearsal, "signature").problems).toMatchObject([
          { kind: "unverified", message: expect.stringContaining("has two signatures") as string },
        ]);
      }
      if (rehearsal.passed === isBeyond || wrong.length > 0) refused.push(what);
    }
    expect(refused).toEqual([]);
    const accepted = number(all.length - beyond);
    figures.push(
      {
        what: "untouched responses: every place, algorithm, canonical form and layout that can be verified",
        result: `${accepted} of ${accepted} accepted, with the values that were signed`,
      },
      {
        what: "untouched responses with two signatures in inclusive canonical form",
        result: `${number(beyond)} of ${number(beyond)} not verified here, and said so`,
      },
    );
  });

  it("gets the verdict that the signed value deserves", async () => {
    const wrong: string[] = [];
    for (const [index, value] of valuesOf(workshop.agent.issuer).entries()) {
      for (const sign of PLACES) {
        if (!EVERYTHING && sign !== PLACES[index % PLACES.length]) continue;
        const xml = workshop.agent.respond({ ...value.signed, sign });
        const { rehearsal, wrong: taken } = await judged(value, value.what, xml);
        wrong.push(...taken);
        expect(stepOf(rehearsal, "signature").status).toBe("passed");
        expect(rehearsal.passed).toBe(value.user !== undefined);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("no value passes that nobody signed", () => {
  it.each(Object.entries(FAMILIES))("%s", async (name, family) => {
    const wrong: string[] = [];
    let [tried, asSigned] = [0, 0];
    for (const { how, value, make } of forgedBy(family, {
      trusted: workshop.agent,
      stranger: stranger.agent,
    })) {
      tried += 1;
      const result = await judged(value, how, make());
      wrong.push(...result.wrong.map((what) => `${how}: ${what}`));
      if (result.rehearsal.passed) asSigned += 1;
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(0);
    const kept = asSigned === 0 ? "" : `; ${number(asSigned)} signed in, as was signed`;
    figures.push({ what: name, result: `0 of ${number(tried)} with a forged value${kept}` });
  });

  it("although many of the wrapped ones deceive a program that takes any signature", () => {
    const [family] = Object.values(FAMILIES);
    const signers = { trusted: workshop.agent, stranger: stranger.agent };
    const some = [...(family ? forgedBy(family, signers) : [])].filter(
      (_, index) => !EVERYTHING || index % 10 === 0,
    );
    jest.spyOn(console, "warn").mockImplementation(); // of the careless program's parser
    const deceived = some.filter(({ make }) => deceivesCareless(make(), workshop.agent));
    expect(deceived.length).toBeGreaterThan(some.length / 10);
    figures.push({
      what: "wrapped signatures, a tenth of them, before a program that is content with any signature",
      result: `${number(deceived.length)} of ${number(some.length)} deceive it`,
    });
  });
});

it("a rehearsal that verified nothing would be noticed", async () => {
  let [forged, noticed] = [0, 0];
  mockIsOff = true;
  try {
    for (const value of valuesOf(workshop.agent.issuer)) {
      for (const sign of EVERYTHING ? PLACES : PLACES.slice(0, 1)) {
        const xml = value.forge(workshop.agent.respond({ ...value.signed, sign }));
        forged += 1;
        if (taken(value, workshop.agent.issuer, await workshop.captured(xml)).length > 0) {
          noticed += 1;
        }
      }
    }
  } finally {
    mockIsOff = false;
  }
  expect(noticed).toBe(forged);
  figures.push({
    what: "changed values, with the verification of signatures turned off on purpose",
    result: `${number(noticed)} of ${number(forged)} noticed`,
  });
});

it("none takes five seconds, and the figures are kept", () => {
  expect(slowest.seconds).toBeLessThan(MAX_SECONDS);
  const failed = Object.keys(FAMILIES).length + 4 - figures.length;
  expect(failed).toBe(0);
  keepFigures("saml-responses", [
    ...figures,
    {
      what: `the slowest of all, in time of the processor (${slowest.how})`,
      result: `${slowest.seconds.toFixed(1)} of ${String(MAX_SECONDS)} seconds`,
    },
  ]);
});
