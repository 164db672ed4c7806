import { App, Testing } from "cdktf";

import { formatProblem, type InstanceSettings, loadConfig } from "../../../modules/config";
import { AssignmentsStack, FederationStack } from "../../../modules/synth/stacks";
import { PeopleStack } from "../../../modules/synth/stacks/people-stack";
import { Project } from "../../support/project";
import { terraformOf } from "../../support/synth";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const GROUP = "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b";
const USER = "6d5c4b3a-2f1e-4d0c-9b8a-7f6e5d4c3b2a";

function settingsOf(config: string): InstanceSettings {
  const project = new Project().write("config/workshop.yaml", config);
  const { instances, problems } = loadConfig(project.path("config"));
  project.remove();
  if (!instances[0]) throw new Error(problems.map(formatProblem).join("\n"));
  return instances[0];
}

function imports(
  config: string,
  Stack: typeof FederationStack | typeof AssignmentsStack | typeof PeopleStack,
) {
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const stack = terraformOf(new Stack(app, settingsOf(config)));
  return stack as { import?: { to: string; id: string }[]; resource?: Record<string, unknown> };
}

const federation = (config: string) => imports(config, FederationStack);
const WORKSHOP = `instanceArn: ${INSTANCE}\napplications: { agent: {}, admin: {} }\n`;

describe("With adopt, the federation stack imports", () => {
  it("SAML providers, roles, the policy and its attachments", () => {
    expect(federation(`${WORKSHOP}adopt: true\nprotect: false\n`).import).toEqual([
      {
        to: "aws_iam_saml_provider.agent",
        id: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      },
      {
        to: "aws_iam_saml_provider.admin",
        id: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
      },
      { to: "aws_iam_role.agent", id: "AmazonConnectAgentAccessRole" },
      { to: "aws_iam_role.admin", id: "AmazonConnectAdminAccessRole" },
      {
        to: "aws_iam_policy.sign_in_permission",
        id: "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
      },
      {
        to: "aws_iam_role_policy_attachment.agent",
        id: "AmazonConnectAgentAccessRole/arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
      },
      {
        to: "aws_iam_role_policy_attachment.admin",
        id: "AmazonConnectAdminAccessRole/arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
      },
    ]);
  });

  it("one shared role in a path, with its inline policy, by names of the config", () => {
    const config = `${WORKSHOP}adopt: true
protect: false
roles: shared
sharedRoleName: Connect-SSO
rolePath: /connect/
permission: { attach: inline, policyName: Connect-SSO-Policy }
`;
    expect(federation(config).import?.slice(2)).toEqual([
      { to: "aws_iam_role.shared_role", id: "Connect-SSO" },
      { to: "aws_iam_role_policy.shared_role", id: "Connect-SSO:Connect-SSO-Policy" },
    ]);
  });

  it("users of the instance whose IDs are given, and no others", () => {
    const user = "givenName: A, familyName: B, applications: [agent], securityProfiles: [Agent]";
    const config = `${WORKSHOP}adopt: true
protect: false
users:
  - { email: agent1@example.com, ${user}, connectUserId: 7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01 }
  - { email: agent2@example.com, ${user} }
`;
    expect(federation(config).import?.slice(7)).toEqual([
      {
        to: 'aws_connect_user.user["agent1@example.com"]',
        id: "9690dd9b-3de7-4097-b4d9-67829f7c8fca:7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01",
      },
    ]);
  });

  it("the guard against lock-out, unless nothing is protected", () => {
    const guard = (config: string) =>
      federation(config).import?.filter(({ to }) => to.startsWith("terraform_data."));
    expect(guard(`${WORKSHOP}adopt: true\nroles: shared\n`)).toEqual(
      [
        "agent (AmazonConnectAccessRole, AmazonConnectAgentAccess)",
        "admin (AmazonConnectAccessRole, AmazonConnectAdminAccess)",
      ].map((names) => ({
        to: `terraform_data.sign_in_protection["${names}: users would be locked out (protect: false allows it)"]`,
        id: names.slice(0, 5),
      })),
    );
    expect(guard(`${WORKSHOP}adopt: true\nprotect: false\n`)).toEqual([]);
  });
});

it("With adopt, the assignments stack imports the assignments of principals that are given by ID", () => {
  const config = `instanceArn: ${INSTANCE}
applications:
  agent:
    applicationArn: ${AGENT}
    assign: { groups: [ConnectAgents, ${GROUP}], users: [${USER}] }
  admin: { assign: { groups: [${GROUP}] } }
adopt: true
`;
  expect(imports(config, AssignmentsStack).import).toEqual([
    {
      to: `aws_ssoadmin_application_assignment.agent["group ${GROUP}"]`,
      id: `${AGENT},${GROUP},GROUP`,
    },
    {
      to: `aws_ssoadmin_application_assignment.agent["user ${USER}"]`,
      id: `${AGENT},${USER},USER`,
    },
  ]);
});

