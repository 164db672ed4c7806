import fc from "fast-check";
import { stringify } from "yaml";

import { formatProblem, loadConfig } from "../../modules/config";
import { ANY_CHARACTER } from "../support/any-character";
import { Project } from "../support/project";

const NOW = new Date("2026-12-01T00:00:00Z");
const RUNS = { numRuns: 200 };

const WORKSHOP = {
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  applications: {
    agent: {
      samlMetadataFile: "metadata/agent.xml",
      destination: "/connect/ccp",
      applicationArn:
        "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
      assign: { groups: ["ConnectAgents"], users: ["lead1@example.com"] },
    },
    admin: {
      samlMetadataFile: "metadata/admin.xml",
      assign: { groups: ["ConnectAdmins"] },
    },
  },
  identityCenter: {
    region: "us-east-1",
    accountId: "123456789012",
    createGroups: ["ConnectAgents", "ConnectAdmins"],
  },
  users: [
    {
      email: "agent1@example.com",
      givenName: "Ana",
      familyName: "Silva",
      applications: ["agent"],
      securityProfiles: ["Agent"],
      createInIdentityCenter: true,
    },
    {
      email: "admin1@example.com",
      givenName: "Maria",
      familyName: "Costa",
      applications: ["admin"],
      securityProfiles: ["Admin", "CallCenterManager"],
      deskPhone: "+12065550100",
    },
  ],
};

let project: Project;

beforeAll(() => {
  project = new Project().workshop();
});

afterAll(() => {
  project.remove();
});

/** What breaks a line or garbles a terminal. */
const NOT_OF_A_LINE = /[\p{C}\u2028\u2029]/u;

/**
 * Judges a config, which is refused with reasons or makes its instance; each reason is one line
 * with its place in the file.
 */
function judge(config: string): void {
  project.write("config/workshop.yaml", config);
  const lines = project
    .read("config/workshop.yaml")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const { instances, problems } = loadConfig(project.path("config"), NOW);
  const refused = problems.some(({ severity }) => severity === "error");
  expect(instances).toHaveLength(refused ? 0 : 1);
  for (const { line = 0, column = 0 } of problems) {
    expect(column).toBeGreaterThan(0);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
  }
  for (const told of problems.map(formatProblem)) {
    expect(told).toMatch(/^(error|warning): .*workshop\.yaml:\d+:\d+ .+$/);
    expect(told).not.toMatch(NOT_OF_A_LINE);
  }
}

