import { formatProblem, loadConfig } from "../../../modules/config";
import { metadataWith } from "../../support/metadata";
import { Project } from "../../support/project";

const NOW = new Date("2026-12-01T00:00:00Z");
const ARN =
  "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const OTHER_INSTANCE =
  "instanceArn: arn:aws:connect:us-east-1:210987654321:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
const GOVCLOUD =
  "instanceArn: arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const ONE = "applications: { agent: {} }";

let project: Project;

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

/** A whole config file, line by line. */
function whole(...lines: string[]): string {
  return [...lines, ""].join("\n");
}

/** Lines after a good instanceArn and applications. */
function top(...lines: string[]): string {
  return whole(ARN, ONE, ...lines);
}

/** Lines of the application `agent` of a good instanceArn. */
function agent(...lines: string[]): string {
  return whole(ARN, "applications:", "  agent:", ...lines.map((line) => `    ${line}`));
}

/** Two applications of a good instanceArn, and lines after them. */
function two(agents: string, admins: string, ...lines: string[]): string {
  return whole(ARN, "applications:", `  agent: { ${agents} }`, `  admin: { ${admins} }`, ...lines);
}

const USER = [
  "email: agent1@example.com",
  "givenName: Ana",
  "familyName: Silva",
  "applications: [agent]",
  "securityProfiles: [Agent]",
];

/** One user of a good config. Lines stand in for those of the same key, or come after them. */
function user(...lines: string[]): string {
  const key = (line: string) => line.split(":")[0];
  const own = (line: string) => lines.find((other) => key(other) === key(line)) ?? line;
  return users(
    USER.map(own),
    lines.filter((line) => !USER.some((good) => key(good) === key(line))),
  );
}

/** The same without a key. */
function userWithout(key: string): string {
  return users(USER.filter((line) => !line.startsWith(`${key}:`)));
}

function users(...parts: string[][]): string {
  return top("users:", ...parts.flat().map((line, i) => `${i === 0 ? "  - " : "    "}${line}`));
}

/** A user in one line, as an entry of `users`. */
function person(email: string, applications: string, more = ""): string {
  return `  - { email: ${email}, applications: [${applications}], givenName: Ana, familyName: Silva, securityProfiles: [Agent]${more} }`;
}

/** What an operator is told of one file or several, as it would be in the working folder. */
function toldOf(config: string | Files): string[] {
  const files = typeof config === "string" ? { "workshop.yaml": config } : config;
  for (const [name, text] of Object.entries(files)) project.write(`config/${name}`, text);
  return loadConfig(project.path("config"), NOW).problems.map((problem) =>
    formatProblem(problem).replaceAll(`${project.folder}/`, ""),
  );
}

/** How many instances come of what was written. */
function made(): number {
  return loadConfig(project.path("config"), NOW).instances.length;
}

type Files = Readonly<Record<string, string>>;
type Case = readonly [what: string, config: string | Files, ...told: string[]];

