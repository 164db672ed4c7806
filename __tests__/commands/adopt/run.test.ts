import { run } from "../../../modules/commands/adopt";
import { ownMetadata } from "../../support/config";
import { escaped, FakeAws } from "../../support/fake-aws";
import { Project } from "../../support/project";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const APPLICATION =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const GROUP = "11111111-1111-4111-8111-111111111111";
const USER = "22222222-2222-4222-8222-222222222222";
const CONNECT_USER = "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01";
const CONFIG = `instanceArn: ${INSTANCE} # ours
applications:
  agent:
    samlMetadataFile: metadata/agent.xml
    applicationArn: ${APPLICATION}
    assign: { groups: [ConnectAgents] }
identityCenter: { createGroups: [ConnectAgents] }
users:
  - { email: ana@example.com, applications: [agent], givenName: Ana, familyName: Silva, securityProfiles: [Agent], createInIdentityCenter: true }
`;

/** The error that IAM and the JSON services answer for what does not exist. */
const MISSING = /^(iam GetPolicy|identitystore GetGroupMembershipId)$/;

describe("connect-sso adopt", () => {
  const aws = new FakeAws();
  const environment = { ...process.env };
  const project = new Project();
  beforeAll(async () => {
    Object.assign(process.env, await aws.start());
  });
  beforeEach(() => {
    project.workshop().write("config/workshop.yaml", CONFIG);
    const metadata = escaped(project.read("config/metadata/agent.xml"));
    aws.calls.length = 0;
    aws.regions.length = 0;
    aws.fault = {
      at: (call) => MISSING.test(call),
      how: (response) => {
        const isIam = aws.calls.at(-1) === "iam GetPolicy";
        const body = isIam
          ? "<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>"
          : JSON.stringify({ __type: "ResourceNotFoundException" });
        response.writeHead(isIam ? 404 : 400, { "x-amzn-errortype": "ResourceNotFoundException" });
        response.end(body);
      },
    };
    aws.answers = {
      "sts GetCallerIdentity": "<Account>123456789012</Account>",
      "iam GetSAMLProvider": `<SAMLMetadataDocument>${metadata}</SAMLMetadataDocument>`,
      "iam GetRole": role("arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole"),
      "iam ListAttachedRolePolicies": "<AttachedPolicies/>",
      "connect /users-summary": {
        UserSummaryList: [{ Username: "ana@example.com", Id: CONNECT_USER }],
      },
      "sso ListInstances": {
        Instances: [
          {
            InstanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
            IdentityStoreId: "d-1234567890",
          },
        ],
      },
      "sso ListApplicationAssignments": {
        ApplicationAssignments: [{ PrincipalType: "GROUP", PrincipalId: GROUP }],
      },
      "identitystore GetGroupId": { GroupId: GROUP },
      "identitystore GetUserId": { UserId: USER },
      "identitystore DescribeUser": {
        Name: { GivenName: "Ana", FamilyName: "Souza" },
        Emails: [{ Value: "ana@example.com", Primary: true }],
      },
    };
  });
  afterAll(async () => {
    process.env = environment;
    project.remove();
    await aws.stop();
  });

  function role(arn: string): string {
    const trust = encodeURIComponent(
      JSON.stringify({
        Version: "2012-10-17",
        Statement: {
          Effect: "Allow",
          Principal: {
            Federated: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          },
          Action: "sts:AssumeRoleWithSAML",
          Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
        },
      }),
    );
    return `<Role><Arn>${arn}</Arn><AssumeRolePolicyDocument>${trust}</AssumeRolePolicyDocument><MaxSessionDuration>3600</MaxSessionDuration></Role>`;
  }

  async function adopt(values = {}): Promise<{ code: number; printed: string }> {
    let printed = "";
    const write = (text: string) => (printed += text);
    const code = await run(
      { values, positionals: [project.path("config/workshop.yaml")] },
      { write, paint: (_, text) => text },
    );
    return { code, printed: printed.replaceAll(`${project.folder}/`, "") };
  }

  const LINES = `adopt:
  samlProviders:
    - AmazonConnectAgentAccess
  roles:
    - AmazonConnectAgentAccessRole
  connectUsers:
    ana@example.com: ${CONNECT_USER}
  identityStoreId: d-1234567890
  groups:
    ConnectAgents: ${GROUP}
  directoryUsers:
    ana@example.com: ${USER}
  assignments:
    agent:
      group ConnectAgents: ${GROUP}
`;

  it("says what exists, what differs and what is missing, and shows the lines for the config", async () => {
    const { code, printed } = await adopt();
    expect(printed).toBe(`config/workshop.yaml: ${INSTANCE}
  exists   SAML provider AmazonConnectAgentAccess
  differs  role AmazonConnectAgentAccessRole: allows sessions of at most 1h instead of 12h, so longer ones are refused; deploy workshop-federation
  missing  policy AmazonConnectSSOPolicy
  missing  policy in role AmazonConnectAgentAccessRole
  exists   Amazon Connect user ana@example.com (${CONNECT_USER})
  exists   group ConnectAgents (${GROUP})
  differs  Identity Center user ana@example.com (${USER}): has the family name Souza, which a deployment changes to Silva; correct the config if that is wrong
  missing  membership ana@example.com in ConnectAgents
  exists   assignment group ConnectAgents to agent (${GROUP})

${LINES}
Put these lines into config/workshop.yaml, or run this with --write.
Next: npm run synth -- config/workshop.yaml, and deploy, which takes these over and creates the rest. Then remove adopt.
`);
    expect(code).toBe(0);
    expect(project.read("config/workshop.yaml")).toBe(CONFIG);
    expect(aws.calls.filter((call) => !/ (Get|List|Describe|\/users-summary)/.test(call))).toEqual(
      [],
    );
  });

  it("does not list a user whose values could not be read, since a deployment might change them", async () => {
    aws.answers = { ...aws.answers, "identitystore DescribeUser": { Name: "Ana", Emails: "none" } };
    const { code, printed } = await adopt();
    expect(printed).toContain(
      "  unread   Identity Center user ana@example.com: could not be read: identitystore:DescribeUser: the answer is not as AWS documents it: a list is expected, but there is none\n",
    );
    expect(printed).not.toContain("directoryUsers");
    expect(code).toBe(3);
  });

  it("with --write, puts them into the config, of which everything else stays", async () => {
    const { code, printed } = await adopt({ write: true });
    expect(printed).toContain("config/workshop.yaml has these lines.\n");
    expect(code).toBe(0);
    const remark =
      "# What exists, as connect-sso adopt found it. Remove this after the next deployment.\n";
    expect(project.read("config/workshop.yaml")).toBe(CONFIG + remark + LINES);
    expect(Object.keys(project.files("config"))).not.toContain("tmp");
    await adopt({ write: true });
    expect(project.read("config/workshop.yaml")).toBe(CONFIG + remark + LINES);
  });

  it("looks for assignments in the region of the application, and for people in the primary one", async () => {
    project.edit("config/metadata/agent.xml", ownMetadata);
    const elsewhere = "identityCenter: { region: eu-west-1,";
    project.write("config/workshop.yaml", CONFIG.replace("identityCenter: {", elsewhere));
    const { printed } = await adopt();
    expect(printed).toContain("  exists   assignment group ConnectAgents to agent");
    const regionsOf = (service: string) => [
      ...new Set(aws.regions.filter((_, index) => aws.calls[index]?.startsWith(service))),
    ];
    expect(regionsOf("sso ListApplicationAssignments")).toEqual(["us-east-1"]);
    expect(regionsOf("sso ListInstances")).toEqual(["eu-west-1"]);
    expect(regionsOf("identitystore")).toEqual(["eu-west-1"]);
  });

  it("refuses a role in another path, which Terraform would replace", async () => {
    const arn = "arn:aws:iam::123456789012:role/hand/AmazonConnectAgentAccessRole";
    aws.answers = { ...aws.answers, "iam GetRole": role(arn) };
    const { code, printed } = await adopt({ write: true });
    expect(printed).toContain(
      `is ${arn}, but the attribute mapping in the console names arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole; set rolePath to its path`,
    );
    expect(printed).toContain(
      "Correct config/workshop.yaml first: Terraform would replace what differs there rather than take it over.\n",
    );
    expect(code).toBe(1);
    expect(project.read("config/workshop.yaml")).toBe(CONFIG);
  });

  it("keeps in the list what it could not read, names the permission, and ends with 3", async () => {
    const listed = `adopt: { roles: [AmazonConnectAgentAccessRole], policies: [AmazonConnectSSOPolicy] }\n`;
    project.write("config/workshop.yaml", CONFIG + listed);
    const rest = Object.entries(aws.answers).filter(([call]) => call !== "iam GetRole");
    aws.answers = Object.fromEntries(rest);
    const { code, printed } = await adopt({ write: true });
    expect(printed).toContain(
      "  unread   role AmazonConnectAgentAccessRole: could not be read: it needs the permission iam:GetRole\n",
    );
    expect(printed).toContain("What could not be read stays in adopt as it was.\n");
    expect(code).toBe(3);
    expect(project.read("config/workshop.yaml")).toBe(CONFIG + LINES);
  });

  it("keeps what it lists of an account that the credentials are not for", async () => {
    const listed = `adopt: { roles: [AmazonConnectAgentAccessRole] }\n`;
    project.write("config/workshop.yaml", CONFIG + listed);
    aws.answers = { ...aws.answers, "sts GetCallerIdentity": "<Account>210987654321</Account>" };
    const { code, printed } = await adopt();
    expect(printed).toContain(
      "the credentials are for account 210987654321; name a profile of that account with --profile",
    );
    expect(printed).toContain("\nadopt:\n  roles:\n    - AmazonConnectAgentAccessRole\n\n");
    expect(code).toBe(3);
  });

  it("reports a bad config, and asks AWS nothing", async () => {
    project.write("config/workshop.yaml", `${CONFIG}adopt: { roles: [Other] }\n`);
    const { code, printed } = await adopt({ write: true });
    expect(printed).toContain(
      'adopt.roles.0: "Other" is nothing that this config creates, so nothing can be taken over under this name',
    );
    expect(code).toBe(1);
    expect(aws.calls).toEqual([]);
  });

  describe("of users who come from a group", () => {
    const GROUP_CONFIG = `instanceArn: ${INSTANCE}
applications: { agent: { applicationArn: "${APPLICATION}" } }
usersFrom: [{ group: ConnectAgents, applications: [agent], securityProfiles: [Agent] }]
`;
    beforeEach(() => {
      const person = (UserId: string, name: string) => ({
        UserId,
        UserName: name,
        Name: { GivenName: "A", FamilyName: "Person" },
        Emails: [{ Value: `${name}@example.com`, Primary: true }],
      });
      aws.answers = {
        ...aws.answers,
        "identitystore ListGroupMemberships": {
          GroupMemberships: [{ MemberId: { UserId: USER } }, { MemberId: { UserId: GROUP } }],
        },
        "identitystore ListUsers": { Users: [person(USER, "ana"), person(GROUP, "bo")] },
      };
      project.write("config/workshop.yaml", GROUP_CONFIG);
    });

    it("lists those who exist, and drops those who have left the group", async () => {
      const left =
        "adopt: { connectUsers: { cy@example.com: 00000000-0000-4000-8000-000000000000 } }\n";
      project.write("config/workshop.yaml", GROUP_CONFIG + left);
      const { code, printed } = await adopt();
      expect(printed).toContain(`  exists   Amazon Connect user ana@example.com (${CONNECT_USER})
  missing  Amazon Connect user bo@example.com
  missing  Amazon Connect user cy@example.com
`);
      expect(printed).toContain(`  connectUsers:\n    ana@example.com: ${CONNECT_USER}\n`);
      expect(printed).not.toContain("cy@example.com:");
      expect(code).toBe(0);
    });

    it("keeps what it lists of them when the group could not be read, and says why", async () => {
      const listed = `adopt: { connectUsers: { ana@example.com: ${CONNECT_USER} } }\n`;
      project.write("config/workshop.yaml", GROUP_CONFIG + listed);
      const rest = Object.entries(aws.answers).filter(
        ([call]) => call !== "identitystore ListGroupMemberships",
      );
      aws.answers = Object.fromEntries(rest);
      const { code, printed } = await adopt();
      expect(printed).toContain(
        "  unread   it needs the permission identitystore:ListGroupMemberships\n",
      );
      expect(printed).toContain(`  connectUsers:\n    ana@example.com: ${CONNECT_USER}\n`);
      expect(code).toBe(3);
    });
  });

  describe("of a permission set", () => {
    const SET = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef";
    const SET_CONFIG = `instanceArn: ${INSTANCE}
applications:
  agent:
    signIn: permission-set
    sessionDuration: 10h
    assign: { groups: [ConnectAgents], users: [lead] }
identityCenter: { region: us-east-1 }
`;
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Statement1",
          Effect: "Allow",
          Action: "connect:GetFederationToken",
          Resource: [`${INSTANCE}/user/\${aws:userid}`],
        },
      ],
    });
    beforeEach(() => {
      project.write("config/workshop.yaml", SET_CONFIG);
      aws.answers = {
        ...aws.answers,
        "sso ListPermissionSets": { PermissionSets: [SET] },
        "sso DescribePermissionSet": {
          PermissionSet: {
            Name: "AmazonConnectAgent",
            RelayState:
              "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
            SessionDuration: "PT1H",
          },
        },
        "sso GetInlinePolicyForPermissionSet": { InlinePolicy: policy },
        "sso ListAccountAssignments": {
          AccountAssignments: [{ PrincipalType: "GROUP", PrincipalId: GROUP }],
        },
      };
    });
    const SET_LINES = `adopt:
  permissionSets:
    AmazonConnectAgent: ${SET}
  permissionSetsWithPolicy:
    - AmazonConnectAgent
  assignments:
    agent:
      group ConnectAgents: ${GROUP}
`;

    it("says what exists of it and how it differs, and with --write puts it into the config", async () => {
      const { code, printed } = await adopt({ write: true });
      expect(printed).toBe(`config/workshop.yaml: ${INSTANCE}
  differs  permission set AmazonConnectAgent (${SET}): has the session duration PT1H, and not PT10H; deploy workshop-assignments
  exists   policy in permission set AmazonConnectAgent
  exists   assignment group ConnectAgents to agent (${GROUP})
  missing  assignment user lead to agent

${SET_LINES}
config/workshop.yaml has these lines.
Next: npm run synth -- config/workshop.yaml, and deploy, which takes these over and creates the rest. Then remove adopt.
`);
      expect(code).toBe(0);
      expect(project.read("config/workshop.yaml")).toBe(
        `${SET_CONFIG}# What exists, as connect-sso adopt found it. Remove this after the next deployment.\n${SET_LINES}`,
      );
      expect((await adopt({ write: true })).code).toBe(0);
    });

    it("lists no policy where it has none, and nothing where it does not exist", async () => {
      aws.answers = { ...aws.answers, "sso GetInlinePolicyForPermissionSet": { InlinePolicy: "" } };
      expect((await adopt()).printed).toContain(
        "  missing  policy in permission set AmazonConnectAgent\n",
      );
      aws.answers = { ...aws.answers, "sso ListPermissionSets": { PermissionSets: [] } };
      expect((await adopt()).printed).toContain(`config/workshop.yaml: ${INSTANCE}
  missing  permission set AmazonConnectAgent
  missing  policy in permission set AmazonConnectAgent
  missing  assignment group ConnectAgents to agent
  missing  assignment user lead to agent

Nothing was found, so config/workshop.yaml needs no adopt.
`);
    });

    it("keeps what the config lists of it when it could not be read, and names the permission", async () => {
      project.write("config/workshop.yaml", SET_CONFIG + SET_LINES);
      const rest = Object.entries(aws.answers).filter(
        ([call]) => call !== "sso ListPermissionSets",
      );
      aws.answers = Object.fromEntries(rest);
      const { code, printed } = await adopt({ write: true });
      expect(printed).toContain(
        "  unread   permission set AmazonConnectAgent: could not be read: it needs the permission sso:ListPermissionSets\n",
      );
      expect(code).toBe(3);
      expect(project.read("config/workshop.yaml")).toBe(SET_CONFIG + SET_LINES);
    });
  });

  it("writes the same as one JSON document", async () => {
    const { printed } = await adopt({ json: true });
    const report = JSON.parse(printed) as { instances: { adopt: unknown }[] };
    expect(report).toMatchObject({ problems: [] });
    expect(report.instances[0]?.adopt).toMatchObject({
      roles: ["AmazonConnectAgentAccessRole"],
      assignments: { agent: { "group ConnectAgents": GROUP } },
    });
  });
});
