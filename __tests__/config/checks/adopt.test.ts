import { ARN, settingsOf, testReports, whole } from "../../support/config";

const APPLICATION =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ID = "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b";
const CONFIG = [
  ARN,
  `applications: { agent: { applicationArn: "${APPLICATION}", assign: { groups: [ConnectAgents] } } }`,
  "identityCenter: { createGroups: [ConnectAgents] }",
  "users:",
  "  - { email: ana@example.com, givenName: Ana, familyName: Silva, applications: [agent], securityProfiles: [Agent], createInIdentityCenter: true }",
];

/** A config that makes everything of one application, with this list from line 7 on. */
function adopting(...lines: string[]): string {
  return whole(...CONFIG, "adopt:", ...lines.map((line) => `  ${line}`));
}

describe("A list of what exists", () => {
  it("is taken as it is written, and what it leaves out does not exist", () => {
    const { adopt } = settingsOf(
      ...CONFIG,
      "adopt:",
      "  roles: [AmazonConnectAgentAccessRole]",
      "  identityStoreId: d-1234567890",
      `  groups: { ConnectAgents: ${ID} }`,
      `  memberships: { ana@example.com in ConnectAgents: ${ID} }`,
      `  assignments: { agent: { group ConnectAgents: ${ID} } }`,
    );
    expect(adopt).toEqual({
      samlProviders: [],
      roles: ["AmazonConnectAgentAccessRole"],
      policies: [],
      rolesWithPolicy: [],
      connectUsers: {},
      identityStoreId: "d-1234567890",
      groups: { ConnectAgents: ID },
      directoryUsers: {},
      memberships: { "ana@example.com in ConnectAgents": ID },
      permissionSets: {},
      permissionSetsWithPolicy: [],
      assignments: { agent: { "group ConnectAgents": ID } },
    });
  });

  it("may name users who come from groups, whom only Identity Center knows", () => {
    const group = "{ group: ConnectAgents, applications: [agent], securityProfiles: [Agent] }";
    const { adopt } = settingsOf(
      ...CONFIG,
      `usersFrom: [${group}]`,
      `adopt: { connectUsers: { bo@example.com: 7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01 } }`,
    );
    expect(adopt?.connectUsers).toEqual({
      "bo@example.com": "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01",
    });
  });

  const nothing =
    "is nothing that this config creates, so nothing can be taken over under this name";
  const at = (place: string) => `error: config/workshop.yaml:${place}`;
  testReports([
    [
      "names only what the config creates, or is refused with the name that was meant",
      adopting(
        "samlProviders: [AmazonConnectAgentAcess]",
        "roles: [Administrator]",
        "policies: [AmazonConnectSSOPolicy, AmazonConnectSsoPolicy]",
        "rolesWithPolicy: [AmazonConnectAgentAccess]",
        "connectUsers: { anna@example.com: 7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01 }",
        "identityStoreId: d-1234567890",
        `groups: { Connect Agents: ${ID} }`,
        `directoryUsers: { bob@example.com: ${ID} }`,
        `memberships: { ana@example.com in Agents: ${ID} }`,
        `assignments: { agent: { ConnectAgents: ${ID} }, admin: {} }`,
      ),
      `${at('7:19 adopt.samlProviders.0: "AmazonConnectAgentAcess"')} ${nothing}; did you mean "AmazonConnectAgentAccess"?`,
      `${at('8:11 adopt.roles.0: "Administrator"')} ${nothing}; remove it from adopt`,
      `${at('9:38 adopt.policies.1: "AmazonConnectSsoPolicy"')} ${nothing}; did you mean "AmazonConnectSSOPolicy"?`,
      `${at('10:21 adopt.rolesWithPolicy.0: "AmazonConnectAgentAccess"')} ${nothing}; did you mean "AmazonConnectAgentAccessRole"?`,
      `${at('11:19 adopt.connectUsers.anna@example.com: "anna@example.com"')} ${nothing}; did you mean "ana@example.com"?`,
      `${at('13:13 adopt.groups.Connect Agents: "Connect Agents"')} ${nothing}; did you mean "ConnectAgents"?`,
      `${at('14:21 adopt.directoryUsers.bob@example.com: "bob@example.com"')} ${nothing}; did you mean "ana@example.com"?`,
      `${at('15:18 adopt.memberships.ana@example.com in Agents: "ana@example.com in Agents"')} ${nothing}; did you mean "ana@example.com in ConnectAgents"?`,
      `${at('16:27 adopt.assignments.agent.ConnectAgents: "ConnectAgents"')} ${nothing}; remove it from adopt`,
      `${at('16:93 adopt.assignments.admin: "admin"')} ${nothing}; remove it from adopt`,
    ],
    [
      "has IDs in the forms of AWS, so that one that was copied badly is found here",
      adopting(
        "connectUsers: { ana@example.com: ana }",
        "identityStoreId: ssoins-1234567890abcdef",
        "groups: { ConnectAgents: ConnectAgents }",
        "assignments: { agent: { group ConnectAgents: [] } }",
      ),
      `${at('7:36 adopt.connectUsers.ana@example.com: "ana"')} is not the ID of an Amazon Connect user; take it from aws connect list-users`,
      `${at('8:20 adopt.identityStoreId: "ssoins-1234567890abcdef"')} is not the ID of an identity store, such as d-1234567890; copy it from Settings in the Identity Center console`,
      `${at('9:28 adopt.groups.ConnectAgents: "ConnectAgents"')} is not an ID of Identity Center; the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console`,
      at(
        "10:48 adopt.assignments.agent.group ConnectAgents: is a list; it takes text; write it in that form",
      ),
    ],
    [
      "has the identity store that its groups, users and memberships are in",
      adopting(`groups: { ConnectAgents: ${ID} }`),
      at(
        "7:3 adopt: lists groups, users or memberships of Identity Center without identityStoreId, which Terraform needs to import them; set it to the Identity store ID under Settings in the Identity Center console, such as d-1234567890",
      ),
    ],
    [
      "has no other keys",
      adopting("role: [AmazonConnectAgentAccessRole]"),
      at('7:3 adopt.role: "role" is not a key here; did you mean roles?'),
    ],
    [
      "is a mapping, or all of it",
      adopting("- AmazonConnectAgentAccessRole"),
      at(
        "7:3 adopt: is a list; it takes true, or a mapping of what exists; run npm run adopt, which shows it",
      ),
    ],
  ]);
});