const MISTAKES: Readonly<Record<string, readonly Case[]>> = {
  assign: [
    [
      "misspelt",
      agent("asign: { groups: [ConnectAgents] }"),
      'error: config/workshop.yaml:4:5 applications.agent.asign: "asign" is not a key here; did you mean assign?',
    ],
    [
      "outside of the application",
      top("assign: { groups: [ConnectAgents] }"),
      'error: config/workshop.yaml:3:1 assign: "assign" is not a key here; the keys are instanceArn, applications, permission, roles, sharedRoleName, namePrefix, rolePath, permissionsBoundary, protect, adopt, identityCenter, users, backend, tags; remove it',
    ],
    [
      "a misspelt key",
      agent("assign: { group: [ConnectAgents] }"),
      'error: config/workshop.yaml:4:15 applications.agent.assign.group: "group" is not a key here; did you mean groups?',
    ],
    [
      "a key in other letters",
      agent("assign:", "  Users: [agent1@example.com]"),
      'error: config/workshop.yaml:5:7 applications.agent.assign.Users: "Users" is not a key here; did you mean users?',
    ],
    [
      "a key that resembles none",
      agent("assign: { everyone: true }"),
      'error: config/workshop.yaml:4:15 applications.agent.assign.everyone: "everyone" is not a key here; the keys are groups, users; remove it',
    ],
    [
      "nothing behind it",
      agent("assign:"),
      "error: config/workshop.yaml:4:12 applications.agent.assign: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "a group alone",
      agent("assign: ConnectAgents"),
      'error: config/workshop.yaml:4:13 applications.agent.assign: "ConnectAgents" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "a list of groups alone",
      agent("assign: [ConnectAgents]"),
      "error: config/workshop.yaml:4:13 applications.agent.assign: is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "a group where a list belongs",
      agent("assign: { groups: ConnectAgents }"),
      'error: config/workshop.yaml:4:23 applications.agent.assign.groups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "a group of three words where a list belongs",
      agent("assign:", "  groups: Contact Center Agents"),
      'error: config/workshop.yaml:5:15 applications.agent.assign.groups: "Contact Center Agents" is text; it takes a list; write [Contact Center Agents]',
    ],
    [
      "a group with a colon where a list belongs, proposed so that it can be pasted",
      agent('assign: { groups: "Berlin: agents" }'),
      'error: config/workshop.yaml:4:23 applications.agent.assign.groups: "Berlin: agents" is text; it takes a list; write ["Berlin: agents"]',
    ],
    [
      "a user where a list belongs",
      agent("assign:", "  users: agent1@example.com"),
      'error: config/workshop.yaml:5:14 applications.agent.assign.users: "agent1@example.com" is text; it takes a list; write [agent1@example.com]',
    ],
    [
      "a mapping where a list belongs",
      agent("assign:", "  groups:", "    name: ConnectAgents"),
      "error: config/workshop.yaml:6:9 applications.agent.assign.groups: is a mapping; it takes a list; write it so",
    ],
    [
      "true where a list belongs",
      agent("assign: { users: true }"),
      "error: config/workshop.yaml:4:22 applications.agent.assign.users: true is a boolean; it takes a list; write it so",
    ],
    [
      "a number where a list belongs",
      agent("assign: { groups: 42 }"),
      "error: config/workshop.yaml:4:23 applications.agent.assign.groups: 42 is a number; it takes a list; write it so",
    ],
    [
      "nothing where lists belong",
      agent("assign:", "  groups:", "  users: ~"),
      "error: config/workshop.yaml:5:14 applications.agent.assign.groups: is empty; it takes a list; give a value or remove the key",
      "error: config/workshop.yaml:6:14 applications.agent.assign.users: is empty; it takes a list; give a value or remove the key",
    ],
    [
      "a number for a group",
      agent("assign: { groups: [ConnectAgents, 42] }"),
      "error: config/workshop.yaml:4:39 applications.agent.assign.groups.1: 42 is a number; it takes text; put it in quotes",
    ],
    [
      "true for a user",
      agent("assign:", "  users:", "    - true"),
      "error: config/workshop.yaml:6:11 applications.agent.assign.users.0: true is a boolean; it takes text; put it in quotes",
    ],
    [
      "a list in a list",
      agent("assign: { groups: [[ConnectAgents]] }"),
      "error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: is a list; it takes text; write it so",
    ],
    [
      "nothing in a list",
      agent("assign: { groups: [ConnectAgents, ~] }"),
      "error: config/workshop.yaml:4:39 applications.agent.assign.groups.1: is empty; it takes text; give a value or remove the entry",
    ],
    [
      "a mapping in a list",
      agent("assign:", "  groups:", "    - name: ConnectAgents"),
      "error: config/workshop.yaml:6:11 applications.agent.assign.groups.0: is a mapping; it takes text; write it so",
    ],
    [
      "a blank after a group",
      agent('assign: { groups: [ConnectAdmins, "ConnectAgents "] }'),
      'error: config/workshop.yaml:4:39 applications.agent.assign.groups.1: "ConnectAgents " has blanks around it; write "ConnectAgents"',
    ],
    [
      "a no-break space before a group",
      agent('assign: { groups: ["\\u00a0ConnectAgents"] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "\u00a0ConnectAgents" has blanks around it; write "ConnectAgents"',
    ],
    [
      "a blank before a user",
      agent('assign: { users: [" agent1@example.com"] }'),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: " agent1@example.com" has blanks around it; write "agent1@example.com"',
    ],
    [
      "a blank before an ID",
      agent('assign: { users: [" 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"] }'),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: " 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" has blanks around it; write "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"',
    ],
    [
      "empty names",
      agent('assign: { groups: [""], users: [""] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "" is empty; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'error: config/workshop.yaml:4:37 applications.agent.assign.users.0: "" is empty; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "names of blanks",
      agent('assign: { groups: ["  "], users: [" "] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "  " is empty; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'error: config/workshop.yaml:4:39 applications.agent.assign.users.0: " " is empty; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "names of two lines",
      agent('assign: { groups: ["Connect\\nAgents"], users: ["agent1\\nagent2"] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "Connect\\nAgents" has the character U+000A; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'error: config/workshop.yaml:4:52 applications.agent.assign.users.0: "agent1\\nagent2" has the character U+000A; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "a tab in a group",
      agent('assign: { groups: ["Connect\\tAgents"] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "Connect\\tAgents" has the character U+0009; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
    ],
    [
      "a user of two words, as a display name has",
      agent("assign: { users: [Ana Silva] }"),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: "Ana Silva" has a blank; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "a group of 1,025 characters, which is shown shortened",
      agent("assign:", "  groups:", `    - ${"g".repeat(1025)}`),
      'error: config/workshop.yaml:6:11 applications.agent.assign.groups.0: "ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg..." is 1,025 characters long; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
    ],
    [
      "a user of 129 characters",
      agent("assign:", "  users:", `    - ${"u".repeat(129)}`),
      'error: config/workshop.yaml:6:11 applications.agent.assign.users.0: "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu..." is 129 characters long; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "a group's ID that lost its last digit",
      agent("assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0] }"),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0" looks like an ID, but the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console',
    ],
    [
      "a user's ID with a digit too many",
      agent("assign: { users: [1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b0] }"),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: "1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b0" looks like an ID, but the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console',
    ],
    [
      "an ID without its dashes",
      agent("assign: { users: [906752a1b41d2e3f405161728394a5b6c7d8e9fa0b] }"),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: "906752a1b41d2e3f405161728394a5b6c7d8e9fa0b" looks like an ID, but the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console',
    ],
    [
      "a group's ARN, whose ID is wanted",
      agent(
        "assign:",
        "  groups:",
        "    - arn:aws:identitystore:::group/906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
      ),
      'error: config/workshop.yaml:6:11 applications.agent.assign.groups.0: "arn:aws:identitystore:::group/906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is an ARN; write the ID in it, 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b',
    ],
    [
      "a user's ARN, whose ID is wanted",
      agent(
        "assign:",
        "  users:",
        "    - arn:aws:identitystore:::user/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
      ),
      'error: config/workshop.yaml:6:11 applications.agent.assign.users.0: "arn:aws:identitystore:::user/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is an ARN; write the ID in it, 1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b',
    ],
    [
      "a user's ARN among groups",
      agent(
        "assign: { groups: ['arn:aws:identitystore:::user/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b'] }",
      ),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "arn:aws:identitystore:::user/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is the ARN of a user; name a group',
    ],
    [
      "a group's ARN among users",
      agent(
        "assign: { users: ['arn:aws:identitystore:::group/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b'] }",
      ),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: "arn:aws:identitystore:::group/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is the ARN of a group; name a user',
    ],
    [
      "ARNs without an ID",
      agent(
        "assign:",
        "  users:",
        "    - arn:aws:identitystore:::user/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0",
        "    - arn:aws:iam::123456789012:user/ana",
      ),
      'error: config/workshop.yaml:6:11 applications.agent.assign.users.0: "arn:aws:identitystore:::user/1d2e3f40-5161-7283-94a5-b6c7d8e9fa0" is an ARN; write the name, or the ID: the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console',
      'error: config/workshop.yaml:7:11 applications.agent.assign.users.1: "arn:aws:iam::123456789012:user/ana" is an ARN; write the name, or the ID: the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console',
    ],
  ],
  applicationArn: [
    [
      "the ARN of the Identity Center instance",
      agent("applicationArn: arn:aws:sso:::instance/ssoins-1234567890abcdef"),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "with a region",
      agent(
        "applicationArn: arn:aws:sso:us-east-1:123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws:sso:us-east-1:123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "without arn:aws:sso",
      agent("applicationArn: ssoins-1234567890abcdef/apl-1234567890abcdef"),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "ssoins-1234567890abcdef/apl-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "with a character too few",
      agent(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcde",
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcde" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "with a character too many",
      agent(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef0",
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef0" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "with a blank before it",
      agent(
        'applicationArn: " arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef"',
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: " arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "of China",
      agent(
        "applicationArn: arn:aws-cn:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws-cn:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "empty",
      agent('applicationArn: ""'),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "nothing",
      agent("applicationArn:"),
      "error: config/workshop.yaml:4:20 applications.agent.applicationArn: is empty; it takes text; give a value or remove the key",
    ],
    [
      "that is a list",
      agent(
        "applicationArn: [arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef]",
      ),
      "error: config/workshop.yaml:4:21 applications.agent.applicationArn: is a list; it takes text; write it so",
    ],
  ],
  identityCenter: [
    [
      "in other letters",
      top("identitycenter: { region: us-east-1 }"),
      'error: config/workshop.yaml:3:1 identitycenter: "identitycenter" is not a key here; did you mean identityCenter?',
    ],
    [
      "a misspelt key",
      top("identityCenter: { regoin: us-east-1 }"),
      'error: config/workshop.yaml:3:19 identityCenter.regoin: "regoin" is not a key here; did you mean region?',
    ],
    [
      "keys in other letters or number",
      top("identityCenter:", '  accountID: "123456789012"', "  createGroup: [ConnectAgents]"),
      'error: config/workshop.yaml:4:3 identityCenter.accountID: "accountID" is not a key here; did you mean accountId?',
      'error: config/workshop.yaml:5:3 identityCenter.createGroup: "createGroup" is not a key here; did you mean createGroups?',
    ],
    [
      "a key that resembles none",
      top("identityCenter: { identityStoreId: d-1234567890 }"),
      'error: config/workshop.yaml:3:19 identityCenter.identityStoreId: "identityStoreId" is not a key here; the keys are region, accountId, createGroups; remove it',
    ],
    [
      "nothing behind it",
      top("identityCenter:"),
      "error: config/workshop.yaml:3:16 identityCenter: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "a region alone",
      top("identityCenter: us-east-1"),
      'error: config/workshop.yaml:3:17 identityCenter: "us-east-1" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "a list",
      top("identityCenter: [us-east-1]"),
      "error: config/workshop.yaml:3:17 identityCenter: is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "an account ID without quotes, which YAML takes as a number",
      top("identityCenter: { accountId: 123456789012 }"),
      "error: config/workshop.yaml:3:30 identityCenter.accountId: 123456789012 is a number; it takes text; put it in quotes",
    ],
    [
      "the same with a zero at its start, which stays to be seen",
      top("identityCenter:", "  accountId: 012345678901"),
      "error: config/workshop.yaml:4:14 identityCenter.accountId: 012345678901 is a number; it takes text; put it in quotes",
    ],
    [
      "an account ID with dashes",
      top("identityCenter: { accountId: 1234-5678-9012 }"),
      'error: config/workshop.yaml:3:30 identityCenter.accountId: "1234-5678-9012" is not an account ID, which has twelve digits; write "123456789012"',
    ],
    [
      "an account ID of eleven digits",
      top('identityCenter: { accountId: "12345678901" }'),
      'error: config/workshop.yaml:3:30 identityCenter.accountId: "12345678901" is not an account ID, which has twelve digits; copy it from the console',
    ],
    [
      "an account ID with a blank before it",
      top('identityCenter: { accountId: " 123456789012" }'),
      'error: config/workshop.yaml:3:30 identityCenter.accountId: " 123456789012" is not an account ID, which has twelve digits; copy it from the console',
    ],
    [
      "an account's name",
      top("identityCenter: { accountId: management }"),
      'error: config/workshop.yaml:3:30 identityCenter.accountId: "management" is not an account ID, which has twelve digits; copy it from the console',
    ],
    [
      "an empty account ID",
      top('identityCenter: { accountId: "" }'),
      'error: config/workshop.yaml:3:30 identityCenter.accountId: "" is not an account ID, which has twelve digits; copy it from the console',
    ],
    [
      "no account ID",
      top("identityCenter:", "  accountId:"),
      "error: config/workshop.yaml:4:13 identityCenter.accountId: is empty; it takes text; give a value or remove the key",
    ],
    [
      "a list of account IDs",
      top('identityCenter: { accountId: ["123456789012"] }'),
      "error: config/workshop.yaml:3:30 identityCenter.accountId: is a list; it takes text; write it so",
    ],
    [
      "an availability zone",
      top("identityCenter: { region: us-east-1a }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "us-east-1a" is not a region; write its code, such as us-east-1',
    ],
    [
      "a region's name",
      top("identityCenter: { region: N. Virginia }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "N. Virginia" is not a region; write its code, such as us-east-1',
    ],
    [
      "a region in capitals",
      top("identityCenter: { region: US-EAST-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "US-EAST-1" is not a region; write its code, such as us-east-1',
    ],
    [
      "a region with a blank after it",
      top('identityCenter: { region: "us-east-1 " }'),
      'error: config/workshop.yaml:3:27 identityCenter.region: "us-east-1 " is not a region; write its code, such as us-east-1',
    ],
    [
      "an empty region",
      top('identityCenter: { region: "" }'),
      'error: config/workshop.yaml:3:27 identityCenter.region: "" is not a region; write its code, such as us-east-1',
    ],
    [
      "no region",
      top("identityCenter: { region: ~ }"),
      "error: config/workshop.yaml:3:27 identityCenter.region: is empty; it takes text; give a value or remove the key",
    ],
    [
      "a number for a region",
      top("identityCenter: { region: 1 }"),
      "error: config/workshop.yaml:3:27 identityCenter.region: 1 is a number; it takes text; put it in quotes",
    ],
    [
      "a GovCloud region beside a commercial instance",
      top("identityCenter: { region: us-gov-west-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "us-gov-west-1" is not a region of the partition aws, which instanceArn is in; name the region of its Identity Center',
    ],
    [
      "a region of China beside a commercial instance",
      top("identityCenter: { region: cn-north-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "cn-north-1" is not a region of the partition aws, which instanceArn is in; name the region of its Identity Center',
    ],
    [
      "a commercial region beside a GovCloud instance",
      whole(GOVCLOUD, ONE, "identityCenter: { region: us-east-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "us-east-1" is not a region of the partition aws-us-gov, which instanceArn is in; name the region of its Identity Center',
    ],
    [
      "a group to make where a list belongs",
      top("identityCenter: { createGroups: ConnectAgents }"),
      'error: config/workshop.yaml:3:33 identityCenter.createGroups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "true for the groups to make",
      top("identityCenter: { createGroups: true }"),
      "error: config/workshop.yaml:3:33 identityCenter.createGroups: true is a boolean; it takes a list; write it so",
    ],
    [
      "a mapping of groups to make",
      top("identityCenter:", "  createGroups:", "    ConnectAgents: {}"),
      "error: config/workshop.yaml:5:5 identityCenter.createGroups: is a mapping; it takes a list; write it so",
    ],
    [
      "nothing for the groups to make",
      top("identityCenter: { createGroups: }"),
      "error: config/workshop.yaml:3:33 identityCenter.createGroups: is empty; it takes a list; give a value or remove the key",
    ],
    [
      "a number for a group to make",
      top("identityCenter: { createGroups: [42] }"),
      "error: config/workshop.yaml:3:34 identityCenter.createGroups.0: 42 is a number; it takes text; put it in quotes",
    ],
    [
      "IDs of groups to make",
      top(
        "identityCenter:",
        "  createGroups:",
        "    - 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
        "    - 1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
      ),
      'error: config/workshop.yaml:5:7 identityCenter.createGroups.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is no name; AWS gives the ID to a group that is made; give a display name',
      'error: config/workshop.yaml:6:7 identityCenter.createGroups.1: "1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is no name; AWS gives the ID to a group that is made; give a display name',
    ],
    [
      "an ARN and what is left of an ID for groups to make",
      top(
        "identityCenter:",
        "  createGroups:",
        "    - arn:aws:identitystore:::group/906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
        "    - 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0",
      ),
      'error: config/workshop.yaml:5:7 identityCenter.createGroups.0: "arn:aws:identitystore:::group/906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is no name; AWS gives the ID to a group that is made; give a display name',
      'error: config/workshop.yaml:6:7 identityCenter.createGroups.1: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0" is no name; AWS gives the ID to a group that is made; give a display name',
    ],
    [
      "names that AWS keeps, in any letters",
      top(
        "identityCenter: { createGroups: [Administrator, awsadministrators, AWSAdministrators] }",
      ),
      'error: config/workshop.yaml:3:34 identityCenter.createGroups.0: "Administrator" is a name that AWS keeps for itself; give another',
      'error: config/workshop.yaml:3:49 identityCenter.createGroups.1: "awsadministrators" is a name that AWS keeps for itself; give another',
      'error: config/workshop.yaml:3:68 identityCenter.createGroups.2: "AWSAdministrators" is a name that AWS keeps for itself; give another',
    ],
    [
      "a blank around a group to make",
      top('identityCenter: { createGroups: [" ConnectAgents"] }'),
      'error: config/workshop.yaml:3:34 identityCenter.createGroups.0: " ConnectAgents" has blanks around it; write "ConnectAgents"',
    ],
    [
      "an empty name of a group to make",
      top('identityCenter: { createGroups: [""] }'),
      'error: config/workshop.yaml:3:34 identityCenter.createGroups.0: "" is empty; a display name has 1 to 1,024 characters in one line; change it',
    ],
  ],
  users: [
    [
      "under another key",
      top("user: []"),
      'error: config/workshop.yaml:3:1 user: "user" is not a key here; did you mean users?',
    ],
    [
      "nothing",
      top("users:"),
      "error: config/workshop.yaml:3:7 users: is empty; it takes a list; give a value or remove the key",
    ],
    [
      "a mapping",
      top("users: { email: agent1@example.com }"),
      "error: config/workshop.yaml:3:8 users: is a mapping; it takes a list; write it so",
    ],
    [
      "a mapping by address",
      top("users:", "  agent1@example.com:", "    givenName: Ana"),
      "error: config/workshop.yaml:4:3 users: is a mapping; it takes a list; write it so",
    ],
    [
      "true",
      top("users: true"),
      "error: config/workshop.yaml:3:8 users: true is a boolean; it takes a list; write it so",
    ],
    [
      "an address",
      top("users: agent1@example.com"),
      'error: config/workshop.yaml:3:8 users: "agent1@example.com" is text; it takes a list; write it so',
    ],
    [
      "addresses alone, in flow style",
      top("users: [agent1@example.com, agent2@example.com]"),
      'error: config/workshop.yaml:3:9 users.0: "agent1@example.com" is text; it takes a mapping of keys to values; write it so',
      'error: config/workshop.yaml:3:29 users.1: "agent2@example.com" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "an address alone, in block style",
      top("users:", "  - agent1@example.com"),
      'error: config/workshop.yaml:4:5 users.0: "agent1@example.com" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "nothing in the list",
      top("users:", "  -"),
      "error: config/workshop.yaml:4:4 users.0: is empty; it takes a mapping of keys to values; give a value or remove the entry",
    ],
    [
      "a list in the list",
      top("users: [[]]"),
      "error: config/workshop.yaml:3:9 users.0: is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "a user without anything",
      top("users: [{}]"),
      "error: config/workshop.yaml:3:9 users.0.email: is missing; give the e-mail address that the user has in Identity Center",
      "error: config/workshop.yaml:3:9 users.0.givenName: is missing; give the user's given name",
      "error: config/workshop.yaml:3:9 users.0.familyName: is missing; give the user's family name",
      "error: config/workshop.yaml:3:9 users.0.applications: is missing; name the applications that the user signs in through, as [agent]",
      "error: config/workshop.yaml:3:9 users.0.securityProfiles: is missing; name the user's security profiles, as [Agent]",
    ],
    [
      "no e-mail address",
      userWithout("email"),
      "error: config/workshop.yaml:4:5 users.0.email: is missing; give the e-mail address that the user has in Identity Center",
    ],
    [
      "no given name",
      userWithout("givenName"),
      "error: config/workshop.yaml:4:5 users.0.givenName: is missing; give the user's given name",
    ],
    [
      "no family name",
      userWithout("familyName"),
      "error: config/workshop.yaml:4:5 users.0.familyName: is missing; give the user's family name",
    ],
    [
      "no applications",
      userWithout("applications"),
      "error: config/workshop.yaml:4:5 users.0.applications: is missing; name the applications that the user signs in through, as [agent]",
    ],
    [
      "no security profiles",
      userWithout("securityProfiles"),
      "error: config/workshop.yaml:4:5 users.0.securityProfiles: is missing; name the user's security profiles, as [Agent]",
    ],
    [
      "nothing behind any key",
      user(
        ...[
          "email:",
          "givenName:",
          "familyName:",
          "applications:",
          "securityProfiles:",
          "routingProfile:",
          "deskPhone:",
          "createInIdentityCenter:",
          "emailInConnect:",
        ],
      ),
      "error: config/workshop.yaml:4:11 users.0.email: is empty; give the e-mail address that the user has in Identity Center",
      "error: config/workshop.yaml:5:15 users.0.givenName: is empty; give the user's given name",
      "error: config/workshop.yaml:6:16 users.0.familyName: is empty; give the user's family name",
      "error: config/workshop.yaml:7:18 users.0.applications: is empty; name the applications that the user signs in through, as [agent]",
      "error: config/workshop.yaml:8:22 users.0.securityProfiles: is empty; name the user's security profiles, as [Agent]",
      "error: config/workshop.yaml:9:20 users.0.routingProfile: is empty; it takes text; give a value or remove the key",
      "error: config/workshop.yaml:10:15 users.0.deskPhone: is empty; it takes text; give a value or remove the key",
      "error: config/workshop.yaml:11:28 users.0.createInIdentityCenter: is empty; it takes true or false; give a value or remove the key",
      "error: config/workshop.yaml:12:20 users.0.emailInConnect: is empty; it takes true or false; give a value or remove the key",
    ],
    [
      "null behind keys",
      user("email: ~", "familyName: null", "routingProfile: ~"),
      "error: config/workshop.yaml:4:12 users.0.email: is empty; give the e-mail address that the user has in Identity Center",
      "error: config/workshop.yaml:6:17 users.0.familyName: is empty; give the user's family name",
      "error: config/workshop.yaml:9:21 users.0.routingProfile: is empty; it takes text; give a value or remove the key",
    ],
    [
      "a misspelt key",
      user("routingProfil: Sales"),
      'error: config/workshop.yaml:9:5 users.0.routingProfil: "routingProfil" is not a key here; did you mean routingProfile?',
    ],
    [
      "keys in the singular",
      user("application: agent", "securityProfile: Agent"),
      'error: config/workshop.yaml:9:5 users.0.application: "application" is not a key here; did you mean applications?',
      'error: config/workshop.yaml:10:5 users.0.securityProfile: "securityProfile" is not a key here; did you mean securityProfiles?',
    ],
    [
      "a key in other letters",
      user("createInIdentitycenter: true"),
      'error: config/workshop.yaml:9:5 users.0.createInIdentitycenter: "createInIdentitycenter" is not a key here; did you mean createInIdentityCenter?',
    ],
    [
      "a key that resembles none",
      user("groups: [ConnectAgents]"),
      'error: config/workshop.yaml:9:5 users.0.groups: "groups" is not a key here; the keys are email, givenName, familyName, applications, routingProfile, securityProfiles, deskPhone, connectUserId, createInIdentityCenter, emailInConnect; remove it',
    ],
    [
      "an application where a list belongs",
      user("applications: agent"),
      'error: config/workshop.yaml:7:19 users.0.applications: "agent" is text; it takes a list; write [agent]',
    ],
    [
      "an empty text where the list of applications belongs, which an empty list does not mend",
      user('applications: ""'),
      'error: config/workshop.yaml:7:19 users.0.applications: "" is text; it takes a list; write it so',
    ],
    [
      "no application in the list",
      user("applications: []"),
      "error: config/workshop.yaml:7:19 users.0.applications: is empty; name the applications that the user signs in through, as [agent]",
    ],
    [
      "a mapping of applications",
      user("applications: { agent: true }"),
      "error: config/workshop.yaml:7:19 users.0.applications: is a mapping; it takes a list; write it so",
    ],
    [
      "a number for an application",
      user("applications: [1]"),
      "error: config/workshop.yaml:7:20 users.0.applications.0: 1 is a number; it takes text; put it in quotes",
    ],
    [
      "a list for an application",
      user("applications: [[agent]]"),
      "error: config/workshop.yaml:7:20 users.0.applications.0: is a list; it takes text; write it so",
    ],
    [
      "a security profile where a list belongs",
      user("securityProfiles: Agent"),
      'error: config/workshop.yaml:8:23 users.0.securityProfiles: "Agent" is text; it takes a list; write [Agent]',
    ],
    [
      "a security profile of more than ten letters where a list belongs",
      user("securityProfiles: CallCenterManager"),
      'error: config/workshop.yaml:8:23 users.0.securityProfiles: "CallCenterManager" is text; it takes a list; write [CallCenterManager]',
    ],
    [
      "a mapping of security profiles",
      user("securityProfiles: { length: many }"),
      "error: config/workshop.yaml:8:23 users.0.securityProfiles: is a mapping; it takes a list; write it so",
    ],
    [
      "no security profile in the list",
      user("securityProfiles: []"),
      "error: config/workshop.yaml:8:23 users.0.securityProfiles: is empty; name the user's security profiles, as [Agent]",
    ],
    [
      "a number for a security profile",
      user("securityProfiles: [Agent, 5]"),
      "error: config/workshop.yaml:8:31 users.0.securityProfiles.1: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "eleven security profiles",
      user("securityProfiles: [P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11]"),
      "error: config/workshop.yaml:8:23 users.0.securityProfiles: has 11 entries; it takes 10 at the most; remove some",
    ],
    [
      "an empty security profile",
      user('securityProfiles: [""]'),
      'error: config/workshop.yaml:8:24 users.0.securityProfiles.0: "" is not a profile\'s name: 1 to 127 characters in one line, without blanks at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a security profile with a blank before it",
      user('securityProfiles: [Agent, " Admin"]'),
      'error: config/workshop.yaml:8:31 users.0.securityProfiles.1: " Admin" is not a profile\'s name: 1 to 127 characters in one line, without blanks at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a security profile of 128 characters",
      user(`securityProfiles: [${"p".repeat(128)}]`),
      'error: config/workshop.yaml:8:24 users.0.securityProfiles.0: "ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp..." is not a profile\'s name: 1 to 127 characters in one line, without blanks at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a routing profile of two lines",
      user('routingProfile: "Basic\\nProfile"'),
      'error: config/workshop.yaml:9:21 users.0.routingProfile: "Basic\\nProfile" is not a profile\'s name: 1 to 127 characters in one line, without blanks at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "an empty routing profile",
      user('routingProfile: ""'),
      'error: config/workshop.yaml:9:21 users.0.routingProfile: "" is not a profile\'s name: 1 to 127 characters in one line, without blanks at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a list of routing profiles",
      user("routingProfile: [Sales]"),
      "error: config/workshop.yaml:9:21 users.0.routingProfile: is a list; it takes text; write it so",
    ],
    [
      "a number for a routing profile",
      user("routingProfile: 1"),
      "error: config/workshop.yaml:9:21 users.0.routingProfile: 1 is a number; it takes text; put it in quotes",
    ],
    [
      "yes for createInIdentityCenter",
      user("createInIdentityCenter: yes"),
      'error: config/workshop.yaml:9:29 users.0.createInIdentityCenter: "yes" is text; it takes true or false; write true',
    ],
    [
      "a number for createInIdentityCenter",
      user("createInIdentityCenter: 1"),
      "error: config/workshop.yaml:9:29 users.0.createInIdentityCenter: 1 is a number; it takes true or false; write true or false",
    ],
    [
      "an address for emailInConnect",
      user("emailInConnect: agent1@example.com"),
      'error: config/workshop.yaml:9:21 users.0.emailInConnect: "agent1@example.com" is text; it takes true or false; write true or false',
    ],
    [
      "no for emailInConnect",
      user("emailInConnect: no"),
      'error: config/workshop.yaml:9:21 users.0.emailInConnect: "no" is text; it takes true or false; write false',
    ],
  ],
  "a user's address and name": [
    [
      "a number for an address",
      user("email: 5"),
      "error: config/workshop.yaml:4:12 users.0.email: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "a list of addresses",
      user("email: [agent1@example.com]"),
      "error: config/workshop.yaml:4:12 users.0.email: is a list; it takes text; write it so",
    ],
    [
      "an empty address",
      user('email: ""'),
      'error: config/workshop.yaml:4:12 users.0.email: "" is not an e-mail address; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; write it as in agent1@example.com',
    ],
    [
      "an address with a blank after it",
      user('email: "agent1@example.com "'),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@example.com " has blanks around it; write "agent1@example.com"',
    ],
    [
      "a plus sign, which Connect does not take",
      user("email: agent1+night@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1+night@example.com" has "+"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "a letter that Connect does not take",
      user("email: jürgen@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "jürgen@example.com" has "ü"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "an apostrophe",
      user("email: o'brien@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "o\'brien@example.com" has "\'"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "a display name before the address",
      user("email: Ana Silva <ana@example.com>"),
      'error: config/workshop.yaml:4:12 users.0.email: "Ana Silva <ana@example.com>" has a blank, "<", ">"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "a dozen bad characters, of which five are shown",
      user('email: "a!#$%&*+/=?^b@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "a!#$%&*+/=?^b@example.com" has "!", "#", "$", "%", "&"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "a line break",
      user('email: "agent1\\n@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1\\n@example.com" has "\\n"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "two addresses",
      user('email: "agent1@example.com,agent2@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@example.com,agent2@example.com" has ","; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "a user name",
      user("email: agent1"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1" is not an e-mail address; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; write it as in agent1@example.com',
    ],
    [
      "no domain",
      user("email: agent1@localhost"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@localhost" is not an e-mail address; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; write it as in agent1@example.com',
    ],
    [
      "two at signs",
      user("email: agent1@sales@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@sales@example.com" is not an e-mail address; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; write it as in agent1@example.com',
    ],
    [
      "nothing before the at sign",
      user('email: "@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "@example.com" is not an e-mail address; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; write it as in agent1@example.com',
    ],
    [
      "an address of 65 characters",
      user(`email: ${"a".repeat(53)}@example.com`),
      'error: config/workshop.yaml:4:12 users.0.email: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com" is 65 characters long; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "empty names",
      user('givenName: ""', 'familyName: ""'),
      'error: config/workshop.yaml:5:16 users.0.givenName: "" is not a name: 1 to 100 characters in one line, without blanks at its ends; change it',
      'error: config/workshop.yaml:6:17 users.0.familyName: "" is not a name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "blanks around names",
      user('givenName: " Ana"', 'familyName: "Silva "'),
      'error: config/workshop.yaml:5:16 users.0.givenName: " Ana" is not a name: 1 to 100 characters in one line, without blanks at its ends; change it',
      'error: config/workshop.yaml:6:17 users.0.familyName: "Silva " is not a name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "names of two lines",
      user('givenName: "Ana\\nMaria"'),
      'error: config/workshop.yaml:5:16 users.0.givenName: "Ana\\nMaria" is not a name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "a name of 101 characters",
      user(`familyName: ${"s".repeat(101)}`),
      'error: config/workshop.yaml:6:17 users.0.familyName: "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss" is not a name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "a number and true for names",
      user("givenName: 5", "familyName: true"),
      "error: config/workshop.yaml:5:16 users.0.givenName: 5 is a number; it takes text; put it in quotes",
      "error: config/workshop.yaml:6:17 users.0.familyName: true is a boolean; it takes text; put it in quotes",
    ],
    [
      "a mapping for a name",
      user("givenName: { first: Ana }"),
      "error: config/workshop.yaml:5:16 users.0.givenName: is a mapping; it takes text; write it so",
    ],
  ],
  "a desk phone": [
    [
      "without quotes, which YAML takes as a number",
      user("deskPhone: +12065550100"),
      "error: config/workshop.yaml:9:16 users.0.deskPhone: +12065550100 is a number; it takes text; put it in quotes",
    ],
    [
      "with blanks and dashes",
      user('deskPhone: "+1 206-555-0199"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1 206-555-0199" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as +12065550199',
    ],
    [
      "with brackets",
      user("deskPhone: +1 (206) 555-0199"),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1 (206) 555-0199" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as +12065550199',
    ],
    [
      "without a plus sign",
      user('deskPhone: "12065550199"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "12065550199" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "without a country code",
      user("deskPhone: 206-555-0199"),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "206-555-0199" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with two zeros for the plus sign",
      user('deskPhone: "0012065550199"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "0012065550199" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with a country code that starts with zero",
      user('deskPhone: "+0206555019"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+0206555019" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "of 16 digits",
      user('deskPhone: "+1234567890123456"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1234567890123456" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "of one digit",
      user('deskPhone: "+1"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with a zero that is dialled within the country only, which makes no other number",
      user('deskPhone: "+49 (0)30 1234567"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+49 (0)30 1234567" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with an extension, which makes no other number",
      user('deskPhone: "+12065550199 ext. 12"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+12065550199 ext. 12" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with letters, which make no other number",
      user('deskPhone: "+4930CALL"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+4930CALL" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "empty",
      user('deskPhone: ""'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "in a list",
      user('deskPhone: ["+12065550100"]'),
      "error: config/workshop.yaml:9:16 users.0.deskPhone: is a list; it takes text; write it so",
    ],
  ],
  duplicates: [
    [
      "a group three times",
      agent("assign: { groups: [ConnectAgents, ConnectNight, ConnectAgents, ConnectAgents] }"),
      'error: config/workshop.yaml:4:53 applications.agent.assign.groups.2: "ConnectAgents" stands twice in this list; remove one',
      'error: config/workshop.yaml:4:68 applications.agent.assign.groups.3: "ConnectAgents" stands twice in this list; remove one',
    ],
    [
      "a user twice, in block style",
      agent(
        "assign:",
        "  users:",
        "    - agent1@example.com",
        "    - agent2@example.com",
        "    - agent1@example.com",
      ),
      'error: config/workshop.yaml:8:11 applications.agent.assign.users.2: "agent1@example.com" stands twice in this list; remove one',
    ],
    [
      "a group to make",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents, ConnectAgents] }",
      ),
      'error: config/workshop.yaml:3:49 identityCenter.createGroups.1: "ConnectAgents" stands twice in this list; remove one',
    ],
    [
      "an application of a user",
      user("applications: [agent, agent]"),
      'error: config/workshop.yaml:7:27 users.0.applications.1: "agent" stands twice in this list; remove one',
    ],
    [
      "a security profile of a user",
      user("securityProfiles: [Agent, Admin, Agent]"),
      'error: config/workshop.yaml:8:38 users.0.securityProfiles.2: "Agent" stands twice in this list; remove one',
    ],
    [
      "an address of two users",
      top("users:", person("agent1@example.com", "agent"), person("agent1@example.com", "agent")),
      'error: config/workshop.yaml:5:14 users.1.email: "agent1@example.com" is the address of users.0 too; remove one of the two',
    ],
    [
      "an address of two users, in other letters",
      top(
        "users:",
        person("agent1@example.com", "agent"),
        person("agent2@example.com", "agent"),
        person("Agent1@Example.com", "agent"),
      ),
      'error: config/workshop.yaml:6:14 users.2.email: "Agent1@Example.com" is the address of users.0, "agent1@example.com", in other letters; remove one of the two',
    ],
    [
      "an ARN of two applications",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is applications.agent.applicationArn too; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "the same beside a wrong instanceArn",
      whole(
        "instanceArn: 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        "applications:",
        "  agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 }",
        "  admin: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 }",
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "9690dd9b-3de7-4097-b4d9-67829f7c8fca" is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is applications.agent.applicationArn too; each application has its own ARN; copy it from the application\'s page',
    ],
  ],
  "a user's applications": [
    [
      "a misspelt application",
      two("", "", "users:", person("agent1@example.com", "agnet")),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "a misspelt application beside the right one",
      top("users:", person("agent1@example.com", "agent, agnet")),
      'error: config/workshop.yaml:4:56 users.0.applications.1: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "an application in other letters",
      two("", "", "users:", person("agent1@example.com", "Agent")),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "Agent" is not the key of an application here; did you mean agent?',
    ],
    [
      "an application that resembles none, where there is one",
      top("users:", person("agent1@example.com", "supervisor")),
      'error: config/workshop.yaml:4:49 users.0.applications.0: "supervisor" is not the key of an application here; there is agent',
    ],
    [
      "an application that resembles none, where there are two",
      two("", "", "users:", person("agent1@example.com", "supervisor")),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "supervisor" is not the key of an application here; there are agent, admin',
    ],
    [
      "an empty text",
      top("users:", person("agent1@example.com", '""')),
      'error: config/workshop.yaml:4:49 users.0.applications.0: "" is not the key of an application here; there is agent',
    ],
    [
      "a word that every object has",
      top("users:", person("agent1@example.com", "constructor")),
      'error: config/workshop.yaml:4:49 users.0.applications.0: "constructor" is not the key of an application here; there is agent',
    ],
  ],
  "one role for each user": [
    [
      "a user assigned to two applications",
      two(
        "assign: { users: [agent1@example.com] }",
        "assign: { users: [admin1@example.com, agent1@example.com] }",
      ),
      'error: config/workshop.yaml:4:50 applications.admin.assign.users.1: "agent1@example.com" is assigned to agent (applications.agent.assign.users.0) too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "the same in other letters",
      two("assign: { users: [agent1@example.com] }", "assign: { users: [Agent1@Example.com] }"),
      'error: config/workshop.yaml:4:30 applications.admin.assign.users.0: "Agent1@Example.com" is assigned to agent (applications.agent.assign.users.0) too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user's ID assigned to two applications",
      two(
        "assign: { users: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
        "assign: { users: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
      ),
      'error: config/workshop.yaml:4:30 applications.admin.assign.users.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is assigned to agent (applications.agent.assign.users.0) too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user with two applications",
      two("", "", "users:", person("agent1@example.com", "agent, admin")),
      'error: config/workshop.yaml:6:56 users.0.applications.1: "admin" is one more for agent1@example.com beside agent (users.0.applications.0), and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user with three applications, told at the second and the third",
      whole(
        ARN,
        "applications: { agent: {}, admin: {}, lead: {} }",
        "users:",
        person("agent1@example.com", "admin, lead, agent"),
      ),
      'error: config/workshop.yaml:4:56 users.0.applications.1: "lead" is one more for agent1@example.com beside admin (users.0.applications.0), and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      'error: config/workshop.yaml:4:62 users.0.applications.2: "agent" is one more for agent1@example.com beside admin (users.0.applications.0), and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user with another application than is assigned",
      two(
        "assign: { users: [agent1@example.com] }",
        "",
        "users:",
        person("agent1@example.com", "admin"),
      ),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "admin" is one more for agent1@example.com beside agent (applications.agent.assign.users.0), and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "the same in other letters, beside the right one",
      two(
        "assign: { users: [agent1@example.com], groups: [ConnectAgents] }",
        "",
        "users:",
        person("Agent1@example.com", "agent, admin"),
      ),
      'error: config/workshop.yaml:6:56 users.0.applications.1: "admin" is one more for Agent1@example.com beside agent (applications.agent.assign.users.0), and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      'warning: config/workshop.yaml:3:30 applications.agent.assign.users.0: "agent1@example.com" is users.0.email in other letters, which Connect tells apart; write "Agent1@example.com" in both places',
    ],
  ],
  "Identity Center's account and instance": [
    [
      "an application of another account",
      two(
        "applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222",
        'identityCenter: { accountId: "123456789012" }',
      ),
      'error: config/workshop.yaml:3:28 applications.agent.applicationArn: "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111" is an application of account 210987654321, but identityCenter.accountId is 123456789012; copy the right one',
    ],
    [
      "all applications of another account",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222",
        'identityCenter: { accountId: "210987654321" }',
      ),
      'error: config/workshop.yaml:3:28 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is an application of account 123456789012, but identityCenter.accountId is 210987654321; copy the right one',
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222" is an application of account 123456789012, but identityCenter.accountId is 210987654321; copy the right one',
    ],
    [
      "applications of two accounts, in one Identity Center",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222" is an application of account 210987654321, but that of applications.agent of 123456789012; an instance\'s applications belong to one Identity Center; copy the right ARN',
    ],
    [
      "applications of two Identity Centers",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-2222222222222222",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-2222222222222222" belongs to arn:aws:sso:::instance/ssoins-fedcba0987654321, but that of applications.agent to arn:aws:sso:::instance/ssoins-1234567890abcdef; an instance\'s applications belong to one Identity Center; copy the right ARN',
    ],
    [
      "an application of another partition",
      whole(
        GOVCLOUD,
        "applications:",
        "  agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 }",
      ),
      'error: config/workshop.yaml:3:28 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is in the partition aws, but instanceArn is in aws-us-gov; both are in one partition; copy the right ARN',
    ],
  ],
  "two files": [
    [
      "an application's ARN in both",
      {
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
        "oslo.yaml": whole(
          OTHER_INSTANCE,
          "applications: { admin: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
      },
      'error: config/oslo.yaml:2:42 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is applications.agent.applicationArn in config/berlin.yaml too; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "the same beside wrong instances",
      {
        "berlin.yaml": whole(
          "instanceArn: berlin",
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
        "oslo.yaml": whole(
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
      },
      'error: config/berlin.yaml:1:14 instanceArn: "berlin" is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      "error: config/oslo.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      'error: config/oslo.yaml:1:42 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is applications.agent.applicationArn in config/berlin.yaml too; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "a group made twice in one Identity Center",
      {
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111, assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [ConnectAgents] }",
        ),
        "oslo.yaml": whole(
          OTHER_INSTANCE,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222, assign: { groups: [Oslo, ConnectAgents] } } }",
          "identityCenter: { createGroups: [Oslo, ConnectAgents] }",
        ),
      },
      'error: config/oslo.yaml:3:40 identityCenter.createGroups.1: "ConnectAgents" would be made by identityCenter.createGroups.0 in config/berlin.yaml too, in one Identity Center; keep one of the two',
    ],
    [
      "a user made twice in one instance, in other letters",
      {
        "berlin.yaml": whole(ARN, ONE, "users:", person("agent1@example.com", "agent")),
        "oslo.yaml": whole(
          ARN,
          ONE,
          "namePrefix: Oslo-",
          "users:",
          person("agent2@example.com", "agent"),
          person("Agent1@example.com", "agent"),
        ),
      },
      'error: config/oslo.yaml:6:14 users.1.email: "Agent1@example.com" would be made in one instance by users.0.email in config/berlin.yaml too; keep the user in one of the files',
    ],
    [
      "a user made twice in one Identity Center",
      {
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
          "users:",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
        "oslo.yaml": whole(
          OTHER_INSTANCE,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222 } }",
          "users:",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
      },
      'error: config/oslo.yaml:4:14 users.0.email: "agent1@example.com" would be made in one Identity Center by users.0.email in config/berlin.yaml too; set createInIdentityCenter in one of the files only',
    ],
  ],
  "what other rules read too": [
    [
      "an application that is broken, and a user of it",
      whole(
        ARN,
        "applications:",
        "  agent: text",
        "  admin: {}",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'error: config/workshop.yaml:3:10 applications.agent: "text" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "roles misspelt, and a group and a user of two applications",
      two(
        "assign: { groups: [Connect], users: [agent1@example.com] }",
        "assign: { groups: [Connect], users: [agent1@example.com] }",
        "roles: sharde",
      ),
      'error: config/workshop.yaml:5:8 roles: "sharde" is not one of separate, shared; write shared',
    ],
    [
      "a broken list of groups, and a group to make",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: ConnectAgents } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      'error: config/workshop.yaml:2:44 applications.agent.assign.groups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "a broken entry of groups, and a group to make",
      whole(
        ARN,
        'applications: { agent: { assign: { groups: ["ConnectAgents "] } } }',
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      'error: config/workshop.yaml:2:45 applications.agent.assign.groups.0: "ConnectAgents " has blanks around it; write "ConnectAgents"',
    ],
    [
      "a broken list of groups, and a user who is not named",
      two(
        "assign: { groups: ConnectAgents, users: [agent2@example.com] }",
        "",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'error: config/workshop.yaml:3:30 applications.agent.assign.groups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "a broken entry of users, and the user who is meant",
      two(
        'assign: { users: [agent2@example.com, "agent1@example.com "] }',
        "",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'error: config/workshop.yaml:3:50 applications.agent.assign.users.1: "agent1@example.com " has blanks around it; write "agent1@example.com"',
    ],
    [
      "two files without instanceArn, and a user in both",
      {
        "berlin.yaml": whole(ONE, "users:", person("agent1@example.com", "agent")),
        "oslo.yaml": whole(ONE, "users:", person("agent1@example.com", "agent")),
      },
      "error: config/berlin.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      "error: config/oslo.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
    ],
  ],
  YAML: [
    [
      "entries of lists at every depth, in block style",
      top(
        "users:",
        "- email: agent1@example.com",
        "  givenName: Ana",
        "  familyName: Silva",
        "  applications:",
        "  - agent",
        "  securityProfiles:",
        "  - Agent",
        "  -",
        "    5",
        "- email: agent2@example.com",
        "  givenName: 7",
      ),
      "error: config/workshop.yaml:12:5 users.0.securityProfiles.1: 5 is a number; it takes text; put it in quotes",
      "error: config/workshop.yaml:13:3 users.1.familyName: is missing; give the user's family name",
      "error: config/workshop.yaml:13:3 users.1.applications: is missing; name the applications that the user signs in through, as [agent]",
      "error: config/workshop.yaml:13:3 users.1.securityProfiles: is missing; name the user's security profiles, as [Agent]",
      "error: config/workshop.yaml:14:14 users.1.givenName: 7 is a number; it takes text; put it in quotes",
    ],
    [
      "entries of lists over several lines, in flow style",
      top(
        "users: [",
        "  { email: agent1+night@example.com,",
        "    givenName: Ana, familyName: Silva, applications: [",
        "      agent,",
        "      agent",
        "    ], securityProfiles: [Agent] }, agent2 ]",
      ),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1+night@example.com" has "+"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
      'error: config/workshop.yaml:7:7 users.0.applications.1: "agent" stands twice in this list; remove one',
      'error: config/workshop.yaml:8:37 users.1: "agent2" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "one key in a flow list",
      top("users: [email: agent1@example.com]"),
      "error: config/workshop.yaml:3:9 users.0.givenName: is missing; give the user's given name",
      "error: config/workshop.yaml:3:9 users.0.familyName: is missing; give the user's family name",
      "error: config/workshop.yaml:3:9 users.0.applications: is missing; name the applications that the user signs in through, as [agent]",
      "error: config/workshop.yaml:3:9 users.0.securityProfiles: is missing; name the user's security profiles, as [Agent]",
    ],
    [
      "text over several lines",
      agent(
        "assign:",
        "  users:",
        "    - agent1",
        "    - >-",
        "      Ana",
        "      Silva",
        "    - 'agent2",
        "      night'",
      ),
      'error: config/workshop.yaml:7:11 applications.agent.assign.users.1: "Ana Silva" has a blank; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
      'error: config/workshop.yaml:10:11 applications.agent.assign.users.2: "agent2 night" has a blank; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "Windows line ends",
      agent("assign:", "  groups:", "    - ConnectAgents", "    - 42").replaceAll("\n", "\r\n"),
      "error: config/workshop.yaml:7:11 applications.agent.assign.groups.1: 42 is a number; it takes text; put it in quotes",
    ],
    [
      "a list that is an alias, told at both places that it is for",
      whole(
        ARN,
        "applications:",
        "  agent:",
        "    assign:",
        "      users: &everybody",
        "        - agent1@example.com",
        "        - Ana Silva",
        "  admin:",
        "    assign: { users: *everybody }",
        "roles: shared",
      ),
      'error: config/workshop.yaml:7:11 applications.agent.assign.users.1: "Ana Silva" has a blank; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
      'error: config/workshop.yaml:7:11 applications.admin.assign.users.1: "Ana Silva" has a blank; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "an entry that is an alias, told where it is written",
      agent("displayName: &name Contact Center", "assign: { users: [agent1@example.com, *name] }"),
      'error: config/workshop.yaml:4:24 applications.agent.assign.users.1: "Contact Center" has a blank; a user name has 1 to 128 characters without blanks; copy it from the Identity Center console',
    ],
    [
      "an entry with an anchor",
      agent('assign: { groups: [&night " ConnectNight", *night] }'),
      'error: config/workshop.yaml:4:31 applications.agent.assign.groups.0: " ConnectNight" has blanks around it; write "ConnectNight"',
      'error: config/workshop.yaml:4:31 applications.agent.assign.groups.1: " ConnectNight" has blanks around it; write "ConnectNight"',
    ],
    [
      "a user that is an alias",
      top(
        "users:",
        "  - &ana { email: agent1+night@example.com, givenName: Ana, familyName: Silva, applications: [agent], securityProfiles: [Agent] }",
        "  - *ana",
      ),
      'error: config/workshop.yaml:4:19 users.0.email: "agent1+night@example.com" has "+"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
      'error: config/workshop.yaml:4:19 users.1.email: "agent1+night@example.com" has "+"; a Connect user name is an e-mail address of letters, digits and _.-@, up to 64 characters; give the user another address',
    ],
    [
      "a user's application that is merged in, told where it is written",
      top(
        "users:",
        "  - &ana { email: agent1@example.com, applications: [agnet], givenName: Ana, familyName: Silva, securityProfiles: [Agent] }",
        "  - { <<: *ana, email: agent2@example.com }",
      ),
      'error: config/workshop.yaml:4:54 users.0.applications.0: "agnet" is not the key of an application here; did you mean agent?',
      'error: config/workshop.yaml:4:54 users.1.applications.0: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "a key that an alias lacks, told where the alias stands",
      top(
        "users:",
        "  - &ana { email: agent1@example.com, familyName: Silva, applications: [agent], securityProfiles: [Agent] }",
        "  - *ana",
      ),
      "error: config/workshop.yaml:4:10 users.0.givenName: is missing; give the user's given name",
      'error: config/workshop.yaml:4:19 users.1.email: "agent1@example.com" is the address of users.0 too; remove one of the two',
      "error: config/workshop.yaml:5:5 users.1.givenName: is missing; give the user's given name",
    ],
    [
      "a phone number that is an alias",
      user('tel: &tel "206"', "deskPhone: *tel"),
      'error: config/workshop.yaml:9:5 users.0.tel: "tel" is not a key here; the keys are email, givenName, familyName, applications, routingProfile, securityProfiles, deskPhone, connectUserId, createInIdentityCenter, emailInConnect; remove it',
      'error: config/workshop.yaml:9:15 users.0.deskPhone: "206" is not a phone number in E.164: a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
  ],
};

const WARNINGS: Readonly<Record<string, readonly Case[]>> = {
  "a group that would be made for nobody": [
    [
      "where no application has any",
      top("identityCenter: { createGroups: [ConnectAgents] }"),
      'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "ConnectAgents" would be made, but no application has it; name it in an application\'s assign.groups',
    ],
    [
      "where an application has it in other letters",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [connectagents] }",
      ),
      'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "connectagents" would be made, but no application has it; did you mean "ConnectAgents"?',
    ],
    [
      "where an application has it misspelt, in block style",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConectAgents, ConnectNight] } } }",
        "identityCenter:",
        "  createGroups:",
        "    - ConnectNight",
        "    - ConnectAgents",
      ),
      'warning: config/workshop.yaml:6:7 identityCenter.createGroups.1: "ConnectAgents" would be made, but no application has it; did you mean "ConectAgents"?',
    ],
    [
      "where applications have others",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [Support] } } }",
        "identityCenter: { createGroups: [Support, ConnectAgents] }",
      ),
      'warning: config/workshop.yaml:3:43 identityCenter.createGroups.1: "ConnectAgents" would be made, but no application has it; name it in an application\'s assign.groups',
    ],
    [
      "where an application has one that resembles it, which is made too",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents, ConnectAdmins] }",
      ),
      'warning: config/workshop.yaml:3:49 identityCenter.createGroups.1: "ConnectAdmins" would be made, but no application has it; name it in an application\'s assign.groups',
    ],
    [
      "where an application has an ID",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "ConnectAgents" would be made, but no application has it; name it in an application\'s assign.groups',
    ],
  ],
  "a group of two applications": [
    [
      "by name",
      two(
        "assign: { groups: [ConnectAgents, ConnectNight] }",
        "assign: { groups: [ConnectAdmins, ConnectAgents] }",
      ),
      'warning: config/workshop.yaml:4:46 applications.admin.assign.groups.1: "ConnectAgents" is assigned to agent too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another, so that its members can use one of the two; give each application a group of its own, or set roles: shared',
    ],
    [
      "by ID",
      two(
        "assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
        "assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
      ),
      'warning: config/workshop.yaml:4:31 applications.admin.assign.groups.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is assigned to agent too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another, so that its members can use one of the two; give each application a group of its own, or set roles: shared',
    ],
    [
      "of three, told at the second and the third",
      whole(
        ARN,
        "applications:",
        "  agent: { assign: { groups: [Connect] } }",
        "  admin: { assign: { groups: [Connect] } }",
        "  lead: { assign: { groups: [Connect] } }",
      ),
      'warning: config/workshop.yaml:4:31 applications.admin.assign.groups.0: "Connect" is assigned to agent too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another, so that its members can use one of the two; give each application a group of its own, or set roles: shared',
      'warning: config/workshop.yaml:5:30 applications.lead.assign.groups.0: "Connect" is assigned to agent too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another, so that its members can use one of the two; give each application a group of its own, or set roles: shared',
    ],
  ],
  "a user who would see no tile": [
    [
      "where others are assigned one by one",
      two(
        "assign: { users: [agent2@example.com] }",
        "",
        "users:",
        person("agent1@example.com", "agent"),
        person("agent2@example.com", "agent"),
        person("admin1@example.com", "admin"),
      ),
      'warning: config/workshop.yaml:6:49 users.0.applications.0: "agent" has no group, and does not name agent1@example.com among its users; add the user to applications.agent.assign.users',
    ],
    [
      "where the list of groups is empty",
      two(
        "assign: { users: [agent2@example.com], groups: [] }",
        "",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'warning: config/workshop.yaml:6:49 users.0.applications.0: "agent" has no group, and does not name agent1@example.com among its users; add the user to applications.agent.assign.users',
    ],
    [
      "where the user is named in other letters, which count",
      two(
        "assign: { users: [Agent1@example.com] }",
        "",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'warning: config/workshop.yaml:3:30 applications.agent.assign.users.0: "Agent1@example.com" is users.0.email in other letters, which Connect tells apart; write "agent1@example.com" in both places',
    ],
    [
      "of each application, with one role for all",
      two(
        "assign: { users: [agent2@example.com] }",
        "assign: { users: [agent3@example.com] }",
        "roles: shared",
        "users:",
        person("agent1@example.com", "admin, agent"),
      ),
      'warning: config/workshop.yaml:7:49 users.0.applications.0: "admin" has no group, and does not name agent1@example.com among its users; add the user to applications.admin.assign.users',
      'warning: config/workshop.yaml:7:56 users.0.applications.1: "agent" has no group, and does not name agent1@example.com among its users; add the user to applications.agent.assign.users',
    ],
  ],
};

const FINE: readonly (readonly [what: string, config: string | Files])[] = [
  [
    "lists that are empty",
    agent("assign: { groups: [], users: [] }") +
      whole("identityCenter: { createGroups: [] }", "users: []"),
  ],
  ["mappings that are empty", agent("assign: {}") + whole("identityCenter: {}")],
  [
    "names as long as AWS takes them",
    agent("assign:", `  groups: [${"g".repeat(1024)}]`, `  users: [${"u".repeat(128)}]`),
  ],
  [
    "names in any script, with any mark",
    agent(
      "assign:",
      `  groups: ["Köln / Support (2. Ebene) 📞", 客服]`,
      `  users: [ana+night@example.com, "CORP\\\\ana", 王芳]`,
    ),
  ],
  [
    "IDs in both forms and in capitals",
    agent(
      "assign:",
      "  groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b, 1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b]",
      "  users: [906752a1b4-1D2E3F40-5161-7283-94A5-B6C7D8E9FA0B, 1D2E3F40-5161-7283-94A5-B6C7D8E9FA0B]",
    ),
  ],
  [
    "names of 32 hexadecimal digits, as identity providers make them up",
    agent(
      "assign:",
      "  groups: [1d2e3f405161728394a5b6c7d8e9fa0b]",
      "  users: [2d2e3f405161728394a5b6c7d8e9fa0b]",
    ),
  ],
  [
    "a group that AWS keeps for itself, where it is only assigned",
    agent("assign: { groups: [AWSAdministrators] }"),
  ],
  [
    "names at their longest",
    user(
      `email: ${"a".repeat(52)}@example.com`,
      `givenName: ${"n".repeat(100)}`,
      `familyName: ${"n".repeat(100)}`,
      `routingProfile: ${"p".repeat(127)}`,
      `securityProfiles: [${"p".repeat(127)}]`,
    ),
  ],
  ["names as people have them", user("givenName: Núria María", "familyName: O'Brien-李")],
  ["ten security profiles", user("securityProfiles: [P1, P2, P3, P4, P5, P6, P7, P8, P9, P10]")],
  ["a phone number of 15 digits", user('deskPhone: "+123456789012345"')],
  [
    "an Identity Center in another region of the partition",
    top("identityCenter: { region: eu-central-1 }"),
  ],
  [
    "an Identity Center in the other GovCloud region",
    whole(GOVCLOUD, ONE, "identityCenter: { region: us-gov-east-1 }"),
  ],
  [
    "an Identity Center in another account than the instance's",
    whole(
      ARN,
      "applications: { agent: { applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
      'identityCenter: { accountId: "210987654321" }',
    ),
  ],
  [
    "an application with nothing behind its key",
    whole(ARN, "applications:", "  agent:", "users:", person("agent1@example.com", "agent")),
  ],
  [
    "a user assigned to the application that the user is for",
    two(
      "assign: { users: [agent1@example.com] }",
      "",
      "users:",
      person("agent1@example.com", "agent"),
    ),
  ],
  [
    "a user not named, where the application has a group too",
    two(
      "assign: { users: [agent2@example.com], groups: [ConnectAgents] }",
      "",
      "users:",
      person("agent1@example.com", "agent"),
    ),
  ],
  [
    "a user not named, where one is assigned by ID",
    two(
      "assign: { users: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
      "",
      "users:",
      person("agent1@example.com", "agent"),
    ),
  ],
  [
    "a user not named, where nobody is",
    two(
      "assign: { users: [] }",
      "assign: {}",
      "users:",
      person("agent1@example.com", "agent"),
      person("admin1@example.com", "admin"),
    ),
  ],
  [
    "with one role for all: users and groups of two applications",
    two(
      "assign: { groups: [Connect], users: [agent1@example.com] }",
      "assign: { groups: [Connect], users: [agent1@example.com] }",
      "roles: shared",
      "users:",
      person("agent1@example.com", "agent, admin"),
    ),
  ],
  [
    "in two files: a group to make, before the applications are known",
    {
      "berlin.yaml": whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      "oslo.yaml": whole(
        OTHER_INSTANCE,
        "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
    },
  ],
  [
    "in two files: a group to make in two Identity Centers",
    {
      "berlin.yaml": whole(
        ARN,
        "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111, assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      "oslo.yaml": whole(
        OTHER_INSTANCE,
        "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-2222222222222222, assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
    },
  ],
  [
    "in two files: a user of two instances, made in Identity Center by one",
    {
      "berlin.yaml": whole(
        ARN,
        "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        "users:",
        person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
      ),
      "oslo.yaml": whole(
        OTHER_INSTANCE,
        "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222 } }",
        "users:",
        person("agent1@example.com", "agent"),
      ),
    },
  ],
];

for (const [part, mistakes] of Object.entries(MISTAKES)) {
  describe(`A mistake in ${part} is told in one line, with its place and the way out`, () => {
    for (const [mistake, config, ...lines] of mistakes) {
      test(mistake, () => {
        expect(toldOf(config)).toEqual(lines);
        expect(made()).toBe(0);
      });
    }
  });
}

for (const [part, doubts] of Object.entries(WARNINGS)) {
  describe(`Of ${part} the operator is warned, and the instance is made`, () => {
    for (const [doubt, config, ...lines] of doubts) {
      test(doubt, () => {
        expect(toldOf(config)).toEqual(lines);
        expect(made()).toBe(1);
      });
    }
  });
}

describe("There is nothing to tell of", () => {
  for (const [what, config] of FINE) {
    test(what, () => {
      expect(toldOf(config)).toEqual([]);
      expect(made()).toBe(typeof config === "string" ? 1 : Object.keys(config).length);
    });
  }
});

describe("Where Identity Center is, metadata tells too", () => {
  beforeEach(() => {
    project.copy("config/metadata");
    const agents = project.read("config/metadata/agent.xml");
    const certificate = /X509Certificate>([^<]+)</.exec(agents)?.[1] ?? "";
    for (const [file, region] of [
      ["one", "eu-central-1"],
      ["two", "eu-central-1"],
      ["three", "eu-west-2"],
    ] as const) {
      const metadata = metadataWith({ application: file, region, certificate });
      project.write(`config/metadata/${file}.xml`, metadata);
    }
  });

  test("a file that was issued in another region than is given", () => {
    expect(
      toldOf(
        two(
          "samlMetadataFile: metadata/one.xml",
          "samlMetadataFile: metadata/three.xml",
          "identityCenter: { region: eu-west-2 }",
        ),
      ),
    ).toEqual([
      'warning: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/one.xml" was issued by Identity Center in eu-central-1, but identityCenter.region is eu-west-2; make sure which one is right',
    ]);
    expect(made()).toBe(1);
  });

  test("files that were issued in two regions", () => {
    expect(
      toldOf(two("samlMetadataFile: metadata/one.xml", "samlMetadataFile: metadata/three.xml")),
    ).toEqual([
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/three.xml" was issued by Identity Center in eu-west-2, but that of applications.agent is from eu-central-1; make sure which one is right',
    ]);
    expect(made()).toBe(1);
  });

  test("files that were issued in two regions, and a region that is wrong itself", () => {
    expect(
      toldOf(
        two(
          "samlMetadataFile: metadata/one.xml",
          "samlMetadataFile: metadata/three.xml",
          "identityCenter: { region: London }",
        ),
      ),
    ).toEqual([
      'error: config/workshop.yaml:5:27 identityCenter.region: "London" is not a region; write its code, such as us-east-1',
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/three.xml" was issued by Identity Center in eu-west-2, but that of applications.agent is from eu-central-1; make sure which one is right',
    ]);
  });

  test("and is not doubted when all of it agrees, wherever the instance is", () => {
    expect(
      toldOf(two("samlMetadataFile: metadata/one.xml", "samlMetadataFile: metadata/two.xml")),
    ).toEqual([]);
    expect(
      toldOf(
        two(
          "samlMetadataFile: metadata/one.xml",
          "samlMetadataFile: metadata/two.xml",
          "identityCenter: { region: eu-central-1 }",
        ),
      ),
    ).toEqual([]);
  });

  test("of three files, the one that is meant is named", () => {
    const config = whole(
      ARN,
      "applications:",
      "  agent: { samlMetadataFile: metadata/three.xml }",
      "  admin: { samlMetadataFile: metadata/one.xml }",
      "  lead: { samlMetadataFile: metadata/two.xml }",
    );
    expect(toldOf(config)).toEqual([
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/one.xml" was issued by Identity Center in eu-central-1, but that of applications.agent is from eu-west-2; make sure which one is right',
      'warning: config/workshop.yaml:5:29 applications.lead.samlMetadataFile: "metadata/two.xml" was issued by Identity Center in eu-central-1, but that of applications.agent is from eu-west-2; make sure which one is right',
    ]);
  });
});

describe("One mistake hides no other", () => {
  test("all problems of a file are told at once, errors first, each by its place", () => {
    expect(
      toldOf(
        whole(
          ARN,
          "applications:",
          "  agent:",
          "    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
          "    assign: { groups: [ConnectAgents, ConnectAgents], user: [agent1@example.com] }",
          "  admin:",
          "    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
          "    assign: { groups: [ConnectAgents], users: [admin1@example.com] }",
          "identityCenter:",
          "  region: us-gov-west-1",
          "  accountId: 1234-5678-9012",
          "  createGroups: [Administrator, ConectAgents]",
          "users:",
          "  - { email: admin1@example.com, applications: [agent], givenName: Ana, securityProfiles: [] }",
          "  - { email: Admin1@example.com, applications: admin, givenName: Ana, familyName: Silva, securityProfiles: [Agent], deskPhone: 206 }",
          person("agent2@example.com", "agnet"),
        ),
      ),
    ).toEqual([
      'error: config/workshop.yaml:5:39 applications.agent.assign.groups.1: "ConnectAgents" stands twice in this list; remove one',
      'error: config/workshop.yaml:5:55 applications.agent.assign.user: "user" is not a key here; did you mean users?',
      'error: config/workshop.yaml:7:21 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is applications.agent.applicationArn too; each application has its own ARN; copy it from the application\'s page',
      'error: config/workshop.yaml:10:11 identityCenter.region: "us-gov-west-1" is not a region of the partition aws, which instanceArn is in; name the region of its Identity Center',
      'error: config/workshop.yaml:11:14 identityCenter.accountId: "1234-5678-9012" is not an account ID, which has twelve digits; write "123456789012"',
      'error: config/workshop.yaml:12:18 identityCenter.createGroups.0: "Administrator" is a name that AWS keeps for itself; give another',
      "error: config/workshop.yaml:14:5 users.0.familyName: is missing; give the user's family name",
      'error: config/workshop.yaml:14:49 users.0.applications.0: "agent" is one more for admin1@example.com beside admin (applications.admin.assign.users.0), and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      "error: config/workshop.yaml:14:91 users.0.securityProfiles: is empty; name the user's security profiles, as [Agent]",
      'error: config/workshop.yaml:15:14 users.1.email: "Admin1@example.com" is the address of users.0, "admin1@example.com", in other letters; remove one of the two',
      'error: config/workshop.yaml:15:48 users.1.applications: "admin" is text; it takes a list; write [admin]',
      "error: config/workshop.yaml:15:128 users.1.deskPhone: 206 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:16:49 users.2.applications.0: "agnet" is not the key of an application here; did you mean agent?',
      'warning: config/workshop.yaml:8:24 applications.admin.assign.groups.0: "ConnectAgents" is assigned to agent too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another, so that its members can use one of the two; give each application a group of its own, or set roles: shared',
      'warning: config/workshop.yaml:12:33 identityCenter.createGroups.1: "ConectAgents" would be made, but no application has it; did you mean "ConnectAgents"?',
    ]);
    expect(made()).toBe(0);
  });

  test("an entry that is none leaves the entries after it in their places", () => {
    expect(
      toldOf(
        two(
          "assign: { groups: [5, ConnectAgents, ConnectAgents], users: [true, agent1@example.com] }",
          "assign: { groups: [[], ConnectAgents], users: [{}, agent1@example.com] }",
          "identityCenter: { createGroups: [7, ConnectAgents, ConnectAgents] }",
          "users:",
          "  - agent2@example.com",
          person("agent1@example.com", "agent"),
          "  - []",
          person("agent1@example.com", "agent, 5, agent").replace("[Agent]", "[5, Agent, Agent]"),
          "  - 5",
        ),
      ),
    ).toEqual([
      "error: config/workshop.yaml:3:31 applications.agent.assign.groups.0: 5 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:3:49 applications.agent.assign.groups.2: "ConnectAgents" stands twice in this list; remove one',
      "error: config/workshop.yaml:3:73 applications.agent.assign.users.0: true is a boolean; it takes text; put it in quotes",
      "error: config/workshop.yaml:4:31 applications.admin.assign.groups.0: is a list; it takes text; write it so",
      "error: config/workshop.yaml:4:59 applications.admin.assign.users.0: is a mapping; it takes text; write it so",
      'error: config/workshop.yaml:4:63 applications.admin.assign.users.1: "agent1@example.com" is assigned to agent (applications.agent.assign.users.1) too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      "error: config/workshop.yaml:5:34 identityCenter.createGroups.0: 7 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:5:52 identityCenter.createGroups.2: "ConnectAgents" stands twice in this list; remove one',
      'error: config/workshop.yaml:7:5 users.0: "agent2@example.com" is text; it takes a mapping of keys to values; write it so',
      "error: config/workshop.yaml:9:5 users.2: is a list; it takes a mapping of keys to values; write it so",
      'error: config/workshop.yaml:10:14 users.3.email: "agent1@example.com" is the address of users.1 too; remove one of the two',
      "error: config/workshop.yaml:10:56 users.3.applications.1: 5 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:10:59 users.3.applications.2: "agent" stands twice in this list; remove one',
      "error: config/workshop.yaml:10:121 users.3.securityProfiles.0: 5 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:10:131 users.3.securityProfiles.2: "Agent" stands twice in this list; remove one',
      "error: config/workshop.yaml:11:5 users.4: 5 is a number; it takes a mapping of keys to values; write it so",
      'warning: config/workshop.yaml:4:35 applications.admin.assign.groups.1: "ConnectAgents" is assigned to agent too, and each has a role of its own; Connect ties a user to the role of the first sign-in, and refuses the user through another, so that its members can use one of the two; give each application a group of its own, or set roles: shared',
    ]);
    expect(made()).toBe(0);
  });

  test.each(["5", "text", "~", "[]", "[~, [], 5]", "{ users: ~ }", "[{ email: {} }]", "[[[~]]]"])(
    "%s where anything of people belongs does not hide a wrong role name",
    (value) => {
      for (const path of [
        `applications: { agent: { roleName: My Role, assign: ${value} } }`,
        `applications: { agent: { roleName: My Role, assign: { groups: ${value}, users: ${value} } } }`,
        `applications: { agent: { roleName: My Role } }\nidentityCenter: ${value}`,
        `applications: { agent: { roleName: My Role } }\nidentityCenter: { createGroups: ${value} }`,
        `applications: { agent: { roleName: My Role } }\nusers: ${value}`,
        `applications: { agent: { roleName: My Role } }\nusers: [{ applications: ${value}, securityProfiles: ${value} }]`,
      ]) {
        expect(toldOf(whole(ARN, path))).toContain(
          'error: config/workshop.yaml:2:36 applications.agent.roleName: "My Role" has a blank; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
        );
      }
    },
  );

  test("a file that is broken keeps no other from being compared", () => {
    expect(
      toldOf({
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111, assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [5, ConnectAgents] }",
          "users:",
          "  - 5",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
        "oslo.yaml": whole(
          ARN,
          "namePrefix: Oslo-",
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222, assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [ConnectAgents] }",
          "users:",
          "  - {}",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
      }),
    ).toEqual([
      "error: config/berlin.yaml:3:34 identityCenter.createGroups.0: 5 is a number; it takes text; put it in quotes",
      "error: config/berlin.yaml:5:5 users.0: 5 is a number; it takes a mapping of keys to values; write it so",
      'error: config/oslo.yaml:4:34 identityCenter.createGroups.0: "ConnectAgents" would be made by identityCenter.createGroups.1 in config/berlin.yaml too, in one Identity Center; keep one of the two',
      "error: config/oslo.yaml:6:5 users.0.email: is missing; give the e-mail address that the user has in Identity Center",
      "error: config/oslo.yaml:6:5 users.0.givenName: is missing; give the user's given name",
      "error: config/oslo.yaml:6:5 users.0.familyName: is missing; give the user's family name",
      "error: config/oslo.yaml:6:5 users.0.applications: is missing; name the applications that the user signs in through, as [agent]",
      "error: config/oslo.yaml:6:5 users.0.securityProfiles: is missing; name the user's security profiles, as [Agent]",
      'error: config/oslo.yaml:7:14 users.1.email: "agent1@example.com" would be made in one instance by users.1.email in config/berlin.yaml too; keep the user in one of the files',
      'error: config/oslo.yaml:7:14 users.1.email: "agent1@example.com" would be made in one Identity Center by users.1.email in config/berlin.yaml too; set createInIdentityCenter in one of the files only',
    ]);
  });
});

test("500 users and 50 groups are taken as they are", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
  const groups = numbers(50).map((n) => `ConnectTeam${n}`);
  const config = whole(
    ARN,
    "applications:",
    `  agent: { assign: { groups: [${groups.slice(0, 49).join(", ")}] } }`,
    `  admin: { assign: { groups: [${groups.slice(49).join(", ")}] } }`,
    "identityCenter:",
    "  createGroups:",
    ...groups.map((group) => `    - ${group}`),
    "users:",
    ...numbers(499).map((n) => person(`agent${n}@example.com`, "agent")),
    "  - email: admin1@example.com",
    "    givenName: Maria",
    "    familyName: Costa",
    "    applications: [admin]",
    "    routingProfile: Back Office",
    "    securityProfiles: [Admin, CallCenterManager]",
    '    deskPhone: "+12065550100"',
    "    createInIdentityCenter: true",
    "    emailInConnect: true",
  );
  expect(toldOf(config)).toEqual([]);
  const [instance] = loadConfig(project.path("config"), NOW).instances;
  expect(instance?.applications.map((one) => [one.key, one.groups.length])).toEqual([
    ["agent", 49],
    ["admin", 1],
  ]);
  expect(instance?.applications[1]?.groups).toEqual(["ConnectTeam50"]);
  expect(instance?.identityCenter.createGroups).toHaveLength(50);
  expect(instance?.identityCenter.createGroups[0]).toBe("ConnectTeam1");
  expect(instance?.identityCenter.createGroups[49]).toBe("ConnectTeam50");
  expect(instance?.users).toHaveLength(500);
  expect(instance?.users[0]).toEqual({
    email: "agent1@example.com",
    givenName: "Ana",
    familyName: "Silva",
    applications: ["agent"],
    routingProfile: "Basic Routing Profile",
    securityProfiles: ["Agent"],
    createInIdentityCenter: false,
    emailInConnect: false,
  });
  expect(instance?.users[499]).toEqual({
    email: "admin1@example.com",
    givenName: "Maria",
    familyName: "Costa",
    applications: ["admin"],
    routingProfile: "Back Office",
    securityProfiles: ["Admin", "CallCenterManager"],
    deskPhone: "+12065550100",
    createInIdentityCenter: true,
    emailInConnect: true,
  });
});
