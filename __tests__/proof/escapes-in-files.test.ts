import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "yaml";

import { adoptLines, withList } from "../../modules/commands/adopt/config-text";
import { setInConfig } from "../../modules/commands/config-edit";
import { json } from "../../modules/commands/json";
import { csvOf } from "../../modules/commands/users/export-csv";
import { yamlOf } from "../../modules/commands/users/export-yaml";
import { ARN, ONE, settingsOf } from "../support/config";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { CORPUS, everyNth } from "../support/hostile-text";

/** What AWS answers and what a file has is read from UTF-8, which has no half characters. */
const TEXTS = (EVERYTHING ? CORPUS : ["<<", ...everyNth(CORPUS, 8)]).filter(
  (text) => !/\p{Cs}/u.test(text),
);

const ID = "11111111-1111-4111-8111-111111111111";
const CONFIG = `${ARN}\n# ours\n${ONE}\n`;
/** A config may merge mappings with <<. */
const parseYaml = (file: string) => parse(file, { merge: true }) as unknown;
const BEFORE = parseYaml(CONFIG) as object;
const SETTINGS = settingsOf(ARN, ONE);

/** A list of what exists, in names and keys. */
const listOf = (text: string) => ({
  roles: [text],
  groups: { [text]: ID },
  assignments: { agent: { [`group ${text}`]: ID } },
});

/** A user as Amazon Connect has it, every text of which is hostile. */
const userOf = (text: string, name: string) => ({
  name,
  id: ID,
  arn: "",
  firstName: text,
  lastName: text,
  routingProfile: text,
  securityProfiles: [text],
  hierarchyGroup: text,
  autoAccept: false,
  afterContactWorkSeconds: 0,
  tags: { [text]: text },
});

/** A file of values that come from outside, and the program that reads such files. */
interface Kind {
  readonly name: string;
  readonly write: (text: string) => string | undefined;
  readonly read: (file: string) => unknown;
  /** What the reader must find in it. */
  readonly wanted: (text: string) => unknown;
}

const csvRows = (file: string): string[][] => parseCsv(file);

const KINDS: readonly Kind[] = [
  {
    name: "YAML that adopt prints",
    write: (text) => adoptLines(listOf(text)),
    read: parseYaml,
    wanted: (text) => ({ adopt: listOf(text) }),
  },
  {
    name: "YAML that adopt --write puts into a config",
    write: (text) => withList(CONFIG, listOf(text)),
    read: parseYaml,
    wanted: (text) => ({ ...BEFORE, adopt: listOf(text) }),
  },
  {
    name: "YAML that discover --write and metadata put into a config",
    write: (text) =>
      setInConfig(CONFIG, [{ path: ["applications", "agent", "applicationArn"], value: text }])
        ?.text,
    read: parseYaml,
    wanted: (text) => ({ ...BEFORE, applications: { agent: { applicationArn: text } } }),
  },
  {
    name: "YAML of users export",
    write: (text) =>
      yamlOf([userOf(text, "agent1@example.com"), userOf(text, `${text}@`)], SETTINGS, ["agent"]),
    read: parseYaml,
    wanted: (text) => ({
      users: [
        {
          email: "agent1@example.com",
          givenName: text,
          familyName: text,
          applications: ["agent"],
          routingProfile: text,
          securityProfiles: [text],
          hierarchyGroup: text,
          tags: { [text]: text },
          connectUserId: ID,
        },
      ],
    }),
  },
  {
    name: "CSV of users export",
    write: (text) => csvOf([userOf(text, text)]),
    read: (file) => csvRows(file)[1]?.slice(0, 6),
    wanted: (text) => [text, text, text, text, text, text],
  },
  {
    name: "JSON that commands print",
    write: (text) => json({ [text]: text }),
    read: (file) => JSON.parse(file) as unknown,
    wanted: (text) => Object.fromEntries([[text, text]]),
  },
];

/** Files that nobody escaped, with texts that are more than text in them. */
const CARELESS: readonly (Kind & { readonly planted: readonly string[] })[] = [
  {
    name: "YAML",
    write: (text) => `a: ${text}\n`,
    read: parseYaml,
    wanted: (text) => ({ a: text }),
    planted: ['"', "{x: y}", "[x]", "x: y", "x #y", "&a", "*a", "!!x", "|-", "~", "0x1f", "a\nb"],
  },
  {
    name: "CSV",
    write: (text) => `a,b\r\n${text},${text}\r\n`,
    read: (file) => csvRows(file)[1],
    wanted: (text) => [text, text],
    planted: [",", '"a"', 'a"b', "a\r\nb", "a,b"],
  },
  {
    name: "JSON",
    write: (text) => `{"a":"${text}"}`,
    read: (file) => JSON.parse(file) as unknown,
    wanted: (text) => ({ a: text }),
    planted: ['"', '","x":"', "\\", "\\u0041", "\n", "\u001b"],
  },
];

/** Tells if a reader finds something else in a file, or refuses it. */
function isWrong({ read, wanted }: Kind, text: string, file: string | undefined): boolean {
  if (file === undefined) return true;
  try {
    expect(read(file)).toEqual(wanted(text));
    return false;
  } catch {
    return true;
  }
}

describe("files with hostile texts of AWS's answers", () => {
  const figures: Figure[] = [];

  it.each(KINDS)("have each text as its reader finds it: $name", (kind) => {
    const wrong = TEXTS.filter((text) => isWrong(kind, text, kind.write(text)));
    expect(wrong.slice(0, 3)).toEqual([]);
    const [right, all] = [TEXTS.length - wrong.length, TEXTS.length].map((count) =>
      count.toLocaleString("en-US"),
    );
    figures.push({
      what: `texts in ${kind.name}`,
      result: `${String(right)} of ${String(all)} read as they were`,
    });
  });

  it.each(CARELESS)("are told from careless ones: $name", (kind) => {
    const { name, planted, write } = kind;
    expect(isWrong(kind, "harmless", write("harmless"))).toBe(false);
    const missed = planted.filter((text) => !isWrong(kind, text, write(text)));
    expect(missed).toEqual([]);
    figures.push({
      what: `planted texts that are not escaped, ${name}`,
      result: `${String(planted.length - missed.length)} of ${String(planted.length)} found`,
    });
  });

  it("are counted", () => {
    expect(figures).toHaveLength(KINDS.length + CARELESS.length);
    keepFigures("escapes-in-files", figures);
  });
});
