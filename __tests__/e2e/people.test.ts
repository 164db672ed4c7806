import { resynth } from "../support/resynth";
import { EVERYTHING } from "../support/figures";
import { Project } from "../support/project";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { StateServer } from "./support/state-server";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

const HEADER =
  "first name,last name,user login,routing profile name,security_profile_name_1|security_profile_name_2,phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds),UserHierarchy,secondaryEmail,tags";

/** Rows of the users with these numbers. */
function rows(from: number, to: number, rest = "Agent,soft,,yes,30,Europe/Lisbon,,"): string[] {
  return Array.from(
    { length: to - from + 1 },
    (_, index) =>
      `Agent,${String(from + index)},agent${String(from + index)}@example.com,Basic Routing Profile,${rest}`,
  );
}

/** How many people there are at first. CONNECT_SSO_PROOF=true makes 600. */
const COUNT = EVERYTHING ? 600 : 60;

describeWithTools("people from a spreadsheet", () => {
  const project = new Project().samples();
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;
  let states: StateServer;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent", "Team Lead"],
        hierarchyGroups: ["Europe", "Europe/Lisbon", "Europe/Porto", "Asia"],
      },
    });
    states = await StateServer.start();
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
    project.write(
      "config/workshop.yaml",
      `instanceArn: ${INSTANCE_ARN}
applications: { agent: { samlMetadataFile: metadata/agent.xml } }
usersFrom: [{ file: agents.csv, applications: [agent], tags: { Center: North } }]
protect: false
backend: { type: http, address: "${states.url}/{stack}" }
`,
    );
  });
  afterAll(async () => {
    project.remove();
    await Promise.all([moto.stop(), standIn.stop(), states.stop()]);
    await provider.stop();
  });

  const terraform = async (...lines: string[]) => {
    project.write("config/agents.csv", [HEADER, ...lines, ""].join("\r\n"));
    resynth(project, "config");
    const own = new Terraform(
      project.path("cdktf.out/stacks/workshop-federation"),
      provider.environment,
    );
    await own.init();
    return own;
  };
  const users = () => standIn.connect?.users() ?? {};
  const address = (number: number) => `aws_connect_user.user["agent${String(number)}@example.com"]`;

  it("are made with all that their rows say, and a second plan is empty", async () => {
    const stack = await terraform(...rows(1, COUNT));
    await stack.apply();
    expect(Object.keys(users())).toHaveLength(COUNT);
    expect(users()["agent60@example.com"]).toEqual({
      FirstName: "Agent",
      LastName: "60",
      phone: "SOFT_PHONE",
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent"],
      autoAccept: true,
      afterContactWorkSeconds: 30,
      hierarchyGroup: "Europe/Lisbon",
      tags: { Center: "North" },
    });
    expect(await stack.plan()).toEqual({});
  });

  it("join, change, move and leave, each alone", async () => {
    const stack = await terraform(
      ...rows(2, 2, "Agent|Team Lead,soft,,no,0,Europe/Lisbon,lead@example.org,Team=Sales"),
      ...rows(3, 3, "Agent,desk,+12065550100,no,0,,,"),
      ...rows(4, COUNT),
      ...rows(COUNT + 1, COUNT + 1),
    );
    expect(await stack.apply()).toEqual({
      [address(1)]: "delete",
      [address(2)]: "update",
      [address(3)]: "update",
      [address(COUNT + 1)]: "create",
    });
    expect(users()["agent1@example.com"]).toBeUndefined();
    expect(users()["agent2@example.com"]).toEqual({
      FirstName: "Agent",
      LastName: "2",
      SecondaryEmail: "lead@example.org",
      phone: "SOFT_PHONE",
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent", "Team Lead"],
      hierarchyGroup: "Europe/Lisbon",
      tags: { Team: "Sales" },
    });
    expect(users()["agent3@example.com"]).toEqual({
      FirstName: "Agent",
      LastName: "3",
      phone: "DESK_PHONE",
      deskPhone: "+12065550100",
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent"],
      tags: { Center: "North" },
    });
    expect(await stack.plan()).toEqual({});
  });

  it("are refused with the path of another group that has the name of theirs", async () => {
    const stack = await terraform(...rows(4, 4, "Agent,soft,,yes,30,Asia/Porto,,"));
    expect(await refusal(stack)).toContain(
      "The hierarchy group Asia/Porto was not found: the one with its name is Europe/Porto. Correct the path, or write the group's ID in its place.",
    );
  });
});

/** What a plan that is refused says, in one line. */
async function refusal(stack: Terraform): Promise<string> {
  const { code, stderr } = await stack.attempt("plan", "-input=false");
  expect(code).toBe(1);
  return stderr.replace(/\s*\n[│ ]*/g, " ");
}
