import { normalize } from "node:path";

import { nextCommands } from "../../modules/config";
import { handoffFiles } from "../../modules/synth/handoff";
import { Synthesizer } from "../../modules/synth/stacks";
import { withoutStackTraces } from "../../modules/synth/without-stack-traces";
import { pathWord } from "../../modules/text";
import { load } from "./config";
import { EVERYTHING } from "./figures";
import { type Field, takenBySchema } from "./hostile-fields";
import { everyNth } from "./hostile-text";
import { CLONE } from "./invocation";
import { standIn, Substitution } from "./twin";

/** Places of a config whose text reaches what is handed over. */
const PLACES = {
  displayName: ["applications", "{}", "displayName"],
  destination: ["applications", "{}", "destination"],
  group: ["applications", "{}", "assign", "groups", "[]"],
  user: ["applications", "{}", "assign", "users", "[]"],
  routingProfile: ["users", "[]", "routingProfile"],
  securityProfile: ["users", "[]", "securityProfiles", "[]"],
  portalUrl: ["identityCenter", "portalUrl"],
} as const satisfies Readonly<Record<string, Field>>;
type Place = keyof typeof PLACES;
const NAMES = Object.keys(PLACES) as Place[];

/** Applications of one config, each with texts of its own. */
const APPLICATIONS = EVERYTHING ? 20 : 5;
const ALL = Array.from({ length: APPLICATIONS }, (_, index) => index);

/** The texts of a config in their places. */
interface Texts {
  readonly of: (place: Place, application: number) => string;
  /** Folder of the config, a file of users, the folder of configs and that of the output. */
  readonly paths: readonly [folder: string, users: string, location: string, outdir: string];
}

/** The harmless word that stands in a place. */
export function standInAt(place: Place, application: number): string {
  return standIn(4 + NAMES.indexOf(place) * APPLICATIONS + application);
}

/** Harmless words in all these places. */
const TWIN: Texts = {
  of: (place, application) => {
    const word = standInAt(place, application);
    if (place === "destination") return `/${word}`;
    return place === "portalUrl" ? `https://example.com/${word}` : word;
  },
  paths: [standIn(0), standIn(1), standIn(2), standIn(3)],
};

/** What `connect-sso synth` hands over of configs that have each text in each place which takes it. */
export class HandedOver {
  /** The same with harmless words in the place of the texts. */
  public readonly twin = made(TWIN);
  private readonly taken: Readonly<Record<Place, readonly string[]>>;
  private readonly paths: readonly string[];

  public constructor(texts: readonly string[]) {
    this.taken = Object.fromEntries(
      Object.entries(PLACES).map(([place, field]) => [place, takenBySchema(field, texts)]),
    ) as unknown as Record<Place, string[]>;
    // A path is shown as short as it can be, and no file system has half a character. Each config has only
    // four paths: a fifth of the texts is enough.
    this.paths = everyNth(texts, EVERYTHING ? 5 : 1).filter(
      (text) => !/[\0\r\n\p{Cs}]/u.test(text) && normalize(text) === text && !/^\/|\/$/.test(text),
    );
  }

  /** Number of texts that are in the places, each counted once for each place. */
  public get count(): number {
    return this.paths.length + Object.values(this.taken).flat().length;
  }

  /** The files of one config after the other, and how their twin becomes what they must be. */
  public *rounds(): Generator<{ files: Readonly<Record<string, string>>; of: Substitution }> {
    const longest = Math.max(...Object.values(this.taken).map(({ length }) => length));
    const rounds = Math.ceil(Math.max(this.paths.length / 4, longest / APPLICATIONS));
    for (let round = 0; round < rounds; round += 1) {
      const texts = this.textsOf(round);
      const own = made(texts);
      yield { files: own.files, of: this.substitution(texts, own.relayStates) };
    }
  }

  private textsOf(round: number): Texts {
    const path = (place: number) => this.paths[(round * 4 + place) % this.paths.length] ?? "";
    return {
      of: (place, application) => {
        const index = place === "portalUrl" ? round : round * APPLICATIONS + application;
        return this.taken[place][index] ?? TWIN.of(place, application);
      },
      paths: [path(0), path(1), path(2), path(3)],
    };
  }

  private substitution(texts: Texts, relayStates: readonly string[]): Substitution {
    const own = NAMES.flatMap((place) => ALL.map((index) => texts.of(place, index)));
    const [, , location, outdir] = texts.paths;
    return new Substitution(
      [...texts.paths, ...own],
      [
        ...this.twin.relayStates.map((url, index) => [url, relayStates[index] ?? ""] as const),
        ...(["destination", "portalUrl"] as const).flatMap((place) =>
          ALL.map((index) => [TWIN.of(place, index), texts.of(place, index)] as const),
        ),
        [standIn(2), pathWord(location)],
        [standIn(3), pathWord(outdir)],
      ],
    );
  }
}

function made(texts: Texts) {
  const [folder, from, location, outdir] = texts.paths;
  const { instances, reported } = load(JSON.stringify(configOf(texts)));
  const [settings] = instances;
  if (!settings) throw new Error(reported.join("\n"));
  const users = settings.users.map((user) => ({ ...user, from }));
  const file = `${folder}/workshop.yaml`;
  const { instance } = withoutStackTraces(() =>
    new Synthesizer().make({ ...settings, file, users }),
  );
  const next = nextCommands({ ...CLONE, isForFile: true }, { location, outdir });
  return {
    files: handoffFiles(instance, next),
    relayStates: Object.values(instance.values).map(({ relayStateUrl }) => relayStateUrl),
  };
}

function configOf({ of }: Texts): object {
  return {
    instanceArn:
      "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    applications: Object.fromEntries(
      ALL.map((index) => [
        `a${String(index)}`,
        {
          displayName: of("displayName", index),
          destination: of("destination", index),
          ...(index % 2 === 0 && {
            applicationArn: `arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-${String(index).padStart(16, "0")}`,
          }),
          assign: { groups: [of("group", index)], users: [of("user", index)] },
        },
      ]),
    ),
    identityCenter: { portalUrl: of("portalUrl", 0) },
    users: ALL.flatMap((index) =>
      // Of an application the sheet lists 50 users, and names the file of the others.
      Array.from({ length: index === 0 ? 51 : 1 }, (_, more) => ({
        email: `agent${String(index)}x${String(more)}@example.com`,
        givenName: "Ana",
        familyName: "Silva",
        applications: [`a${String(index)}`],
        routingProfile: of("routingProfile", index),
        securityProfiles: [of("securityProfile", index)],
      })),
    ),
  };
}