it("With a list of what exists, the people stack imports those of the users whom the config does not list", () => {
  const config = `${WORKSHOP}usersFrom: [{ group: ConnectAgents, applications: [agent], securityProfiles: [Agent] }]
users: [{ email: ana@example.com, givenName: A, familyName: B, applications: [agent], securityProfiles: [Agent] }]
protect: false
adopt:
  connectUsers:
    ana@example.com: 7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01
    bo@example.com: 8e9f0a21-2c3d-4e4f-9a5b-6c7d8e9f0a12
`;
  const user = (name: string, id: string) => ({
    to: `aws_connect_user.user["${name}"]`,
    id: `9690dd9b-3de7-4097-b4d9-67829f7c8fca:${id}`,
  });
  expect(imports(config, PeopleStack).import).toEqual([
    user("bo@example.com", "8e9f0a21-2c3d-4e4f-9a5b-6c7d8e9f0a12"),
  ]);
  expect(federation(config).import).toEqual([
    user("ana@example.com", "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01"),
  ]);
});

describe("With a list of what exists, a stack imports", () => {
  const ids = {
    group: GROUP,
    user: USER,
    membership: "5c4b3a2f-1e0d-4c9b-8a7f-6e5d4c3b2a10",
    connectUser: "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01",
  };
  const config = `instanceArn: ${INSTANCE}
applications:
  agent: { applicationArn: "${AGENT}", assign: { groups: [ConnectAgents], users: [lead] } }
  admin: {}
identityCenter: { createGroups: [ConnectAgents] }
protect: false
users:
  - email: agent1@example.com
    givenName: A
    familyName: B
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
    connectUserId: 00000000-0000-4000-8000-000000000000
adopt:
`;

  it("that of it which is in the instance's account, and leaves the rest to be created", () => {
    const list = `  samlProviders: [AmazonConnectAgentAccess]
  roles: [AmazonConnectAdminAccessRole]
  policies: [AmazonConnectSSOPolicy]
  rolesWithPolicy: [AmazonConnectAdminAccessRole]
  connectUsers: { agent1@example.com: ${ids.connectUser} }
`;
    expect(federation(config + list).import).toEqual([
      {
        to: "aws_iam_saml_provider.agent",
        id: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      },
      { to: "aws_iam_role.admin", id: "AmazonConnectAdminAccessRole" },
      {
        to: "aws_iam_policy.sign_in_permission",
        id: "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
      },
      {
        to: "aws_iam_role_policy_attachment.admin",
        id: "AmazonConnectAdminAccessRole/arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
      },
      {
        to: 'aws_connect_user.user["agent1@example.com"]',
        id: `9690dd9b-3de7-4097-b4d9-67829f7c8fca:${ids.connectUser}`,
      },
    ]);
    expect(imports(config + list, AssignmentsStack)).not.toHaveProperty("import");
  });

  it("that of it which is in Identity Center, in the ID forms of the AWS provider", () => {
    const list = `  identityStoreId: d-1234567890
  groups: { ConnectAgents: ${ids.group} }
  directoryUsers: { agent1@example.com: ${ids.user} }
  memberships: { agent1@example.com in ConnectAgents: ${ids.membership} }
  assignments: { agent: { user lead: ${ids.user}, group ConnectAgents: ${ids.group} } }
`;
    expect(imports(config + list, AssignmentsStack).import).toEqual([
      {
        to: 'aws_identitystore_group.created["ConnectAgents"]',
        id: `d-1234567890/${ids.group}`,
      },
      {
        to: 'aws_identitystore_user.created["agent1@example.com"]',
        id: `d-1234567890/${ids.user}`,
      },
      {
        to: 'aws_identitystore_group_membership.created["agent1@example.com in ConnectAgents"]',
        id: `d-1234567890/${ids.membership}`,
      },
      {
        to: 'aws_ssoadmin_application_assignment.agent["group ConnectAgents"]',
        id: `${AGENT},${ids.group},GROUP`,
      },
      {
        to: 'aws_ssoadmin_application_assignment.agent["user lead"]',
        id: `${AGENT},${ids.user},USER`,
      },
    ]);
  });
});

