import {
  ConnectClient,
  CreateUserCommand,
  paginateListRoutingProfiles,
  paginateListSecurityProfiles,
} from "@aws-sdk/client-connect";
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  type IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";

import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { type Account, readAccount } from "./support/account";
import { permission, trust } from "./support/example";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const POLICY = "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";

/** The trust policy that the console writes. Terraform takes it for the same as its own. */
function consoleTrust(samlProvider: string) {
  const arn = `arn:aws:iam::123456789012:saml-provider/${samlProvider}`;
  const [statement] = trust(arn, []).Statement;
  const Condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
  return { Version: "2012-10-17", Statement: [{ ...statement, Condition }] };
}

/** What the workshop has people do in the IAM console, through the API that the console calls. */
class ByHand {
  public constructor(
    private readonly iam: IAMClient,
    private readonly project: Project,
  ) {}

  public async samlProvider(Name: string, metadata: string): Promise<void> {
    const SAMLMetadataDocument = this.project.read(metadata);
    await this.iam.send(new CreateSAMLProviderCommand({ Name, SAMLMetadataDocument }));
  }

  public async role(RoleName: string, samlProvider: string): Promise<void> {
    const AssumeRolePolicyDocument = JSON.stringify(consoleTrust(samlProvider));
    await this.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  }

  public async policy(PolicyName: string, document: object): Promise<void> {
    const Description = "Lets agents sign in";
    const PolicyDocument = JSON.stringify(document);
    await this.iam.send(new CreatePolicyCommand({ PolicyName, Description, PolicyDocument }));
  }

  public async attach(RoleName: string, PolicyArn: string): Promise<void> {
    await this.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  }

  public async inline(RoleName: string, PolicyName: string, document: object): Promise<void> {
    const PolicyDocument = JSON.stringify(document);
    await this.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }
}

/** What a plan does, counted. */
async function counted(terraform: Terraform) {
  const said = await terraform.run("plan", "-json", "-input=false", "-out=test.tfplan");
  const [summary] = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { type: string; changes?: Record<string, number> })
    .filter(({ type }) => type === "change_summary");
  const { import: imported, add, change, remove } = summary?.changes ?? {};
  return { imported, add, change, remove };
}

const USERS = permission({ Resource: [`${INSTANCE}/user/\${aws:userid}`] });

