import {
  agent,
  ARN,
  ONE,
  person,
  testReports,
  top,
  user,
  userWithout,
  whole,
} from "../../support/config";

describe("A mistake in assign is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "misspelt",
      agent("asign: { groups: [ConnectAgents] }"),
      'error: config/workshop.yaml:4:5 applications.agent.asign: "asign" is not a key here; did you mean assign?',
    ],
    [
      "outside of the application",
      top("assign: { groups: [ConnectAgents] }"),
      'error: config/workshop.yaml:3:1 assign: "assign" is not a key here; it belongs to an application; indent it below the application\'s own key',
    ],
    [
      "in the application, without assign",
      agent("groups: [ConnectAgents]"),
      'error: config/workshop.yaml:4:5 applications.agent.groups: "groups" is not a key here; it belongs to assign; write it below applications.agent.assign',
    ],
    [
      "a misspelt key",
      agent("assign: { group: [ConnectAgents] }"),
      'error: config/workshop.yaml:4:15 applications.agent.assign.group: "group" is not a key here; did you mean groups?',
    ],
    [
      "a key with different upper and lower case",
      agent("assign:", "  Users: [agent1@example.com]"),
      'error: config/workshop.yaml:5:7 applications.agent.assign.Users: "Users" is not a key here; did you mean users?',
    ],
    [
      "a key that resembles none",
      agent("assign: { everyone: true }"),
      'error: config/workshop.yaml:4:15 applications.agent.assign.everyone: "everyone" is not a key here; the keys are groups, users; remove it',
    ],
    [
      "no value",
      agent("assign:"),
      "error: config/workshop.yaml:4:12 applications.agent.assign: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "a group alone",
      agent("assign: ConnectAgents"),
      'error: config/workshop.yaml:4:13 applications.agent.assign: "ConnectAgents" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "a list of groups alone",
      agent("assign: [ConnectAgents]"),
      "error: config/workshop.yaml:4:13 applications.agent.assign: is a list; it takes a mapping of keys to values; write it in that form",
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
      "error: config/workshop.yaml:6:9 applications.agent.assign.groups: is a mapping; it takes a list; write it in that form",
    ],
    [
      "true where a list belongs",
      agent("assign: { users: true }"),
      "error: config/workshop.yaml:4:22 applications.agent.assign.users: true is a boolean; it takes a list; write it in that form",
    ],
    [
      "a number where a list belongs",
      agent("assign: { groups: 42 }"),
      "error: config/workshop.yaml:4:23 applications.agent.assign.groups: 42 is a number; it takes a list; write it in that form",
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
      "error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: is a list; it takes text; write it in that form",
    ],
    [
      "nothing in a list",
      agent("assign: { groups: [ConnectAgents, ~] }"),
      "error: config/workshop.yaml:4:39 applications.agent.assign.groups.1: is empty; it takes text; give a value or remove the entry",
    ],
    [
      "a mapping in a list",
      agent("assign:", "  groups:", "    - name: ConnectAgents"),
      "error: config/workshop.yaml:6:11 applications.agent.assign.groups.0: is a mapping; it takes text; write it in that form",
    ],
    [
      "a space after a group",
      agent('assign: { groups: [ConnectAdmins, "ConnectAgents "] }'),
      'error: config/workshop.yaml:4:39 applications.agent.assign.groups.1: "ConnectAgents " has spaces around it; write "ConnectAgents"',
    ],
    [
      "a no-break space before a group",
      agent('assign: { groups: ["\\u00a0ConnectAgents"] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "\u00a0ConnectAgents" has spaces around it; write "ConnectAgents"',
    ],
    [
      "a space before a user",
      agent('assign: { users: [" agent1@example.com"] }'),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: " agent1@example.com" has spaces around it; write "agent1@example.com"',
    ],
    [
      "a space before an ID",
      agent('assign: { users: [" 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"] }'),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: " 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" has spaces around it; write "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"',
    ],
    [
      "empty names",
      agent('assign: { groups: [""], users: [""] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "" is empty; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'error: config/workshop.yaml:4:37 applications.agent.assign.users.0: "" is empty; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "names of spaces",
      agent('assign: { groups: ["  "], users: [" "] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "  " is empty; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'error: config/workshop.yaml:4:39 applications.agent.assign.users.0: " " is empty; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "names of two lines",
      agent('assign: { groups: ["Connect\\nAgents"], users: ["agent1\\nagent2"] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "Connect\\nAgents" has the character U+000A; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'error: config/workshop.yaml:4:52 applications.agent.assign.users.0: "agent1\\nagent2" has the character U+000A; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "a tab in a group",
      agent('assign: { groups: ["Connect\\tAgents"] }'),
      'error: config/workshop.yaml:4:24 applications.agent.assign.groups.0: "Connect\\tAgents" has the character U+0009; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
    ],
    [
      "a user of two words, as a display name has",
      agent("assign: { users: [Ana Silva] }"),
      'error: config/workshop.yaml:4:23 applications.agent.assign.users.0: "Ana Silva" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "a group of 1,025 characters, which is shown shortened",
      agent("assign:", "  groups:", `    - ${"g".repeat(1025)}`),
      'error: config/workshop.yaml:6:11 applications.agent.assign.groups.0: "ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg..." is 1,025 characters long; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
    ],
    [
      "a user of 129 characters",
      agent("assign:", "  users:", `    - ${"u".repeat(129)}`),
      'error: config/workshop.yaml:6:11 applications.agent.assign.users.0: "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu..." is 129 characters long; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
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
  ]);
});

describe("A mistake in applicationArn is reported in one line, with its place and the fix", () => {
  testReports([
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
      "with a space before it",
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
      "error: config/workshop.yaml:4:21 applications.agent.applicationArn: is a list; it takes text; write it in that form",
    ],
  ]);
});

