import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn, type StandInOptions } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const APPLICATION_ARN =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";

const CONNECT = {
  instanceArn: INSTANCE_ARN,
  identityManagementType: "SAML",
  routingProfiles: ["Basic Routing Profile"],
  securityProfiles: ["Agent"],
} as const;

describeWithTools("before anything changes, Terraform refuses", () => {
  const project = new Project();
  let moto: Moto;
  let running: (StandIn | RunningProvider)[] = [];
  const initialized = new Set<string>();

  beforeAll(async () => {
    moto = await Moto.start();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
  });

  const start = async (options: StandInOptions) => {
    const standIn = await StandIn.start(moto, options);
    running.push(standIn);
    standIn.identityCenter.addApplication(APPLICATION_ARN);
    const provider = await RunningProvider.start(standIn.environment("us-east-1"));
    running.push(provider);
    return { standIn, environment: provider.environment };
  };

  /** What Terraform says to a config, in one line. */
  const plan = async (environment: Record<string, string>, stack: string, config: string) => {
    project.write("config/hotline.yaml", `instanceArn: ${INSTANCE_ARN}\n${config}`);
    resynth(project);
    const terraform = new Terraform(project.path(`cdktf.out/stacks/hotline-${stack}`), {
      ...environment,
      TF_VAR_agent_saml_metadata_document: project.samples().read("config/metadata/agent.xml"),
    });
    if (!initialized.has(stack)) await terraform.init();
    initialized.add(stack);
    const { code, stderr } = await terraform.attempt("plan", "-input=false");
    return { code, told: stderr.replace(/\s+/g, " "), terraform };
  };

  const agent = (own: string, rest = "") =>
    `applications:\n  agent:\n    applicationArn: ${APPLICATION_ARN}\n    ${own}\n${rest}`;

  it("assignments where there is no Identity Center, and says where to enable it", async () => {
    const { environment } = await start({});
    const { code, told } = await plan(environment, "assignments", agent("assign: {}"));
    expect(code).toBe(1);
    expect(told).toContain(
      "This account has no IAM Identity Center in this region. Configure the AWS provider for the account and region where it is (in a config: identityCenter.accountId and identityCenter.region). Where an organization has none, only its management account can enable it.",
    );
  });

  it("assignments in another region than Identity Center's, or of another Identity Center", async () => {
    const { environment } = await start({
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
    });
    const elsewhere = await plan(
      environment,
      "assignments",
      agent("assign: {}", "identityCenter: { region: eu-west-1 }\n"),
    );
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.told).toContain("This account has no IAM Identity Center in this region.");

    const other = await plan(
      environment,
      "assignments",
      agent("assign: {}").replace("ssoins-1234567890abcdef", "ssoins-fedcba0987654321"),
    );
    expect(other.code).toBe(1);
    expect(other.told).toContain(
      "The application agent (arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-1111111111111111) belongs to an IAM Identity Center that is not in this account and region.",
    );
  });

  const USER = `users:
  - { email: agent1@example.com, givenName: Agent, familyName: One, applications: [agent], securityProfiles: [Agent, Supervisor] }
`;

  it("users of an instance that does not sign in with SAML", async () => {
    const { environment } = await start({
      connect: { ...CONNECT, identityManagementType: "CONNECT_MANAGED" },
    });
    const { code, told } = await plan(environment, "federation", agent("assign: {}", USER));
    expect(code).toBe(1);
    expect(told).toContain(
      "The Amazon Connect instance manages identities as CONNECT_MANAGED, not with SAML 2.0, so nobody can sign in through Identity Center. Identity management is chosen when an instance is created and cannot be changed: create an instance with SAML 2.0-based authentication.",
    );
  });

  it("users with a profile that the instance does not have, and names it", async () => {
    const { environment } = await start({ connect: CONNECT });
    const { code, told } = await plan(environment, "federation", agent("assign: {}", USER));
    expect(code).toBe(1);
    expect(told).toContain("reading Connect Security Profile (Supervisor) summary: empty result");
  });

  it("to destroy where a look-up finds nothing, until it may skip the look-ups", async () => {
    const { standIn, environment } = await start({
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
    });
    const people = new People(standIn, "us-east-1");
    await people.addGroup("Supervisors");
    const config = agent("assign: { groups: [Supervisors] }");
    const { terraform } = await plan(environment, "assignments", config);
    await terraform.apply();
    await people.deleteGroup("Supervisors");

    const refused = await terraform.attempt("destroy", "-auto-approve", "-input=false");
    expect(refused.stderr).toContain('data.aws_identitystore_group.existing["Supervisors"]');
    await terraform.destroy("-refresh=false");
    expect(standIn.identityCenter.assigned(APPLICATION_ARN)).toEqual([]);
  });
});