/** Words of configs and of objects' insides, and such as break lines. */
const words = fc.oneof(
  fc.constantFrom(
    "instanceArn",
    "applications",
    "agent",
    "samlMetadataFile",
    "metadata/agent.xml",
    "metadata",
    "assign",
    "groups",
    "ConnectAgents",
    "ConnectAdmins",
    "identityCenter",
    "users",
    "email",
    "agent1@example.com",
    "admin1@example.com",
    "lead1@example.com",
    "securityProfiles",
    "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
    "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
    "roles",
    "shared",
    "12h",
    "true",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "a\nb",
    "\r\n",
    "a\u0085b",
    "a\u2028b",
    "a\u202Eb",
    "\u001B[31m",
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

const KEYS: (string | number)[][] = [
  ["instanceArn"],
  ["applications"],
  ["applications", "agent"],
  ["applications", "__proto__"],
  ["applications", "constructor"],
  ["applications", "team\nlead"],
  ...[
    "displayName",
    "samlProviderName",
    "roleName",
    "samlMetadataFile",
    "destination",
    "newDomain",
    "sessionDuration",
    "applicationArn",
    "assign",
    "__proto__",
    "toString",
    "role\u2028Name",
  ].map((key) => ["applications", "agent", key]),
  ...["groups", "users", "__proto__", "toString"].flatMap((key) => [
    ["applications", "agent", "assign", key],
    ["applications", "agent", "assign", key, 0],
    ["applications", "admin", "assign", key, 1],
  ]),
  ["permission"],
  ...["form", "attach", "policyName", "__proto__", "toString"].map((key) => ["permission", key]),
  ["roles"],
  ["sharedRoleName"],
  ["namePrefix"],
  ["rolePath"],
  ["permissionsBoundary"],
  ["protect"],
  ["tags"],
  ["tags", "team"],
  ["tags", "__proto__"],
  ["tags", "constructor"],
  ["tags", "te\u202Eam"],
  ["__proto__"],
  ["constructor"],
  ["toString"],
  ["role\npath"],
  ["identityCenter"],
  ...["region", "accountId", "createGroups", "__proto__", "toString"].map((key) => [
    "identityCenter",
    key,
  ]),
  ["identityCenter", "createGroups", 0],
  ["identityCenter", "createGroups", 2],
  ["users"],
  ["users", 0],
  ["users", 2],
  ...[
    "email",
    "givenName",
    "familyName",
    "applications",
    "routingProfile",
    "securityProfiles",
    "deskPhone",
    "createInIdentityCenter",
    "emailInConnect",
    "__proto__",
    "length",
  ].flatMap((key) => [
    ["users", 0, key],
    ["users", 1, key],
  ]),
  ["users", 0, "applications", 0],
  ["users", 0, "applications", 1],
  ["users", 1, "securityProfiles", 1],
];

/** The tree with a value at a path, as a mapping that may hold any key, `__proto__` too. */
function withValue(
  tree: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list: readonly unknown[] = Array.isArray(tree) ? tree : [];
    return list.toSpliced(Math.min(key, list.length), 1, withValue(list[key], rest, value));
  }
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
        judge(JSON.stringify(config));
      },
    ),
    RUNS,
  );
});

test("Any people are judged, written as YAML writes them, what recurs as an alias", () => {
  const mostly = <T>(wanted: fc.Arbitrary<T>) => fc.oneof({ weight: 9, arbitrary: wanted }, values);
  const list = (wanted: fc.Arbitrary<unknown>) =>
    mostly(
      fc
        .tuple(fc.array(mostly(wanted), { maxLength: 3 }), fc.boolean())
        .map(([entries, again]) => (again ? [...entries, ...entries] : entries)),
    );
  const addresses = fc.constantFrom(
    "agent1@example.com",
    "Agent1@example.com",
    "agent2@example.com",
    " agent1@example.com",
  );
  const groups = fc.constantFrom("ConnectAgents", "connectagents", "ConnectNight");
  const assign = fc.record({ groups: list(groups), users: list(addresses) }, { requiredKeys: [] });
  const user = fc.record({
    email: addresses,
    givenName: fc.constantFrom("Ana", " Ana"),
    familyName: fc.constant("Silva"),
    applications: list(fc.constantFrom("agent", "admin", "agnet")),
    securityProfiles: list(fc.constantFrom("Agent", "Admin")),
    createInIdentityCenter: fc.boolean(),
  });
  const people = fc.record({
    applications: fc.record({ agent: fc.record({ assign }), admin: fc.record({ assign }) }),
    identityCenter: fc.record({ createGroups: list(groups) }),
    roles: fc.constantFrom("separate", "shared"),
    users: list(user),
  });
  fc.assert(
    fc.property(people, (config) => {
      judge(stringify({ instanceArn: WORKSHOP.instanceArn, ...config }));
    }),
    RUNS,
  );
});

test("Any mapping is judged, written as YAML writes it", () => {
  fc.assert(
    fc.property(values, (value) => {
      judge(stringify(value));
    }),
    RUNS,
  );
});

test("Any text is judged", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: ANY_CHARACTER })), (text) => {
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
    "__proto__",
    "users",
    "email",
    "securityProfiles",
    "identityCenter",
    "createGroups",
    "assign",
    "groups",
    "constructor",
    "toString",
    "? ",
    '"a\\nb"',
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
