import { Project } from "../support/project";
import { synthHere } from "../support/synth-here";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { StateServer } from "./support/state-server";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const application = (id: string) =>
  `arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-${id.repeat(16)}`;

const TEAMS = Array.from({ length: 49 }, (_, index) => `Team ${String(index + 1)}`);
const EMAILS = Array.from({ length: 500 }, (_, index) => `agent${String(index + 1)}@example.com`);

describeWithTools("500 users and 50 groups in one file", () => {
  const project = new Project().samples();
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;
  let states: StateServer;

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
    // In a local file, Terraform writes all of the state after each change.
    states = await StateServer.start();
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
    for (const id of ["1", "2", "3"]) standIn.identityCenter.addApplication(application(id));
    const people = new People(standIn, "us-east-1");
    for (const team of TEAMS) await people.addGroup(team);

    // Every fifth is new in Identity Center; the others are there.
    const users = EMAILS.map(
      (email, index) =>
        `  - { email: ${email}, givenName: Agent, familyName: "${String(index + 1)}", applications: [agent], securityProfiles: [Agent], createInIdentityCenter: ${String(index % 5 === 0)} }`,
    );
    project.write(
      "config/workshop.yaml",
      `instanceArn: ${INSTANCE_ARN}
roles: shared
applications:
  agent:
    samlMetadataFile: metadata/agent.xml
    applicationArn: ${application("1")}
    assign: { groups: [ConnectAgents] }
  admin:
    samlMetadataFile: metadata/admin.xml
    applicationArn: ${application("2")}
    assign: { groups: [${TEAMS.join(", ")}] }
  report:
    applicationArn: ${application("3")}
    assign: { groups: [${TEAMS.join(", ")}] }
identityCenter: { createGroups: [ConnectAgents] }
backend: { type: http, address: "${states.url}/{stack}" }
users:
${users.join("\n")}
`,
    );
    expect(await synthHere(project)).toMatchObject({
      code: 0,
      stderr:
        "warning: config/workshop.yaml:7:23 applications.agent.assign.groups: get no members but the users that are created here, so no tile is shown to agent2@example.com, agent3@example.com, agent4@example.com and 397 more; add each user to a group in Identity Center after the deployment, or name the user in applications.agent.assign.users\n",
    });
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await standIn.stop();
    await states.stop();
    await provider.stop();
  });

  const apply = async (stack: string) => {
    const terraform = new Terraform(project.path(`cdktf.out/stacks/workshop-${stack}`), {
      ...provider.environment,
      TF_VAR_report_saml_metadata_document: project
        .read("config/metadata/admin.xml")
        .replace(/(?<=entityID="[^"]*)"/, 'x"'),
    });
    await terraform.init();
    const before = standIn.calls.length;
    await terraform.apply();
    const operations = new Map<string, number>();
    for (const call of standIn.calls.slice(before)) {
      const operation = call.replace(/^\S+ /, "").replace(/\/[0-9a-f-]{36}.*$/, "");
      operations.set(operation, (operations.get(operation) ?? 0) + 1);
    }
    return operations;
  };

  it("apply in Identity Center, with one look-up for each group that is not made", async () => {
    const operations = await apply("assignments");
    // Now and then the provider sends a request again; a look-up for each assignment would be 98.
    expect(operations.get("identitystore GetGroupId")).toBeGreaterThanOrEqual(49);
    expect(operations.get("identitystore GetGroupId")).toBeLessThan(60);
    expect(operations.get("identitystore GetUserId")).toBeUndefined();
    expect(standIn.identityCenter.assigned(application("1"))).toHaveLength(1);
    expect(standIn.identityCenter.assigned(application("2"))).toHaveLength(49);
    expect(standIn.identityCenter.assigned(application("3"))).toHaveLength(49);
    const { ConnectAgents } = await new People(standIn, "us-east-1").groups();
    expect(ConnectAgents).toHaveLength(100);
  });

  it("apply in the instance, with one look-up for each profile", async () => {
    const operations = await apply("federation");
    for (const profiles of ["routing-profiles", "security-profiles"]) {
      const lookUps = operations.get(`connect GET /${profiles}-summary`);
      expect(lookUps).toBeGreaterThanOrEqual(1);
      expect(lookUps).toBeLessThan(10);
    }
    expect(Object.keys(standIn.connect?.users() ?? {}).sort()).toEqual([...EMAILS].sort());
  });
});
