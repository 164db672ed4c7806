import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { formatProblem, loadConfig } from "../../../modules/config";
import { type Case, type Reader, repeated } from "./case";

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const HEAD = `instanceArn: ${ARN}\napplications: { agent: {} }\n`;
const BYTES = [200_000, 1_900_000] as const;

/** Reads a config, and says what is wrong with it first. */
function loaded(folder: string): string {
  const { instances, problems } = loadConfig(join(folder, "center.yaml"));
  if (instances.length > 0) return "read";
  return problems.slice(0, 1).map(formatProblem).join("");
}

const inConfig = (
  grows: string,
  unit: string | ((index: number) => string),
  head = HEAD,
  tail = "",
): Case => ({
  grows,
  sizes: BYTES,
  input: (bytes) => `${head}${repeated(unit, bytes)}${tail}`,
});

const user = (index: number) =>
  `  - { email: agent${String(index)}@example.com, givenName: A, familyName: B, applications: [agent], securityProfiles: [Agent] }\n`;

export const CONFIG: Reader = {
  what: "config files (YAML)",
  read: (input, folder) => {
    writeFileSync(join(folder, "center.yaml"), input);
    return loaded(folder);
  },
  cases: [
    inConfig("users", user, `${HEAD}users:\n`),
    inConfig(
      "users with mistakes",
      (index) => user(index).replace("A,", "7, x: 1,"),
      `${HEAD}users:\n`,
    ),
    inConfig(
      "applications",
      (index) => `  app${String(index)}: {}\n`,
      `instanceArn: ${ARN}\napplications:\n`,
    ),
    inConfig(
      "groups",
      (index) => `Group ${String(index)}, `,
      `instanceArn: ${ARN}\napplications: { agent: { assign: { groups: [`,
      "x] } } }\n",
    ),
    inConfig("tags", (index) => `  tag${String(index)}: x\n`, `${HEAD}tags:\n`),
    inConfig("keys that do not exist", (index) => `key${String(index)}: x\n`),
    inConfig(
      "keys of a user that do not exist",
      (index) => `    key${String(index)}: x\n`,
      `${HEAD}users:\n  - email: a@example.com\n`,
    ),
    inConfig("one key twice", "tags: {}\n"),
    inConfig("comments", "# a comment that says nothing\n"),
    inConfig("one long name", "x", `${HEAD}namePrefix: "`, '"\n'),
    inConfig("one long key", "x", HEAD, ": 1\n"),
    inConfig(
      "one long ARN",
      "-a",
      `instanceArn: "arn:aws:connect:us`,
      '"\napplications: { agent: {} }\n',
    ),
    inConfig(
      "a long landing page",
      "%2F",
      `instanceArn: ${ARN}\napplications: { agent: { destination: "/`,
      '" } }\n',
    ),
    inConfig("brackets", "[", `${HEAD}tags: `),
    inConfig("dashes", "- ", `${HEAD}tags: `),
    {
      grows: "levels of indentation",
      sizes: [200, 1_900],
      input: (levels) =>
        HEAD + Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:\n`).join(""),
    },
    inConfig("mistakes of syntax", '"a" b\n'),
    inConfig("lines that start with a tab", "\tb: 1\n", `${HEAD}tags:\n`),
    inConfig("entries that start with a tab", "\t- a\n"),
    inConfig("brackets that close nothing", "]\n"),
    inConfig("braces that close nothing", "}}}}\n"),
    inConfig("directives that do not exist", "%x\n", ""),
    inConfig("documents", "---\na: 1\n"),
    inConfig(
      "anchors and aliases",
      (index) => `k${String(index)}: &a${String(index)} [*a${String(Math.max(0, index - 1))}]\n`,
      `${HEAD}k: &a0 [1]\n`,
    ),
    {
      grows: "aliases that multiply",
      sizes: [4, 40],
      input: (levels) =>
        `${HEAD}a0: &a0 [1,1,1,1,1,1,1,1]\n${Array.from({ length: levels }, (_, n) => `a${String(n + 1)}: &a${String(n + 1)} [${`*a${String(n)},`.repeat(8)}]\n`).join("")}`,
    },
    inConfig(
      "merges of merges",
      (index) => `k${String(index + 1)}: &a${String(index + 1)} { <<: *a${String(index)} }\n`,
      `${HEAD}k0: &a0 { x: 1 }\n`,
    ),
    inConfig(
      "merges of one user",
      "  - { <<: *u }\n",
      `${HEAD}x: &u { email: a@example.com }\nusers:\n`,
    ),
    inConfig("lines of a text", "  some text\n", `${HEAD}namePrefix: |\n`),
    inConfig("tags of YAML", (index) => `k${String(index)}: !x 1\n`),
    {
      grows: "bytes, beyond the bound",
      sizes: [3_000_000, 60_000_000],
      input: (bytes) => Buffer.alloc(bytes, "#"),
    },
  ],
};

const CSV_HEAD = "email,givenName,familyName,securityProfiles\n";
const inCsv = (
  grows: string,
  unit: string | ((index: number) => string),
  head = CSV_HEAD,
  sizes: Case["sizes"] = [900_000, 9_900_000],
): Case => ({
  grows,
  sizes,
  input: (bytes) => head + repeated(unit, bytes),
});

export const USERS: Reader = {
  what: "files of users (CSV)",
  read: (input, folder) => {
    writeFileSync(join(folder, "users.csv"), input);
    writeFileSync(
      join(folder, "center.yaml"),
      `${HEAD}usersFrom: [{ file: users.csv, applications: [agent] }]\n`,
    );
    return loaded(folder);
  },
  cases: [
    inCsv(
      "users",
      (index) => `agent${String(index)}@example.com,Ana,Silva,Agent\n`,
      CSV_HEAD,
      [80_000, 800_000],
    ),
    inCsv(
      "users beyond the bound",
      (index) => `agent${String(index)}@example.com,Ana,Silva,Agent\n`,
    ),
    inCsv(
      "users with mistakes",
      (index) => `agent${String(index)},,Silva,,,\n`,
      CSV_HEAD,
      [30_000, 300_000],
    ),
    inCsv("empty lines", "\n"),
    inCsv("cells of a line", "x,"),
    inCsv("one long cell", "x"),
    inCsv("a quotation mark that is not closed", "x", `${CSV_HEAD}"`),
    inCsv("quotation marks", '""', `${CSV_HEAD}"`),
    inCsv("columns", (index) => `c${String(index)};`, ""),
    inCsv("bytes, beyond the bound", "x", CSV_HEAD, [11_000_000, 60_000_000]),
  ],
};
