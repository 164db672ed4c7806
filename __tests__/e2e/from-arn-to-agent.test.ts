import { run as check } from "../../modules/commands/check/run";
import type { CheckReport } from "../../modules/commands/check";
import { rehearse } from "../../modules/commands/rehearse";
import { loadConfig } from "../../modules/config";
import type { ConsoleValues } from "../../modules/synth/console-sheet";
import { IdentityProvider } from "../support/identity-provider";
import { Project } from "../support/project";
import { synthHere } from "../support/synth-here";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:eu-central-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const APPLICATION_ARN =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const AT = new Date("2026-12-01T12:01:00Z");

const BEFORE_THE_VISIT = `instanceArn: ${INSTANCE_ARN}
applications:
  agent:
    destination: /ccp-v2
    newDomain: true
    assign: { groups: [ConnectAgents] }
identityCenter:
  createGroups: [ConnectAgents]
users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
`;

describeWithTools("the path from an instance's ARN to an agent who has signed in", () => {
  const project = new Project();
  const config = project.path("config/contact-center.yaml");
  const environment = { ...process.env };
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "eu-west-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent"],
      },
    });
    provider = await RunningProvider.start(standIn.environment("eu-central-1"));
  });
  afterAll(async () => {
    project.remove();
    process.env = environment;
    await moto.stop();
    await standIn.stop();
    await provider.stop();
  });

  async function synth(): Promise<void> {
    const { code, stderr } = await synthHere(project);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  }

  async function deploy(stack: string): Promise<Record<string, string>> {
    const terraform = new Terraform(
      project.path(`cdktf.out/stacks/contact-center-${stack}`),
      provider.environment,
    );
    await terraform.init();
    const made = await terraform.apply();
    expect(await terraform.isUpToDate()).toBe(true);
    return made;
  }

  it("takes one console visit and two deployments, each of which works at the first try", async () => {
    // Before the visit: the sheet has every value for the console.
    project.write("config/contact-center.yaml", BEFORE_THE_VISIT);
    await synth();
    const sheet = JSON.parse(
      project.read("cdktf.out/handoff/contact-center/values.json"),
    ) as ConsoleValues;
    const { agent } = sheet.applications;
    if (!agent) throw new Error("the sheet has no application agent");
    const [, , role] = agent.attributeMappings;
    expect(project.read("cdktf.out/handoff/contact-center/RUNBOOK.md")).toContain(
      "`eu-central-1` (a guess)",
    );

    // The visit: a person creates the application, and brings back its metadata and its ARN.
    const identityCenter = await IdentityProvider.make({
      application: Buffer.from("123456789012_ins-0f4d2b6a8c1e9357").toString("base64"),
      region: "eu-west-1",
    });
    standIn.identityCenter.addApplication(APPLICATION_ARN, agent.displayName);
    project.write("config/metadata/agent.xml", identityCenter.metadata);
    project.edit("config/contact-center.yaml", (text) =>
      text.replace(
        "  agent:\n",
        `  agent:\n    samlMetadataFile: metadata/agent.xml\n    applicationArn: ${APPLICATION_ARN}\n`,
      ),
    );

    // Both deployments, the second in the region that the metadata names.
    await synth();
    expect(await deploy("federation")).toMatchObject({
      "aws_iam_role.agent": "create",
      'aws_connect_user.user["agent1@example.com"]': "create",
    });
    expect(await deploy("assignments")).toEqual({
      'aws_identitystore_group.created["ConnectAgents"]': "create",
      'aws_identitystore_user.created["agent1@example.com"]': "create",
      'aws_identitystore_group_membership.created["agent1@example.com in ConnectAgents"]': "create",
      'aws_ssoadmin_application_assignment.agent["group ConnectAgents"]': "create",
    });
    const people = new People(standIn, "eu-west-1");
    expect(await people.assigned(APPLICATION_ARN)).toEqual(["group ConnectAgents"]);
    expect(await people.groups()).toEqual({ ConnectAgents: ["agent1@example.com"] });

    // The comparison with the account has nothing to say.
    Object.assign(process.env, standIn.environment("eu-central-1"), {
      CDKTF_OUTDIR: project.path("cdktf.out"),
    });
    let printed = "";
    const code = await check(
      { values: { live: true, json: true }, positionals: [config] },
      { write: (text) => (printed += text), paint: (_, text) => text },
    );
    const report = JSON.parse(printed) as CheckReport;
    const findings = report.instances.flatMap(({ live = [] }) => live);
    expect(findings.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(findings.length).toBeGreaterThan(5);
    expect({ code, unread: report.unread }).toEqual({ code: 0, unread: 0 });

    // The agent signs in: with the sheet's values, Identity Center sends what the rehearsal accepts.
    const response = identityCenter.respond({
      recipient: agent.acsUrl,
      audiences: [agent.samlAudience],
      roles: [role?.value ?? ""],
    });
    const { instances } = loadConfig(config, AT);
    const rehearsal = await rehearse({
      response,
      instances,
      at: AT,
      relayState: agent.relayStateUrl,
    });
    expect(rehearsal.landing).toEqual({
      user: "agent1@example.com",
      userConfigured: true,
      instance: "contact-center",
      instanceArn: INSTANCE_ARN,
      application: "agent",
      roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
      page: "https://eu-central-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fccp-v2&new_domain=true",
      until: new Date("2026-12-02T00:00:00Z"),
    });

    // The response takes the place of AWS credentials: nobody signs this call.
    const answer = await fetch(moto.url, {
      method: "POST",
      body: new URLSearchParams({
        Action: "AssumeRoleWithSAML",
        Version: "2011-06-15",
        RoleArn: agent.roleArn,
        PrincipalArn: agent.samlProviderArn,
        SAMLAssertion: Buffer.from(response).toString("base64"),
      }),
    });
    expect({ status: answer.status, text: await answer.text() }).toMatchObject({
      status: 200,
      text: expect.stringContaining(
        "<Arn>arn:aws:sts::123456789012:assumed-role/AmazonConnectAgentAccessRole/agent1@example.com</Arn>",
      ) as string,
    });
  });
});