describe("A list of what exists of a permission set", () => {
  const at = (place: string) => `error: config/workshop.yaml:${place}`;
  const adoptingSet = (...lines: string[]) =>
    whole(
      ARN,
      "applications: { agent: { signIn: permission-set, assign: { groups: [ConnectAgents] } } }",
      "identityCenter: { region: us-east-1 }",
      "adopt:",
      ...lines.map((line) => `  ${line}`),
    );
  testReports([
    [
      "has its ARN in the form of AWS, under the name that the config gives it",
      adoptingSet("permissionSets:", "  AmazonConnectAgent: AmazonConnectAgent"),
      at(
        '6:25 adopt.permissionSets.AmazonConnectAgent: "AmazonConnectAgent" is not the ARN of a permission set, such as arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef; copy it from the permission set in the Identity Center console',
      ),
    ],
    [
      "has no other permission set",
      adoptingSet(
        "permissionSets:",
        "  AmazonConnectAgents: arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef",
      ),
      at(
        '6:5 adopt.permissionSets.AmazonConnectAgents: "AmazonConnectAgents" is nothing that this config creates, so nothing can be taken over under this name; did you mean "AmazonConnectAgent"?',
      ),
    ],
    [
      "has the ARN wherever it has the policy or assignments, which are imported by it",
      adoptingSet(
        "permissionSetsWithPolicy: [AmazonConnectAgent]",
        `assignments: { agent: { group ConnectAgents: ${ID} } }`,
      ),
      `${at("5:30 adopt.permissionSetsWithPolicy.0:")} "AmazonConnectAgent" needs the ARN of the permission set, by which Terraform imports it; add "AmazonConnectAgent" to adopt.permissionSets`,
      `${at("6:18 adopt.assignments.agent:")} "agent" needs the ARN of the permission set, by which Terraform imports it; add "AmazonConnectAgent" to adopt.permissionSets`,
    ],
  ]);
});
