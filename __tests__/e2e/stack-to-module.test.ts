import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const ACCOUNT = "123456789012";
const IDENTITY_CENTER = { region: "eu-west-1", accountId: "210987654321" };
const application = (id: string) =>
  `arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-${id.repeat(16)}`;
const MODULE = "cdktf.out/handoff/people/module";

describeWithTools("a stack that is deployed", () => {
  const project = new Project().copy("examples");
  let motos: Moto[];
  let standIns: StandIn[];
  let providers: RunningProvider[];

  beforeAll(async () => {
    // Protected, so that a move that is none would be refused.
    project.edit("examples/people.yaml", (text) => text.replace(/^protect: false.*\n/m, ""));
    resynth(project, "examples/people.yaml");
    const instanceAccount = await Moto.start(ACCOUNT);
    const identityCenterAccount = await Moto.start(IDENTITY_CENTER.accountId);
    motos = [instanceAccount, identityCenterAccount];
    const connect = await StandIn.start(instanceAccount, {
      connect: {
        instanceArn:
          "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10",
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Supervisors"],
        securityProfiles: ["Agent", "CallCenterManager"],
      },
    });
    const directory = await StandIn.start(identityCenterAccount, {
      identityCenter: IDENTITY_CENTER,
    });
    standIns = [connect, directory];
    for (const id of ["1", "2"]) directory.identityCenter.addApplication(application(id));
    const people = new People(directory, IDENTITY_CENTER.region);
    await people.addGroup("ConnectSupervisors");
    await people.addUser("supervisor1@example.com");
    providers = [
      await RunningProvider.start(connect.environment("eu-central-1")),
      await RunningProvider.start(directory.environment("eu-west-1")),
    ];
  });
  afterAll(async () => {
    project.remove();
    await Promise.all(motos.map((moto) => moto.stop()));
    await Promise.all(standIns.map((standIn) => standIn.stop()));
    await Promise.all(providers.map((provider) => provider.stop()));
  });

  /** The blocks that a module's README has for its callers. */
  function movedBlocks(readme: string): string {
    const [, blocks = ""] =
      /^## From the stack to this module\n[^]*?```hcl\n([^]*?)```/m.exec(project.read(readme)) ??
      [];
    return blocks;
  }

  it.each([
    {
      module: "federation",
      at: 0,
      source: MODULE,
      inputs: `instance_arn = "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"
        agent_saml_metadata_document = file("../examples/metadata/people-agent.xml")
        supervisor_saml_metadata_document = file("../examples/metadata/people-supervisor.xml")`,
      resources: [
        'aws_connect_user.user["agent1@example.com"]',
        'aws_connect_user.user["supervisor1@example.com"]',
        "aws_iam_policy.sign_in_permission",
        "aws_iam_role.agent",
        "aws_iam_role.supervisor",
        "aws_iam_role_policy_attachment.agent",
        "aws_iam_role_policy_attachment.supervisor",
        "aws_iam_saml_provider.agent",
        "aws_iam_saml_provider.supervisor",
        'terraform_data.sign_in_protection["agent (AmazonConnectAgentAccessRole, AmazonConnectAgentAccess): users would be locked out (protect: false allows it)"]',
        'terraform_data.sign_in_protection["supervisor (AmazonConnectSupervisorAccessRole, AmazonConnectSupervisorAccess): users would be locked out (protect: false allows it)"]',
      ],
    },
    {
      module: "assignments",
      at: 1,
      source: `${MODULE}/modules/assignments`,
      inputs: `agent_application_arn = "${application("1")}"
        supervisor_application_arn = "${application("2")}"`,
      resources: [
        'aws_identitystore_group.created["ConnectAgents"]',
        'aws_identitystore_group_membership.created["agent1@example.com in ConnectAgents"]',
        'aws_identitystore_user.created["agent1@example.com"]',
        'aws_ssoadmin_application_assignment.agent["group ConnectAgents"]',
        'aws_ssoadmin_application_assignment.supervisor["group ConnectSupervisors"]',
        'aws_ssoadmin_application_assignment.supervisor["user supervisor1@example.com"]',
      ],
    },
  ])(
    "moves into the module $module with the blocks of its README, and nothing else changes",
    async ({ module, at, source, inputs, resources }) => {
      const environment = providers[at]?.environment ?? {};
      const stack = new Terraform(project.path(`cdktf.out/stacks/people-${module}`), environment);
      await stack.init();
      await stack.apply();

      const call = `module "${module}" {\n  source = "../${source}"\n  ${inputs}\n}\n`;
      project
        .write(`${module}/main.tf`, `${call}\n${movedBlocks(`${source}/README.md`)}`)
        .write(`${module}/terraform.tfstate`, await stack.run("state", "pull"));
      const root = new Terraform(project.path(module), environment);
      await root.init();
      const moves = resources.map((address) => [`module.${module}.${address}`, "move"]);
      expect(await root.plan()).toEqual(Object.fromEntries(moves));
      await root.apply();

      project.write(`${module}/main.tf`, call);
      expect(await root.plan()).toEqual({});
    },
  );
});