describeWithTools("adopting what was made by hand", () => {
  const project = new Project().workshop().copy("examples");
  const motos: Moto[] = [];
  const standIns: StandIn[] = [];
  const providers: RunningProvider[] = [];
  const start = async () => {
    const moto = await Moto.start();
    motos.push(moto);
    return { moto, byHand: new ByHand(moto.iam("us-east-1"), project) };
  };
  const terraformIn = async (stacks: string[], environment: Record<string, string>) => {
    const provider = await RunningProvider.start(environment);
    providers.push(provider);
    return stacks.map(
      (stack) => new Terraform(project.path(`cdktf.out/stacks/${stack}`), provider.environment),
    ) as [Terraform, ...Terraform[]];
  };
  afterAll(async () => {
    await Promise.all(providers.map((provider) => provider.stop()));
    await Promise.all(standIns.map((standIn) => standIn.stop()));
    await Promise.all(motos.map((moto) => moto.stop()));
    project.remove();
  });

  it("takes over the workshop's console steps: all imported, none created, none destroyed", async () => {
    const { moto, byHand } = await start();
    await byHand.samlProvider("AmazonConnectAgentAccess", "config/metadata/agent.xml");
    await byHand.policy("AmazonConnectSSOPolicy", USERS);
    await byHand.role("AmazonConnectAgentAccessRole", "AmazonConnectAgentAccess");
    await byHand.attach("AmazonConnectAgentAccessRole", POLICY);
    await byHand.samlProvider("AmazonConnectAdminAccess", "config/metadata/admin.xml");
    await byHand.role("AmazonConnectAdminAccessRole", "AmazonConnectAdminAccess");
    project.edit("config/workshop.yaml", (text) => `${text}adopt: true\n`);
    resynth(project);
    const iam = moto.iam("us-east-1");
    const [terraform] = await terraformIn(["workshop-federation"], moto.environment("us-east-1"));
    await terraform.init();

    // The last console step was forgotten: Terraform says which, and changes nothing.
    const before = await readAccount(iam);
    const { code, stderr } = await terraform.attempt("apply", "-auto-approve", "-input=false");
    expect(code).toBe(1);
    expect(stderr).toContain("Cannot import non-existent remote object");
    expect(stderr).toContain("aws_iam_role_policy_attachment.admin");
    expect(await readAccount(iam)).toEqual(before);
    await byHand.attach("AmazonConnectAdminAccessRole", POLICY);

    // The roles' sessions become as long as the applications'; the rest is as it was made.
    expect(await counted(terraform)).toEqual({ imported: 9, add: 0, change: 2, remove: 0 });
    await terraform.apply("test.tfplan");
    expect(await terraform.isUpToDate()).toBe(true);
    const role = (audience: string): Account["roles"][string] => ({
      arn: `arn:aws:iam::123456789012:role/AmazonConnect${audience}AccessRole`,
      maxSessionDuration: 43_200,
      trust: consoleTrust(`AmazonConnect${audience}Access`),
      managed: [POLICY],
      inline: {},
    });
    expect(await readAccount(iam)).toEqual({
      samlProviders: before.samlProviders,
      roles: {
        AmazonConnectAgentAccessRole: role("Agent"),
        AmazonConnectAdminAccessRole: role("Admin"),
      },
      policies: { [POLICY]: USERS },
    });

    // The guard against lock-out stands already, and stays when somebody adopts once more.
    const admin =
      "admin (AmazonConnectAdminAccessRole, AmazonConnectAdminAccess): users would be locked out (protect: false allows it)";
    const refused = async () => {
      const { code, stderr } = await terraform.attempt("plan", "-input=false");
      expect(code).toBe(1);
      expect(stderr.replace(/\s+/g, " ")).toContain(
        `Resource terraform_data.sign_in_protection["${admin}"] has lifecycle.prevent_destroy set`,
      );
    };
    const adopting = project.read("config/workshop.yaml");
    project.write("config/workshop.yaml", adopting.replace(/^ {2}admin:[^]*?(?=^\S)/m, ""));
    resynth(project);
    await refused();

    // Without adopt, which is for one deployment, nothing changes.
    project.write("config/workshop.yaml", adopting.replace("adopt: true\n", ""));
    resynth(project);
    expect(await terraform.isUpToDate()).toBe(true);
  });

  it("takes over an inline policy", async () => {
    const { moto, byHand } = await start();
    const config = "examples/admin-guide.yaml";
    const instance = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    const where = {
      Resource: "*",
      Condition: { StringEquals: { "connect:InstanceId": instance } },
    };
    await byHand.samlProvider("AmazonConnect", "examples/metadata/admin-guide.xml");
    await byHand.role("AmazonConnectRole", "AmazonConnect");
    await byHand.inline("AmazonConnectRole", "AmazonConnectFederation", permission(where));
    project.edit(config, (text) => `${text}adopt: true\n`);
    resynth(project, config);
    const [terraform] = await terraformIn(
      ["admin-guide-federation"],
      moto.environment("us-west-2"),
    );
    await terraform.init();
    expect(await counted(terraform)).toMatchObject({ imported: 3, add: 0, remove: 0 });
    await terraform.apply("test.tfplan");
    expect(await terraform.isUpToDate()).toBe(true);
  });

  it("takes over assignments and users whose IDs are given", async () => {
    const { moto, byHand } = await start();
    const standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent"],
      },
    });
    standIns.push(standIn);
    standIn.identityCenter.addApplication(AGENT);
    const people = new People(standIn, "us-east-1");
    const group = await people.addGroup("ConnectAgents");
    const user = await people.addUser("agent2@example.com");
    standIn.identityCenter.assign(AGENT, `GROUP ${group}`);
    standIn.identityCenter.assign(AGENT, `USER ${user}`);
    const connectUserId = await makeConnectUser(standIn, "agent1@example.com");
    await byHand.samlProvider("AmazonConnectAgentAccess", "config/metadata/agent.xml");
    await byHand.policy("AmazonConnectSSOPolicy", USERS);
    await byHand.role("AmazonConnectAgentAccessRole", "AmazonConnectAgentAccess");
    await byHand.attach("AmazonConnectAgentAccessRole", POLICY);

    project.write(
      "hand.yaml",
      `instanceArn: ${INSTANCE}
applications:
  agent:
    samlMetadataFile: config/metadata/agent.xml
    applicationArn: ${AGENT}
    assign: { groups: [${group}], users: [${user}] }
users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    connectUserId: ${connectUserId}
adopt: true
`,
    );
    resynth(project, "hand.yaml");
    const stacks = await terraformIn(
      ["hand-federation", "hand-assignments"],
      standIn.environment("us-east-1"),
    );
    for (const [index, terraform] of stacks.entries()) {
      const imported = [6, 2][index];
      await terraform.init();
      expect(await counted(terraform)).toMatchObject({ imported, add: 0, remove: 0 });
      await terraform.apply("test.tfplan");
      expect(await terraform.isUpToDate()).toBe(true);
    }
    expect(await people.assigned(AGENT)).toEqual([
      "group ConnectAgents",
      "user agent2@example.com",
    ]);
    expect(Object.keys(standIn.connect?.users() ?? {})).toEqual(["agent1@example.com"]);
  });
});

async function makeConnectUser(standIn: StandIn, Username: string): Promise<string> {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new ConnectClient({ endpoint: standIn.url, region: "us-east-1", credentials });
  const InstanceId = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
  const ids: string[] = [];
  for (const list of [paginateListRoutingProfiles, paginateListSecurityProfiles]) {
    for await (const page of list({ client }, { InstanceId })) {
      const summaries =
        "RoutingProfileSummaryList" in page
          ? page.RoutingProfileSummaryList
          : "SecurityProfileSummaryList" in page
            ? page.SecurityProfileSummaryList
            : [];
      ids.push(...(summaries ?? []).flatMap(({ Id }) => Id ?? []));
    }
  }
  const [RoutingProfileId = "", ...SecurityProfileIds] = ids;
  const { UserId = "" } = await client.send(
    new CreateUserCommand({
      InstanceId,
      Username,
      IdentityInfo: { FirstName: "Agent", LastName: "One" },
      PhoneConfig: { PhoneType: "SOFT_PHONE" },
      RoutingProfileId,
      SecurityProfileIds,
    }),
  );
  return UserId;
}
