import type { People } from "../../support/people";

export const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";

/** Applications that a person has created in the console: the agents' ends in 1. */
export const APPLICATIONS = [AGENT];

/** A stack that is deployed and destroyed, and killed while it is. */
export interface Deployment {
  readonly stack: string;
  /** Text of the config file, `<instance>.yaml`. */
  readonly config: string;
  /** Files beside it, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Does what others have done before. */
  readonly prepare: (people: People) => Promise<unknown>;
  /** What others have made, as the inventory of all services lists it. */
  readonly others: readonly string[];
  /** What the stack makes, as the inventory of all services lists it. */
  readonly own: readonly string[];
  /** How often AWS makes something for it, by operation, where it would make the same twice. */
  readonly creations: Readonly<Record<string, number>>;
  /** What `connect-sso check --live` says of it when the state is lost. */
  readonly reported: string;
}

const SEPARATE = `# Our contact centre
instanceArn: ${INSTANCE}
applications:
  agent:
    samlMetadataFile: config/metadata/agent.xml
    applicationArn: ${AGENT}
    assign: { groups: [ConnectAgents, ConnectAdmins], users: [carol] }
identityCenter: { createGroups: [ConnectAgents] } # ConnectAdmins exists
users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
protect: false
`;

async function administrators(people: People): Promise<void> {
  await people.addGroup("ConnectAdmins");
  await people.addUser("carol", "carol@example.com");
}

export const DEPLOYMENTS: readonly Deployment[] = [
  {
    stack: "separate-federation",
    config: SEPARATE,
    prepare: administrators,
    others: ["group ConnectAdmins", "user carol"],
    own: [
      "Connect user agent1@example.com",
      "SAML provider AmazonConnectAgentAccess",
      "policy AmazonConnectSSOPolicy",
      "policy AmazonConnectSSOPolicy of AmazonConnectAgentAccessRole",
      "role AmazonConnectAgentAccessRole",
    ],
    creations: { CreateSAMLProvider: 1, CreatePolicy: 1, CreateRole: 1, "PUT /users": 1 },
    reported:
      "stack separate-federation: SAML provider AmazonConnectAgentAccess, role AmazonConnectAgentAccessRole, policy AmazonConnectSSOPolicy, Amazon Connect user agent1@example.com exist, and are not made by Terraform",
  },
  {
    stack: "separate-assignments",
    config: SEPARATE,
    prepare: administrators,
    others: ["group ConnectAdmins", "user carol"],
    own: [
      "agent1@example.com in ConnectAdmins",
      "agent1@example.com in ConnectAgents",
      "group ConnectAdmins is assigned to 1",
      "group ConnectAgents",
      "group ConnectAgents is assigned to 1",
      "user agent1@example.com",
      "user carol is assigned to 1",
    ],
    creations: {
      CreateGroup: 1,
      CreateUser: 1,
      CreateGroupMembership: 2,
      CreateApplicationAssignment: 3,
    },
    reported:
      "stack separate-assignments: group ConnectAgents, Identity Center user agent1@example.com, membership agent1@example.com in ConnectAgents, membership agent1@example.com in ConnectAdmins, assignment group ConnectAgents to agent, assignment group ConnectAdmins to agent, assignment user carol to agent exist, and are not made by Terraform",
  },
  {
    stack: "groups-people",
    config: `instanceArn: ${INSTANCE}
roles: shared
applications: { agent: { samlMetadataFile: config/metadata/agent.xml, applicationArn: ${AGENT} } }
identityCenter: { region: us-east-1 }
usersFrom: [{ group: ConnectAgents, applications: [agent], securityProfiles: [Agent] }]
`,
    prepare: async (people) => {
      const group = await people.addGroup("ConnectAgents");
      for (const name of ["ana", "bo"]) {
        await people.addMember(group, await people.addUser(name, `${name}@example.com`));
      }
    },
    others: [
      "ana in ConnectAgents",
      "bo in ConnectAgents",
      "group ConnectAgents",
      "user ana",
      "user bo",
    ],
    own: [
      "Connect user ana@example.com",
      "Connect user bo@example.com",
      "parameter /connect-sso/9690dd9b-3de7-4097-b4d9-67829f7c8fca/people/0",
    ],
    creations: { "PUT /users": 2 },
    reported:
      "stack groups-people: Amazon Connect user ana@example.com, Amazon Connect user bo@example.com exist, and are not made by Terraform",
  },
  {
    stack: "sets-assignments",
    config: `instanceArn: ${INSTANCE}
applications:
  agent:
    signIn: permission-set
    assign: { groups: [ConnectAgents], users: [lead] }
identityCenter: { region: us-east-1, createGroups: [ConnectAgents] }
protect: false
`,
    prepare: (people) => people.addUser("lead", "lead@example.com"),
    others: ["user lead"],
    own: [
      "a GROUP has permission set AmazonConnectAgent",
      "a USER has permission set AmazonConnectAgent",
      "group ConnectAgents",
      "permission set AmazonConnectAgent",
      "policy in permission set AmazonConnectAgent",
    ],
    creations: { CreateGroup: 1, CreatePermissionSet: 1, CreateAccountAssignment: 2 },
    reported:
      "stack sets-assignments: permission set AmazonConnectAgent exists, and is not made by Terraform",
  },
  {
    stack: "shared-federation",
    config: `instanceArn: ${INSTANCE}
roles: shared
permission: { attach: inline }
applications:
  agent: { samlMetadataFile: config/metadata/agent.xml }
  admin: { samlMetadataFile: config/metadata/admin.xml }
usersFrom: [{ file: agents.csv, applications: [agent], securityProfiles: [Agent] }]
protect: false
`,
    files: {
      "agents.csv": `first name,last name,user login
Ana,Silva,ana@example.com
Bo,Lind,bo@example.com
`,
    },
    prepare: () => Promise.resolve(),
    others: [],
    own: [
      "Connect user ana@example.com",
      "Connect user bo@example.com",
      "SAML provider AmazonConnectAdminAccess",
      "SAML provider AmazonConnectAgentAccess",
      "policy AmazonConnectSSOPolicy in AmazonConnectAccessRole",
      "role AmazonConnectAccessRole",
    ],
    creations: { CreateSAMLProvider: 2, CreateRole: 1, "PUT /users": 2 },
    reported:
      "stack shared-federation: SAML provider AmazonConnectAgentAccess, SAML provider AmazonConnectAdminAccess, role AmazonConnectAccessRole, Amazon Connect user ana@example.com, Amazon Connect user bo@example.com exist, and are not made by Terraform",
  },
];