describe("A mistake in identityCenter is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "with different upper and lower case",
      top("identitycenter: { region: us-east-1 }"),
      'error: config/workshop.yaml:3:1 identitycenter: "identitycenter" is not a key here; did you mean identityCenter?',
    ],
    [
      "a misspelt key",
      top("identityCenter: { regoin: us-east-1 }"),
      'error: config/workshop.yaml:3:19 identityCenter.regoin: "regoin" is not a key here; did you mean region?',
    ],
    [
      "keys with different upper and lower case or number",
      top("identityCenter:", '  accountID: "123456789012"', "  createGroup: [ConnectAgents]"),
      'error: config/workshop.yaml:4:3 identityCenter.accountID: "accountID" is not a key here; did you mean accountId?',
      'error: config/workshop.yaml:5:3 identityCenter.createGroup: "createGroup" is not a key here; did you mean createGroups?',
    ],
    [
      "numbers that are none, or out of bounds",
      whole(
        ARN,
        ONE,
        "users:",
        person("a@example.com", "agent", ', afterContactWorkSeconds: "30"'),
        person("b@example.com", "agent", ", afterContactWorkSeconds: -1"),
        person("c@example.com", "agent", ", afterContactWorkSeconds: 1.5"),
        person("d@example.com", "agent", ", afterContactWorkSeconds: 2000001"),
        person(
          "e@example.com",
          "agent",
          ", hierarchyGroup: a/b/c/d/e/f, deskPhone: '+12065550100', autoAccept: true",
        ),
      ),
      'error: config/workshop.yaml:4:139 users.0.afterContactWorkSeconds: "30" is text; it takes a whole number; write digits, without quotes',
      "error: config/workshop.yaml:5:139 users.1.afterContactWorkSeconds: -1 is too small; it takes 0 or more; write such a number",
      "error: config/workshop.yaml:6:139 users.2.afterContactWorkSeconds: 1.5 is a number; it takes a whole number; write digits, without quotes",
      "error: config/workshop.yaml:7:139 users.3.afterContactWorkSeconds: 2000001 is too large; it takes at most 2,000,000; write a smaller number",
      'error: config/workshop.yaml:8:130 users.4.hierarchyGroup: "a/b/c/d/e/f" has 6 levels; a hierarchy has at most 5; give the group\'s ID if its name has a slash',
      "warning: config/workshop.yaml:8:182 users.4.autoAccept: true has no effect with a desk phone; remove one of the two",
    ],
    [
      "a key that resembles none",
      top("identityCenter: { identityStoreId: d-1234567890 }"),
      'error: config/workshop.yaml:3:19 identityCenter.identityStoreId: "identityStoreId" is not a key here; the keys are region, accountId, instanceArn, portalUrl, createGroups; remove it',
    ],
    [
      "no value",
      top("identityCenter:"),
      "error: config/workshop.yaml:3:16 identityCenter: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "a region alone",
      top("identityCenter: us-east-1"),
      'error: config/workshop.yaml:3:17 identityCenter: "us-east-1" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "a list",
      top("identityCenter: [us-east-1]"),
      "error: config/workshop.yaml:3:17 identityCenter: is a list; it takes a mapping of keys to values; write it in that form",
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
      "an account ID with a space before it",
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
      "error: config/workshop.yaml:3:30 identityCenter.accountId: is a list; it takes text; write it in that form",
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
      "a region with a space after it",
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
      "a group to make where a list belongs",
      top("identityCenter: { createGroups: ConnectAgents }"),
      'error: config/workshop.yaml:3:33 identityCenter.createGroups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "true for the groups to make",
      top("identityCenter: { createGroups: true }"),
      "error: config/workshop.yaml:3:33 identityCenter.createGroups: true is a boolean; it takes a list; write it in that form",
    ],
    [
      "a mapping of groups to make",
      top("identityCenter:", "  createGroups:", "    ConnectAgents: {}"),
      "error: config/workshop.yaml:5:5 identityCenter.createGroups: is a mapping; it takes a list; write it in that form",
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
      'error: config/workshop.yaml:5:7 identityCenter.createGroups.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is not a display name; AWS assigns the ID of a new group; give a display name',
      'error: config/workshop.yaml:6:7 identityCenter.createGroups.1: "1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is not a display name; AWS assigns the ID of a new group; give a display name',
    ],
    [
      "an ARN and what is left of an ID for groups to make",
      top(
        "identityCenter:",
        "  createGroups:",
        "    - arn:aws:identitystore:::group/906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
        "    - 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0",
      ),
      'error: config/workshop.yaml:5:7 identityCenter.createGroups.0: "arn:aws:identitystore:::group/906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is not a display name; AWS assigns the ID of a new group; give a display name',
      'error: config/workshop.yaml:6:7 identityCenter.createGroups.1: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0" is not a display name; AWS assigns the ID of a new group; give a display name',
    ],
    [
      "names that AWS keeps, in any letters",
      top(
        "identityCenter: { createGroups: [Administrator, awsadministrators, AWSAdministrators] }",
      ),
      'error: config/workshop.yaml:3:34 identityCenter.createGroups.0: "Administrator" is a name that AWS reserves; give another',
      'error: config/workshop.yaml:3:49 identityCenter.createGroups.1: "awsadministrators" is a name that AWS reserves; give another',
      'error: config/workshop.yaml:3:68 identityCenter.createGroups.2: "AWSAdministrators" is a name that AWS reserves; give another',
    ],
    [
      "a space around a group to make",
      top('identityCenter: { createGroups: [" ConnectAgents"] }'),
      'error: config/workshop.yaml:3:34 identityCenter.createGroups.0: " ConnectAgents" has spaces around it; write "ConnectAgents"',
    ],
    [
      "an empty name of a group to make",
      top('identityCenter: { createGroups: [""] }'),
      'error: config/workshop.yaml:3:34 identityCenter.createGroups.0: "" is empty; a display name has 1 to 1,024 characters in one line; change it',
    ],
  ]);
});

