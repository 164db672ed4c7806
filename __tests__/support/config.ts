import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { formatProblem, type InstanceSettings, loadConfig } from "../../modules/config";
import { fixture } from "./fixture";

/** The moment at which configs are checked. */
export const NOW = new Date("2026-12-01T00:00:00Z");

export const ARN =
  "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
/** The same instance ID in another account. */
export const OTHER_ACCOUNT =
  "instanceArn: arn:aws:connect:us-east-1:210987654321:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
/** Another instance in the same account. */
export const SIBLING =
  "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
/** Another instance, in another account. */
export const OTHER_INSTANCE =
  "instanceArn: arn:aws:connect:us-east-1:210987654321:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
export const GOVCLOUD =
  "instanceArn: arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
export const AGENT_ARN =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
export const ONE = "applications: { agent: {} }";

/** The sample metadata files, by their paths in the config folder. */
export const SAMPLES: Files = {
  "metadata/agent.xml": fixture("examples/metadata/workshop-agent.xml"),
  "metadata/admin.xml": fixture("examples/metadata/workshop-admin.xml"),
};

/** A sample as the metadata of an application in account 111122223333, which is not a sample. */
export function ownMetadata(sample: string): string {
  return sample.replaceAll("MTIzNDU2Nzg5MDEyX2lucy0", "MTExMTIyMjIzMzMzX2lucy0");
}

/** Metadata files of applications, by their paths in the config folder. */
export const OWN_METADATA: Files = {
  "metadata/agent.xml": ownMetadata(fixture("examples/metadata/workshop-agent.xml")),
  "metadata/admin.xml": ownMetadata(fixture("examples/metadata/workshop-admin.xml")),
};

/** Files by their paths in the folder `config`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What is wrong, in which config, and the lines that an operator reads about it. */
export type Case = readonly [what: string, config: string | Files, ...reported: string[]];

/** Promises of each config that these lines are reported, and how many instances come of it. */
export function testReports(cases: readonly Case[], instances = 0): void {
  for (const [what, config, ...lines] of cases) {
    test(what, () => {
      const loaded = load(config);
      expect(loaded.reported).toEqual(lines);
      expect(loaded.instances).toHaveLength(instances);
    });
  }
}

/** The folder of every config of a test file: to make and remove one takes longer than to load it. */
let folder: string | undefined;
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

/** Loads `config/workshop.yaml`, or several files, and says what is reported to who stands in their folder. */
export function load(config: string | Files, location = "config") {
  const files = typeof config === "string" ? { "workshop.yaml": config } : config;
  const here = (folder ??= mkdtempSync(join(tmpdir(), "connect-sso-config-")));
  mkdirSync(join(here, "config"), { recursive: true });
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(here, "config", path)), { recursive: true });
      writeFileSync(join(here, "config", path), content);
    }
    const { instances, problems } = loadConfig(join(here, location), NOW);
    const fromFolder = (text: string) => text.replaceAll(`${here}/`, "");
    const reported = problems.map((problem) => fromFolder(formatProblem(problem)));
    return {
      instances: instances.map((one) => ({ ...one, file: fromFolder(one.file) })),
      problems,
      reported,
    };
  } finally {
    for (const name of readdirSync(join(here, "config"))) {
      rmSync(join(here, "config", name), { recursive: true });
    }
  }
}

/** The settings of the one instance that these lines make, without problems. */
export function settingsOf(...lines: string[]): InstanceSettings {
  const { instances, reported } = load(whole(...lines));
  expect(reported).toEqual([]);
  const [settings] = instances;
  if (!settings) throw new Error("no instance");
  return settings;
}

/** The paths of the keys with an error. */
export function refusedKeys(config: string): string[] {
  const errors = load(config).problems.filter(({ severity }) => severity === "error");
  return [...new Set(errors.map(({ keyPath = "" }) => keyPath))].sort();
}

/** A whole config file, line by line. */
export function whole(...lines: string[]): string {
  return [...lines, ""].join("\n");
}

/** Lines after a good instanceArn and applications. */
export function top(...lines: string[]): string {
  return whole(ARN, ONE, ...lines);
}

/** Lines of the application `agent` of a good instanceArn. */
export function agent(...lines: string[]): string {
  return whole(ARN, "applications:", "  agent:", ...lines.map((line) => `    ${line}`));
}

/** Two applications of a good instanceArn, and lines after them. */
export function two(agents: string, admins: string, ...lines: string[]): string {
  return whole(ARN, "applications:", `  agent: { ${agents} }`, `  admin: { ${admins} }`, ...lines);
}

/** A backend with these settings, one per line, the first in line 4. */
export function backend(...lines: string[]): string {
  return top("backend:", ...lines.map((line) => `  ${line}`));
}

export const S3 = ["type: s3", "bucket: acme-terraform", "region: eu-central-1"];
export const HTTP = ["type: http", "address: https://state.example.com/{stack}"];
export const CLOUD = ["type: cloud", "organization: acme"];

const USER = [
  "email: agent1@example.com",
  "givenName: Ana",
  "familyName: Silva",
  "applications: [agent]",
  "securityProfiles: [Agent]",
];

/** One user of a good config. Lines replace those with the same key, or come after them. */
export function user(...lines: string[]): string {
  const key = (line: string) => line.split(":")[0];
  const own = (line: string) => lines.find((other) => key(other) === key(line)) ?? line;
  return users(
    USER.map(own),
    lines.filter((line) => !USER.some((good) => key(good) === key(line))),
  );
}

/** One user of a good config, without a key. */
export function userWithout(key: string): string {
  return users(USER.filter((line) => !line.startsWith(`${key}:`)));
}

function users(...parts: string[][]): string {
  return top("users:", ...parts.flat().map((line, i) => `${i === 0 ? "  - " : "    "}${line}`));
}

/** A user in one line, as an entry of `users`. */
export function person(email: string, applications: string, more = ""): string {
  return `  - { email: ${email}, applications: [${applications}], givenName: Ana, familyName: Silva, securityProfiles: [Agent]${more} }`;
}