describe("Of a permission set, which signs in without the console, the assignments stack imports", () => {
  const SET = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef";
  const CENTER = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
  const config = `instanceArn: ${INSTANCE}
applications:
  agent: { signIn: permission-set, assign: { groups: [ConnectAgents], users: [${USER}] } }
identityCenter: { region: us-east-1 }
`;

  it("itself, its policy and its assignments in the instance's account, in the ID forms of the AWS provider", () => {
    const list = `adopt:
  permissionSets: { AmazonConnectAgent: "${SET}" }
  permissionSetsWithPolicy: [AmazonConnectAgent]
  assignments: { agent: { group ConnectAgents: ${GROUP}, user ${USER}: ${USER} } }
`;
    const { import: imported, resource } = imports(config + list, AssignmentsStack);
    expect(imported).toEqual([
      { to: "aws_ssoadmin_permission_set.agent", id: `${SET},${CENTER}` },
      { to: "aws_ssoadmin_permission_set_inline_policy.agent", id: `${SET},${CENTER}` },
      {
        to: 'aws_ssoadmin_account_assignment.agent["group ConnectAgents"]',
        id: `${GROUP},GROUP,123456789012,AWS_ACCOUNT,${SET},${CENTER}`,
      },
      {
        to: `aws_ssoadmin_account_assignment.agent["user ${USER}"]`,
        id: `${USER},USER,123456789012,AWS_ACCOUNT,${SET},${CENTER}`,
      },
    ]);
    for (const { to } of imported ?? []) {
      const [type = "", name = ""] = to.replace(/\[.*/, "").split(".");
      expect(resource?.[type]).toHaveProperty(name);
    }
  });

  it("no policy and no assignment that the list leaves out", () => {
    const list = `adopt: { permissionSets: { AmazonConnectAgent: "${SET}" } }\n`;
    expect(imports(config + list, AssignmentsStack).import).toEqual([
      { to: "aws_ssoadmin_permission_set.agent", id: `${SET},${CENTER}` },
    ]);
  });

  it("a membership of a user who is created for it", () => {
    const config = `instanceArn: ${INSTANCE}
applications:
  agent: { signIn: permission-set, assign: { groups: [ConnectAgents] } }
identityCenter: { region: us-east-1 }
users:
  - { email: a@example.com, givenName: A, familyName: B, applications: [agent], securityProfiles: [Agent], createInIdentityCenter: true }
adopt:
  identityStoreId: d-1234567890
  memberships: { a@example.com in ConnectAgents: ${GROUP} }
`;
    expect(imports(config, AssignmentsStack).import).toEqual([
      {
        to: 'aws_identitystore_group_membership.created["a@example.com in ConnectAgents"]',
        id: `d-1234567890/${GROUP}`,
      },
    ]);
  });

  it("nothing with adopt: true, which has no ARN of it", () => {
    expect(imports(`${config}adopt: true\n`, AssignmentsStack)).not.toHaveProperty("import");
  });
});

it("A group is imported by its name to the letter, which Terraform takes for no template", () => {
  const names = ["TfToken[TOKEN.0]", 'a "b" ${c}'];
  const yaml = JSON.stringify({
    instanceArn: INSTANCE,
    applications: { agent: { applicationArn: AGENT, assign: { groups: names } } },
    identityCenter: { createGroups: names },
    adopt: { identityStoreId: "d-1234567890" },
  });
  const groups = names.map((name) => `${JSON.stringify(name)}: ${GROUP}`).join(", ");
  const config = yaml.replace(/\}\}$/, `, "groups": { ${groups} }}}`);
  expect(imports(config, AssignmentsStack).import?.map(({ to }) => to)).toEqual([
    'aws_identitystore_group.created["TfToken[TOKEN.0]"]',
    String.raw`aws_identitystore_group.created["a \"b\" $${"$"}{c}"]`,
  ]);
});

it("Without adopt, nothing is imported, whatever IDs are given", () => {
  const config = `instanceArn: ${INSTANCE}
applications: { agent: { applicationArn: ${AGENT}, assign: { groups: [${GROUP}] } } }
`;
  expect(federation(config)).not.toHaveProperty("import");
  expect(imports(config, AssignmentsStack)).not.toHaveProperty("import");
});

it("The ID of a user in Amazon Connect is one, or is refused", () => {
  const project = new Project().write(
    "config/workshop.yaml",
    `${WORKSHOP}adopt: yes
users:
  - { email: agent1@example.com, givenName: A, familyName: B, applications: [agent], securityProfiles: [Agent], connectUserId: agent1 }
`,
  );
  const { problems } = loadConfig(project.path("config"));
  project.remove();
  expect(problems.map(({ keyPath, message }) => `${String(keyPath)}: ${message}`)).toEqual([
    'adopt: "yes" is text; it takes true or false; write true',
    'users.0.connectUserId: "agent1" is not the ID of an Amazon Connect user; take it from aws connect list-users',
  ]);
});
