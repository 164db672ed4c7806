import fc from "fast-check";
import { stringify } from "yaml";

import { formatProblem, loadConfig } from "../../modules/config";
import { Project } from "../support/project";

const NOW = new Date("2026-12-01T00:00:00Z");
const RUNS = { numRuns: 300 };

const WORKSHOP = {
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  applications: {
    agent: { samlMetadataFile: "metadata/agent.xml", destination: "/connect/ccp" },
    admin: { samlMetadataFile: "metadata/admin.xml" },
  },
};

let project: Project;

beforeAll(() => {
  project = new Project().copy("config");
});

afterAll(() => {
  project.remove();
});

/** Judges a config, which is refused with reasons or makes its instance; returns what is told. */
function judge(config: string): string[] {
  project.write("config/workshop.yaml", config);
  const { instances, problems } = loadConfig(project.path("config"), NOW);
  const refused = problems.some(({ severity }) => severity === "error");
  expect(instances).toHaveLength(refused ? 0 : 1);
  return problems.map(formatProblem);
}

/** The same, each problem being one line with its place. */
function judgeInLines(config: string): void {
  for (const told of judge(config)) {
    expect(told).toMatch(/^(error|warning): .*workshop\.yaml:\d+:\d+ .+$/);
  }
}

/** Words of configs and of objects' insides, in one line. */
const words = fc.oneof(
  fc.constantFrom(
    "instanceArn",
    "applications",
    "agent",
    "samlMetadataFile",
    "metadata/agent.xml",
    "metadata",
    "roles",
    "shared",
    "12h",
    "true",
    "constructor",
    "toString",
    "hasOwnProperty",
    "length",
    "",
    "0",
  ),
  fc.string(),
);

const values: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(words, tie("value"), { maxKeys: 4 }),
  ),
})).value;

const KEYS = [
  ["instanceArn"],
  ["applications"],
  ["applications", "agent"],
  ["applications", "constructor"],
  ...[
    "displayName",
    "samlProviderName",
    "roleName",
    "samlMetadataFile",
    "destination",
    "newDomain",
    "sessionDuration",
    "applicationArn",
    "__proto__",
  ].map((key) => ["applications", "agent", key]),
  ["permission"],
  ...["form", "attach", "policyName", "toString"].map((key) => ["permission", key]),
  ["roles"],
  ["sharedRoleName"],
  ["namePrefix"],
  ["rolePath"],
  ["permissionsBoundary"],
  ["protect"],
  ["tags"],
  ["tags", "team"],
  ["tags", "constructor"],
  ["__proto__"],
  ["constructor"],
  ["users"],
];

/** The tree with a value at a path, as a mapping that may hold any key, `__proto__` too. */
function withValue(tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const entries =
    typeof tree === "object" && tree !== null && !Array.isArray(tree) ? Object.entries(tree) : [];
  const old = entries.find(([name]) => name === key)?.[1] as unknown;
  return Object.fromEntries([
    ...entries.filter(([name]) => name !== key),
    [key, withValue(old, rest, value)],
  ]);
}

test("Any value at any key of a good config is judged", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...KEYS), values), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const config = changes.reduce<unknown>(
          (tree, [path, value]) => withValue(tree, path, value),
          WORKSHOP,
        );
        judgeInLines(JSON.stringify(config));
      },
    ),
    RUNS,
  );
});

test("Any mapping is judged, written as YAML writes it", () => {
  fc.assert(
    fc.property(values, (value) => {
      judgeInLines(stringify(value));
    }),
    RUNS,
  );
});

test("Any text is judged", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
      judge(text);
    }),
    RUNS,
  );
});

test("Any text of YAML's own marks is judged", () => {
  const marks = fc.constantFrom(
    ..."\n \t:-?,[]{}#&*!|>'\"%@`~<=.\\".split(""),
    "\n  ",
    "\n    ",
    ": ",
    "- ",
    "---\n",
    "...\n",
    "<<: ",
    "&a ",
    "*a",
    "!!str ",
    "!!map ",
    "applications",
    "agent",
    "instanceArn",
    "null",
    "1e3",
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 30 }), (parts) => {
      judge(parts.join(""));
    }),
    RUNS,
  );
});

test("Any one character put into or taken out of the workshop's config is judged", () => {
  const text = new Project();
  const workshop = text.copy("config/workshop.yaml").read("config/workshop.yaml");
  text.remove();
  fc.assert(
    fc.property(
      fc.nat({ max: workshop.length }),
      fc.nat({ max: 3 }),
      fc.string({ maxLength: 2 }),
      (at, taken, put) => {
        judge(workshop.slice(0, at) + put + workshop.slice(at + taken));
      },
    ),
    RUNS,
  );
});
