import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { EMPTY, readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { StandIn } from "./support/stand-in";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ADMIN = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222";

const USERS = `users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
  - email: Admin1@example.com
    givenName: Zoë
    familyName: D'Arc \${x}
    applications: [admin]
    routingProfile: Back Office
    securityProfiles: [Admin, CallCenterManager]
    deskPhone: "+12065550100"
    createInIdentityCenter: true
  - email: carol@example.com
    givenName: Carol
    familyName: Diaz
    applications: [agent]
    securityProfiles: [Agent]
`;

describeWithTools("the workshop with its applications' ARNs filled in", () => {
  const project = new Project().workshop();
  const config = "config/workshop.yaml";
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;
  let people: People;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Back Office"],
        securityProfiles: ["Agent", "Admin", "CallCenterManager"],
      },
    });
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
    standIn.identityCenter.addApplication(AGENT);
    standIn.identityCenter.addApplication(ADMIN);
    people = new People(standIn, "us-east-1");
    await people.addGroup("Supervisors");
    await people.addUser("carol@example.com");

    project.edit(config, (text) =>
      text
        .replace("agent:\n", `agent:\n    applicationArn: ${AGENT}\n`)
        .replace("admin:\n", `admin:\n    applicationArn: ${ADMIN}\n`)
        .replace("[ConnectAgents] }", "[ConnectAgents], users: [carol@example.com] }")
        .replace("identityCenter:\n", 'identityCenter:\n  accountId: "123456789012"\n')
        .concat(USERS, "protect: false\n"),
    );
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await standIn.stop();
    await provider.stop();
  });

  const terraform = (stack: string) =>
    new Terraform(project.path(`cdktf.out/stacks/${stack}`), provider.environment);

  it("gives the instance its users, and heals what is deleted there", async () => {
    resynth(project);
    const federation = terraform("workshop-federation");
    await federation.init();
    await federation.apply();
    expect(await federation.isUpToDate()).toBe(true);
    const users = {
      "agent1@example.com": {
        FirstName: "Agent",
        LastName: "One",
        phone: "SOFT_PHONE",
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
      },
      "Admin1@example.com": {
        FirstName: "Zoë",
        LastName: "D'Arc ${x}",
        phone: "DESK_PHONE",
        deskPhone: "+12065550100",
        routingProfile: "Back Office",
        securityProfiles: ["Admin", "CallCenterManager"],
      },
      "carol@example.com": {
        FirstName: "Carol",
        LastName: "Diaz",
        phone: "SOFT_PHONE",
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
      },
    };
    expect(standIn.connect?.users()).toEqual(users);

    standIn.connect?.deleteUser("agent1@example.com");
    expect(await federation.apply()).toEqual({
      'aws_connect_user.user["agent1@example.com"]': "create",
    });
    expect(standIn.connect?.users()).toEqual(users);

    await federation.destroy();
    expect(standIn.connect?.users()).toEqual({});
    expect(await readAccount(moto.iam("us-east-1"))).toEqual(EMPTY);
  });

  it("assigns groups and users, heals, follows the config, and leaves nothing", async () => {
    resynth(project);
    const assignments = terraform("workshop-assignments");
    await assignments.init();
    await assignments.apply();
    expect(await assignments.isUpToDate()).toBe(true);
    expect(await people.assigned(AGENT)).toEqual(["group ConnectAgents", "user carol@example.com"]);
    expect(await people.assigned(ADMIN)).toEqual(["group ConnectAdmins"]);
    expect(await people.groups()).toEqual({
      Supervisors: [],
      ConnectAgents: ["agent1@example.com"],
      ConnectAdmins: ["Admin1@example.com"],
    });
    expect(await people.users()).toEqual([
      "Admin1@example.com (Zoë D'Arc ${x}, Admin1@example.com)",
      "agent1@example.com (Agent One, agent1@example.com)",
      "carol@example.com (A Person)",
    ]);

    // Behind Terraform's back.
    const [group = ""] = standIn.identityCenter.assigned(AGENT);
    standIn.identityCenter.unassign(AGENT, group);
    await people.deleteUser("agent1@example.com");
    expect(await assignments.apply()).toEqual({
      'aws_ssoadmin_application_assignment.agent["group ConnectAgents"]': "create",
      'aws_identitystore_user.created["agent1@example.com"]': "create",
      'aws_identitystore_group_membership.created["agent1@example.com in ConnectAgents"]': "create",
    });
    expect(await people.groups()).toMatchObject({ ConnectAgents: ["agent1@example.com"] });
    expect(await people.assigned(AGENT)).toEqual(["group ConnectAgents", "user carol@example.com"]);

    project.edit(config, (text) =>
      text.replace("[ConnectAdmins] }", "[ConnectAdmins, Supervisors] }"),
    );
    resynth(project);
    expect(await assignments.apply()).toEqual({
      'aws_ssoadmin_application_assignment.admin["group Supervisors"]': "create",
      'aws_identitystore_group_membership.created["Admin1@example.com in Supervisors"]': "create",
    });
    expect(await people.assigned(ADMIN)).toEqual(["group ConnectAdmins", "group Supervisors"]);

    // A group that does not exist is named, and nothing changes.
    project.edit(config, (text) => text.replace("Supervisors] }", "Supervisers] }"));
    resynth(project);
    const refused = await assignments.attempt("apply", "-auto-approve", "-input=false");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('data.aws_identitystore_group.existing["Supervisers"]');
    expect(refused.stderr).toContain("GROUP not found");
    expect(await people.assigned(ADMIN)).toEqual(["group ConnectAdmins", "group Supervisors"]);

    project.edit(config, (text) => text.replace(", Supervisers] }", "] }"));
    resynth(project);
    expect(await assignments.apply()).toEqual({
      'aws_ssoadmin_application_assignment.admin["group Supervisors"]': "delete",
      'aws_identitystore_group_membership.created["Admin1@example.com in Supervisors"]': "delete",
    });

    standIn.identityCenter.deleteApplication(ADMIN);
    await assignments.destroy();
    expect(await people.assigned(AGENT)).toEqual([]);
    expect(await people.groups()).toEqual({ Supervisors: [] });
    expect(await people.users()).toEqual(["carol@example.com (A Person)"]);
    expect(await assignments.run("state", "list")).toBe("");
  });

  it("assigns an application of an additional region there, with groups in the primary one", async () => {
    const replicated = await StandIn.start(moto, {
      identityCenter: {
        region: "us-east-1",
        accountId: "123456789012",
        applicationRegion: "eu-west-1",
      },
    });
    try {
      replicated.identityCenter.addApplication(AGENT);
      const metadata = project.read("config/metadata/agent.xml");
      project.write("replicated/agent.xml", metadata.replaceAll("us-east-1", "eu-west-1")).write(
        "replicated/replicated.yaml",
        `instanceArn: ${INSTANCE_ARN}
applications:
  agent:
    samlMetadataFile: agent.xml
    applicationArn: ${AGENT}
    assign: { groups: [Night shift] }
identityCenter: { region: us-east-1, createGroups: [Night shift] }
`,
      );
      resynth(project, "replicated");
      // Not a running provider, whose two configurations would be one.
      const assignments = new Terraform(
        project.path("cdktf.out/stacks/replicated-assignments"),
        replicated.environment("us-east-1"),
      );
      await assignments.init();
      await assignments.apply();
      const calls = replicated.calls.filter((call) => call.includes(" Create"));
      expect(calls).toEqual([
        "us-east-1 identitystore CreateGroup",
        "eu-west-1 sso CreateApplicationAssignment",
      ]);
    } finally {
      await replicated.stop();
    }
  });
});
