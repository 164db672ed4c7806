import {
  AttachRolePolicyCommand,
  CreatePolicyVersionCommand,
  CreateSAMLProviderCommand,
  DeleteSAMLProviderCommand,
  DetachRolePolicyCommand,
  type IAMClient,
  SetDefaultPolicyVersionCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  UpdateSAMLProviderCommand,
} from "@aws-sdk/client-iam";

import type { CheckReport } from "../../modules/commands/check";
import { run } from "../../modules/commands/check/run";
import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { permission, trust } from "./support/example";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ADMIN = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222";
const PROVIDER = "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";
const POLICY = "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy";
const ROLE = "AmazonConnectAgentAccessRole";

const USERS = `users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
  - email: Admin1@example.com
    givenName: Admin
    familyName: One
    applications: [admin]
    securityProfiles: [Admin]
    createInIdentityCenter: true
  - email: carol@example.com
    givenName: Carol
    familyName: Diaz
    applications: [agent]
    securityProfiles: [Agent]
`;

/** What operations that only read are called. */
const READS = /^(us-east-1) \S+ (Get|List|Describe|GET )/;

describeWithTools("connect-sso check --live, after Terraform has deployed both stacks", () => {
  const project = new Project().workshop();
  const config = project.path("config/workshop.yaml");
  const environment = { ...process.env };
  let moto: Moto;
  let standIn: StandIn;
  let people: People;
  let iam: IAMClient;
  let carol: string;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent", "Admin"],
      },
    });
    standIn.identityCenter.addApplication(AGENT, "Amazon Connect - Agent");
    standIn.identityCenter.addApplication(ADMIN, "Amazon Connect - Admin");
    people = new People(standIn, "us-east-1");
    carol = await people.addUser("carol", "carol@example.com");
    iam = moto.iam("us-east-1");
    project.edit("config/workshop.yaml", (text) =>
      text
        .replace("agent:\n", `agent:\n    applicationArn: ${AGENT}\n`)
        .replace("admin:\n", `admin:\n    applicationArn: ${ADMIN}\n`)
        .replace("[ConnectAgents] }", "[ConnectAgents], users: [carol] }")
        .concat(USERS),
    );
    resynth(project);
    const provider = await RunningProvider.start(standIn.environment("us-east-1"));
    try {
      for (const stack of ["workshop-federation", "workshop-assignments"]) {
        const folder = project.path(`cdktf.out/stacks/${stack}`);
        const terraform = new Terraform(folder, provider.environment);
        await terraform.init();
        await terraform.apply();
      }
    } finally {
      await provider.stop();
    }
    const outdir = project.path("cdktf.out");
    Object.assign(process.env, standIn.environment("us-east-1"), { CDKTF_OUTDIR: outdir });
  });
  afterAll(async () => {
    project.remove();
    process.env = environment;
    await moto.stop();
    await standIn.stop();
  });

  async function check(values = {}): Promise<{ code: number; report: CheckReport }> {
    let printed = "";
    const write = (text: string) => (printed += text);
    const code = await run(
      { values: { live: true, json: true, ...values }, positionals: [config] },
      { write, paint: (_, text) => text },
    );
    return { code, report: JSON.parse(printed) as CheckReport };
  }

  /** What is not as configured: `error role X: is ...` */
  async function found(): Promise<{ code: number; found: string[] }> {
    const { code, report } = await check();
    const findings = report.instances.flatMap(({ live = [] }) => live);
    return {
      code,
      found: findings
        .filter(({ verdict }) => verdict !== "ok")
        .map(({ verdict, subject, message }) => `${verdict} ${subject}: ${message}`),
    };
  }

  /** Introduces a fault, checks, and undoes the fault, after which all is well again. */
  async function withFault(
    introduce: () => unknown,
    undo: () => unknown,
    code: number,
    ...told: string[]
  ): Promise<void> {
    try {
      await introduce();
      expect(await found()).toEqual({ code, found: told });
    } finally {
      await undo();
    }
    expect(await found()).toEqual({ code: 0, found: [] });
  }

  it("finds everything as configured, reading only", async () => {
    const before = standIn.calls.length;
    const { code, report } = await check();
    expect(
      report.instances[0]?.live?.map(({ verdict, subject, message }) =>
        [verdict, subject, message].join(" "),
      ),
    ).toEqual([
      "ok instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca is active, and manages identities with SAML",
      "ok SAML provider AmazonConnectAgentAccess has the metadata of the file",
      "ok SAML provider AmazonConnectAdminAccess has the metadata of the file",
      "ok role AmazonConnectAgentAccessRole trusts what it should, for sessions up to 12h",
      "ok role AmazonConnectAdminAccessRole trusts what it should, for sessions up to 12h",
      "ok policy AmazonConnectSSOPolicy grants connect:GetFederationToken on this instance",
      "ok policy AmazonConnectSSOPolicy is attached to role AmazonConnectAgentAccessRole",
      "ok policy AmazonConnectSSOPolicy is attached to role AmazonConnectAdminAccessRole",
      "ok application agent exists and is enabled",
      "ok application agent has no setting that opens it to everybody, as AWS says of applications made in the console",
      "ok application agent is assigned to group ConnectAgents, user carol, as configured",
      "ok application admin exists and is enabled",
      "ok application admin has no setting that opens it to everybody, as AWS says of applications made in the console",
      "ok application admin is assigned to group ConnectAdmins, as configured",
      "ok users have exactly the same names in Amazon Connect and in Identity Center",
    ]);
    const next = report.instances[0]?.applications.map((application) => application.next);
    expect(next).toEqual(["nothing", "nothing"]);
    expect(code).toBe(0);
    const calls = standIn.calls.slice(before);
    expect(calls.filter((call) => !READS.test(call))).toEqual([]);
    expect(new Set(calls.map((call) => call.split(" ")[1]))).toEqual(
      new Set(["sts", "connect", "iam", "sso", "identitystore"]),
    );
  });

  it("finds metadata of another application, of a rotated certificate, and none at all", async () => {
    const file = project.read("config/metadata/agent.xml");
    const put = (SAMLMetadataDocument: string) =>
      iam.send(new UpdateSAMLProviderCommand({ SAMLProviderArn: PROVIDER, SAMLMetadataDocument }));
    await withFault(
      () => put(project.read("config/metadata/admin.xml")),
      () => put(file),
      1,
      "error SAML provider AmazonConnectAgentAccess: has the metadata of another application, https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy0wZjRkMmI2YThjMWU5MzU3, so sign-in fails; deploy workshop-federation, or download this application's metadata file again if the one in IAM is right",
    );
    const rotated = await makeMetadata({ application: "123456789012_ins-5a3c1e9f70b2d846" });
    await withFault(
      () => put(rotated),
      () => put(file),
      1,
      "error SAML provider AmazonConnectAgentAccess: has different signing certificates from the file, so sign-in fails with one of the two; make sure that the file is the latest, and deploy workshop-federation",
    );
    await withFault(
      () => put(`${file}<!-- by hand -->`),
      () => put(file),
      0,
      "warning SAML provider AmazonConnectAgentAccess: has the issuer and certificates of the file, but its text differs; deploy workshop-federation to use that of the file",
    );
    const Name = "AmazonConnectAgentAccess";
    await withFault(
      () => iam.send(new DeleteSAMLProviderCommand({ SAMLProviderArn: PROVIDER })),
      () => iam.send(new CreateSAMLProviderCommand({ Name, SAMLMetadataDocument: file })),
      1,
      "error SAML provider AmazonConnectAgentAccess: does not exist; deploy workshop-federation",
    );
  });

  it("finds a role that trusts somebody else, or takes shorter sessions", async () => {
    const set = (policy: object) => {
      const PolicyDocument = JSON.stringify(policy);
      return iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: ROLE, PolicyDocument }));
    };
    const last = (MaxSessionDuration: number) =>
      iam.send(new UpdateRoleCommand({ RoleName: ROLE, MaxSessionDuration }));
    await withFault(
      () => set(trust(PROVIDER, ["https://example.com/saml"])),
      // Said in other words, it is the same.
      () =>
        set({
          Statement: {
            Sid: "ByHand",
            Condition: { StringEquals: { "saml:AUD": "https://signin.aws.amazon.com/saml" } },
            Action: ["sts:AssumeRoleWithSAML"],
            Principal: { Federated: [PROVIDER] },
            Effect: "Allow",
          },
          Version: "2012-10-17",
        }),
      1,
      "error role AmazonConnectAgentAccessRole: has a trust policy that differs: it lacks Condition.StringEquals.SAML:aud: https://signin.aws.amazon.com/saml; it has Condition.StringEquals.SAML:aud: https://example.com/saml; deploy workshop-federation",
    );
    await withFault(
      () => last(3_600),
      () => last(43_200),
      1,
      "error role AmazonConnectAgentAccessRole: allows sessions of at most 1h instead of 12h, so longer ones are refused; deploy workshop-federation",
    );
  });

  it("finds a permission that was edited, or detached", async () => {
    const PolicyArn = POLICY;
    await withFault(
      () =>
        iam.send(
          new CreatePolicyVersionCommand({
            PolicyArn,
            PolicyDocument: JSON.stringify(permission({ Resource: "*" })),
            SetAsDefault: true,
          }),
        ),
      () => iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: "v1" })),
      1,
      "error policy AmazonConnectSSOPolicy: grants something different: it lacks Resource: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/user/${aws:userid}; it has Resource: *; deploy workshop-federation",
    );
    await withFault(
      () => iam.send(new DetachRolePolicyCommand({ RoleName: ROLE, PolicyArn })),
      () => iam.send(new AttachRolePolicyCommand({ RoleName: ROLE, PolicyArn })),
      1,
      "error policy AmazonConnectSSOPolicy: is not attached to role AmazonConnectAgentAccessRole, so Connect denies access; deploy workshop-federation",
    );
  });

  it("finds an instance that does not manage identities with SAML", async () => {
    const manage = (type: "SAML" | "CONNECT_MANAGED") => () => {
      if (standIn.connect) standIn.connect.identityManagementType = type;
    };
    await withFault(
      manage("CONNECT_MANAGED"),
      manage("SAML"),
      1,
      "error instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca: manages identities with CONNECT_MANAGED, which is fixed when an instance is created; create one with SAML 2.0-based authentication",
    );
  });

  it("finds assignments that are missing, and those that nobody configured", async () => {
    const { identityCenter } = standIn;
    await withFault(
      () => {
        identityCenter.unassign(AGENT, `USER ${carol}`);
      },
      () => {
        identityCenter.assign(AGENT, `USER ${carol}`);
      },
      1,
      "error application agent: is not assigned to the user carol; deploy workshop-assignments",
      "error user carol@example.com: is not assigned to agent, so the tile is not shown; make the user a member of ConnectAgents",
    );
    const dave = await people.addUser("dave", "dave@example.com");
    await withFault(
      () => {
        identityCenter.assign(AGENT, `USER ${dave}`);
      },
      () => {
        identityCenter.unassign(AGENT, `USER ${dave}`);
      },
      1,
      "error application agent: is assigned to the user dave, which the config does not name; add it to applications.agent.assign, or remove the assignment in the console",
      "error user dave@example.com: is assigned in Identity Center, but is not in Amazon Connect, which refuses unknown users; add the user to users",
    );
  });

  it("finds users with different upper and lower case, and on one side only", async () => {
    const rename = (from: string, to: string) => () => standIn.connect?.renameUser(from, to);
    await withFault(
      rename("agent1@example.com", "Agent1@example.com"),
      rename("Agent1@example.com", "agent1@example.com"),
      1,
      "error user agent1@example.com: is Agent1@example.com in Amazon Connect, which distinguishes upper and lower case; delete that user there, then deploy workshop-federation",
    );
    await withFault(
      rename("agent1@example.com", "someone.else@example.com"),
      rename("someone.else@example.com", "agent1@example.com"),
      1,
      "error user agent1@example.com: is not in Amazon Connect; deploy workshop-federation",
      "warning user someone.else@example.com: is in Amazon Connect only: neither in the config nor assigned to an application; delete the user there, or assign the person",
    );
  });

  it.each([
    [
      "iam GetSAMLProvider",
      "unread SAML provider AmazonConnectAgentAccess: could not be read: it needs the permission iam:GetSAMLProvider",
      "unread SAML provider AmazonConnectAdminAccess: could not be read: it needs the permission iam:GetSAMLProvider",
    ],
    [
      "connect GET /users-summary",
      "unread users of Amazon Connect: could not be read: it needs the permission connect:ListUsers",
    ],
    [
      "identitystore ListGroupMemberships",
      "unread members of groups: could not be read: it needs the permission identitystore:ListGroupMemberships",
    ],
    [
      "sso GetApplicationAssignmentConfiguration",
      "unread application agent: could not be read: it needs the permission sso:GetApplicationAssignmentConfiguration",
      "unread application admin: could not be read: it needs the permission sso:GetApplicationAssignmentConfiguration",
    ],
  ])(
    "takes it for no problem that %s is denied, and names the permission",
    async (call, ...told) => {
      const deny = (denied?: string) => () => {
        standIn.denied = denied;
      };
      await withFault(deny(call), deny(), 0, ...told);
    },
  );
});