describe("A mistake in users is reported in one line, with its place and the fix", () => {
  testReports([
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
      "error: config/workshop.yaml:3:8 users: is a mapping; it takes a list; write it in that form",
    ],
    [
      "a mapping by address",
      top("users:", "  agent1@example.com:", "    givenName: Ana"),
      "error: config/workshop.yaml:4:3 users: is a mapping; it takes a list; write it in that form",
    ],
    [
      "true",
      top("users: true"),
      "error: config/workshop.yaml:3:8 users: true is a boolean; it takes a list; write it in that form",
    ],
    [
      "an address",
      top("users: agent1@example.com"),
      'error: config/workshop.yaml:3:8 users: "agent1@example.com" is text; it takes a list; write it in that form',
    ],
    [
      "addresses alone, in flow style",
      top("users: [agent1@example.com, agent2@example.com]"),
      'error: config/workshop.yaml:3:9 users.0: "agent1@example.com" is text; it takes a mapping of keys to values; write it in that form',
      'error: config/workshop.yaml:3:29 users.1: "agent2@example.com" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "an address alone, in block style",
      top("users:", "  - agent1@example.com"),
      'error: config/workshop.yaml:4:5 users.0: "agent1@example.com" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "nothing in the list",
      top("users:", "  -"),
      "error: config/workshop.yaml:4:4 users.0: is empty; it takes a mapping of keys to values; give a value or remove the entry",
    ],
    [
      "a list in the list",
      top("users: [[]]"),
      "error: config/workshop.yaml:3:9 users.0: is a list; it takes a mapping of keys to values; write it in that form",
    ],
    [
      "a user without anything",
      top("users: [{}]"),
      "error: config/workshop.yaml:3:9 users.0.email: is missing; give the e-mail address that the user has in Identity Center",
      "error: config/workshop.yaml:3:9 users.0.givenName: is missing; give the user's given name",
      "error: config/workshop.yaml:3:9 users.0.familyName: is missing; give the user's family name",
      "error: config/workshop.yaml:3:9 users.0.applications: is missing; name the applications that the user signs in through, such as [agent]",
      "error: config/workshop.yaml:3:9 users.0.securityProfiles: is missing; name the user's security profiles, such as [Agent]",
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
      "error: config/workshop.yaml:4:5 users.0.applications: is missing; name the applications that the user signs in through, such as [agent]",
    ],
    [
      "no security profiles",
      userWithout("securityProfiles"),
      "error: config/workshop.yaml:4:5 users.0.securityProfiles: is missing; name the user's security profiles, such as [Agent]",
    ],
    [
      "no value for any key",
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
      "error: config/workshop.yaml:7:18 users.0.applications: is empty; name the applications that the user signs in through, such as [agent]",
      "error: config/workshop.yaml:8:22 users.0.securityProfiles: is empty; name the user's security profiles, such as [Agent]",
      "error: config/workshop.yaml:9:20 users.0.routingProfile: is empty; it takes text; give a value or remove the key",
      "error: config/workshop.yaml:10:15 users.0.deskPhone: is empty; it takes text; give a value or remove the key",
      "error: config/workshop.yaml:11:28 users.0.createInIdentityCenter: is empty; it takes true or false; give a value or remove the key",
      "error: config/workshop.yaml:12:20 users.0.emailInConnect: is empty; it takes true or false; give a value or remove the key",
    ],
    [
      "null as the value of keys",
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
      "a key with different upper and lower case",
      user("createInIdentitycenter: true"),
      'error: config/workshop.yaml:9:5 users.0.createInIdentitycenter: "createInIdentitycenter" is not a key here; did you mean createInIdentityCenter?',
    ],
    [
      "a key that resembles none",
      user("groups: [ConnectAgents]"),
      'error: config/workshop.yaml:9:5 users.0.groups: "groups" is not a key here; the keys are email, userName, givenName, familyName, applications, routingProfile, securityProfiles, hierarchyGroup, autoAccept, afterContactWorkSeconds, deskPhone, secondaryEmail, tags, connectUserId, createInIdentityCenter, emailInConnect; remove it',
    ],
    [
      "an application where a list belongs",
      user("applications: agent"),
      'error: config/workshop.yaml:7:19 users.0.applications: "agent" is text; it takes a list; write [agent]',
    ],
    [
      "an empty text where the list of applications belongs, which an empty list does not fix",
      user('applications: ""'),
      'error: config/workshop.yaml:7:19 users.0.applications: "" is text; it takes a list; write it in that form',
    ],
    [
      "no application in the list",
      user("applications: []"),
      "error: config/workshop.yaml:7:19 users.0.applications: is empty; name the applications that the user signs in through, such as [agent]",
    ],
    [
      "a mapping of applications",
      user("applications: { agent: true }"),
      "error: config/workshop.yaml:7:19 users.0.applications: is a mapping; it takes a list; write it in that form",
    ],
    [
      "a number for an application",
      user("applications: [1]"),
      "error: config/workshop.yaml:7:20 users.0.applications.0: 1 is a number; it takes text; put it in quotes",
    ],
    [
      "a list for an application",
      user("applications: [[agent]]"),
      "error: config/workshop.yaml:7:20 users.0.applications.0: is a list; it takes text; write it in that form",
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
      "error: config/workshop.yaml:8:23 users.0.securityProfiles: is a mapping; it takes a list; write it in that form",
    ],
    [
      "no security profile in the list",
      user("securityProfiles: []"),
      "error: config/workshop.yaml:8:23 users.0.securityProfiles: is empty; name the user's security profiles, such as [Agent]",
    ],
    [
      "a number for a security profile",
      user("securityProfiles: [Agent, 5]"),
      "error: config/workshop.yaml:8:31 users.0.securityProfiles.1: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "eleven security profiles",
      user("securityProfiles: [P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11]"),
      "error: config/workshop.yaml:8:23 users.0.securityProfiles: has 11 entries; it takes at most 10; remove some",
    ],
    [
      "an empty security profile",
      user('securityProfiles: [""]'),
      'error: config/workshop.yaml:8:24 users.0.securityProfiles.0: "" is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a security profile with a space before it",
      user('securityProfiles: [Agent, " Admin"]'),
      'error: config/workshop.yaml:8:31 users.0.securityProfiles.1: " Admin" is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a security profile of 128 characters",
      user(`securityProfiles: [${"p".repeat(128)}]`),
      'error: config/workshop.yaml:8:24 users.0.securityProfiles.0: "ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp..." is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a routing profile of two lines",
      user('routingProfile: "Basic\\nProfile"'),
      'error: config/workshop.yaml:9:21 users.0.routingProfile: "Basic\\nProfile" is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "an empty routing profile",
      user('routingProfile: ""'),
      'error: config/workshop.yaml:9:21 users.0.routingProfile: "" is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
    ],
    [
      "a list of routing profiles",
      user("routingProfile: [Sales]"),
      "error: config/workshop.yaml:9:21 users.0.routingProfile: is a list; it takes text; write it in that form",
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
  ]);
});

describe("A mistake in a user's address and name is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a number for an address",
      user("email: 5"),
      "error: config/workshop.yaml:4:12 users.0.email: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "a list of addresses",
      user("email: [agent1@example.com]"),
      "error: config/workshop.yaml:4:12 users.0.email: is a list; it takes text; write it in that form",
    ],
    [
      "an empty address",
      user('email: ""'),
      'error: config/workshop.yaml:4:12 users.0.email: "" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "an address with a space after it",
      user('email: "agent1@example.com "'),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@example.com " has spaces around it; write "agent1@example.com"',
    ],
    [
      "a plus sign, which Connect does not take",
      user("email: agent1+night@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1+night@example.com" has "+"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
    ],
    [
      "a letter that Connect does not take",
      user("email: jürgen@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "jürgen@example.com" has "ü"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
    ],
    [
      "an apostrophe",
      user("email: o'brien@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "o\'brien@example.com" has "\'"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
    ],
    [
      "a display name before the address",
      user("email: Ana Silva <ana@example.com>"),
      'error: config/workshop.yaml:4:12 users.0.email: "Ana Silva <ana@example.com>" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "a dozen bad characters, of which five are shown",
      user('email: "a!#$%&*+/=?^b@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "a!#$%&*+/=?^b@example.com" has "!", "#", "$", "%", "&"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
    ],
    [
      "a line break",
      user('email: "agent1\\n@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1\\n@example.com" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "two addresses",
      user('email: "agent1@example.com,agent2@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@example.com,agent2@example.com" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "a user name",
      user("email: agent1"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1" is not an e-mail address; write it as in agent1@example.com; if it is the user name in Identity Center and Amazon Connect, give it as userName, and set roleSessionName: userName',
    ],
    [
      "no domain",
      user("email: agent1@localhost"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@localhost" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "two at signs",
      user("email: agent1@sales@example.com"),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1@sales@example.com" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "nothing before the at sign",
      user('email: "@example.com"'),
      'error: config/workshop.yaml:4:12 users.0.email: "@example.com" is not an e-mail address; write it as in agent1@example.com',
    ],
    [
      "an address of 65 characters",
      user(`email: ${"a".repeat(53)}@example.com`),
      'error: config/workshop.yaml:4:12 users.0.email: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com" is 65 characters long; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
    ],
    [
      "empty names",
      user('givenName: ""', 'familyName: ""'),
      'error: config/workshop.yaml:5:16 users.0.givenName: "" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
      'error: config/workshop.yaml:6:17 users.0.familyName: "" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
    [
      "spaces around names",
      user('givenName: " Ana"', 'familyName: "Silva "'),
      'error: config/workshop.yaml:5:16 users.0.givenName: " Ana" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
      'error: config/workshop.yaml:6:17 users.0.familyName: "Silva " is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
    [
      "names of two lines",
      user('givenName: "Ana\\nMaria"'),
      'error: config/workshop.yaml:5:16 users.0.givenName: "Ana\\nMaria" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
    [
      "a name of 101 characters",
      user(`familyName: ${"s".repeat(101)}`),
      'error: config/workshop.yaml:6:17 users.0.familyName: "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
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
      "error: config/workshop.yaml:5:16 users.0.givenName: is a mapping; it takes text; write it in that form",
    ],
  ]);
});

describe("A mistake in a desk phone is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "without quotes, which YAML takes as a number",
      user("deskPhone: +12065550100"),
      "error: config/workshop.yaml:9:16 users.0.deskPhone: +12065550100 is a number; it takes text; put it in quotes",
    ],
    [
      "with spaces and dashes",
      user('deskPhone: "+1 206-555-0199"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1 206-555-0199" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as +12065550199',
    ],
    [
      "with brackets",
      user("deskPhone: +1 (206) 555-0199"),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1 (206) 555-0199" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as +12065550199',
    ],
    [
      "without a plus sign",
      user('deskPhone: "12065550199"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "12065550199" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "without a country code",
      user("deskPhone: 206-555-0199"),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "206-555-0199" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with two zeros for the plus sign",
      user('deskPhone: "0012065550199"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "0012065550199" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with a country code that starts with zero",
      user('deskPhone: "+0206555019"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+0206555019" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "of 16 digits",
      user('deskPhone: "+1234567890123456"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1234567890123456" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "of one digit",
      user('deskPhone: "+1"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+1" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with a zero that is dialled within the country only, which makes no other number",
      user('deskPhone: "+49 (0)30 1234567"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+49 (0)30 1234567" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with an extension, which makes no other number",
      user('deskPhone: "+12065550199 ext. 12"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+12065550199 ext. 12" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "with letters, which make no other number",
      user('deskPhone: "+4930CALL"'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "+4930CALL" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "empty",
      user('deskPhone: ""'),
      'error: config/workshop.yaml:9:16 users.0.deskPhone: "" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "in a list",
      user('deskPhone: ["+12065550100"]'),
      "error: config/workshop.yaml:9:16 users.0.deskPhone: is a list; it takes text; write it in that form",
    ],
  ]);
});

describe("There is nothing to report about", () => {
  testReports(
    [
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
      [
        "ten security profiles",
        user("securityProfiles: [P1, P2, P3, P4, P5, P6, P7, P8, P9, P10]"),
      ],
      ["a phone number of 15 digits", user('deskPhone: "+123456789012345"')],
    ],
    1,
  );
});
