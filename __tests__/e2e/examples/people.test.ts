import { Project } from "../../support/project";
import { synthHere } from "../../support/synth-here";
import { EMPTY, readAccount } from "../support/account";
import { Moto } from "../support/moto";
import { People } from "../support/people";
import { RunningProvider } from "../support/running-provider";
import { StandIn } from "../support/stand-in";
import { Terraform } from "../support/terraform";
import { describeWithTools } from "../support/tools";

const AGENT = "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111";
const SUPERVISOR =
  "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222";

describeWithTools("examples/people.yaml", () => {
  const project = new Project().copy("examples");
  let instanceAccount: Moto;
  let identityCenterAccount: Moto;
  let connect: StandIn;
  let identityCenter: StandIn;
  let inInstanceAccount: RunningProvider;
  let inIdentityCenter: RunningProvider;

  beforeAll(async () => {
    [instanceAccount, identityCenterAccount] = await Promise.all([
      Moto.start("123456789012"),
      Moto.start("210987654321"),
    ]);
    connect = await StandIn.start(instanceAccount, {
      connect: {
        instanceArn:
          "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10",
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Supervisors"],
        securityProfiles: ["Agent", "CallCenterManager"],
      },
    });
    identityCenter = await StandIn.start(identityCenterAccount, {
      identityCenter: { region: "eu-west-1", accountId: "210987654321" },
    });
    identityCenter.identityCenter.addApplication(AGENT);
    identityCenter.identityCenter.addApplication(SUPERVISOR);
    [inInstanceAccount, inIdentityCenter] = await Promise.all([
      RunningProvider.start(connect.environment("us-east-1")),
      RunningProvider.start(identityCenter.environment("us-east-1")),
    ]);
  });
  afterAll(async () => {
    project.remove();
    await Promise.all([instanceAccount.stop(), identityCenterAccount.stop()]);
    await Promise.all([connect.stop(), identityCenter.stop()]);
    await Promise.all([inInstanceAccount.stop(), inIdentityCenter.stop()]);
  });

  it("goes to two accounts and regions, each with its own credentials", async () => {
    const config = { CONNECT_SSO_CONFIG: "examples/people.yaml" };
    expect(await synthHere(project, config)).toMatchObject({ code: 0, stderr: "" });
    const stack = (name: string, account: RunningProvider) =>
      new Terraform(project.path(`cdktf.out/stacks/people-${name}`), account.environment);

    const federation = stack("federation", inInstanceAccount);
    await federation.init();
    await federation.apply();
    expect(connect.connect?.users()).toEqual({
      "agent1@example.com": {
        FirstName: "Agent",
        LastName: "One",
        phone: "SOFT_PHONE",
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
      },
      "supervisor1@example.com": {
        FirstName: "Supervisor",
        LastName: "One",
        phone: "DESK_PHONE",
        deskPhone: "+4930123456",
        routingProfile: "Supervisors",
        securityProfiles: ["CallCenterManager"],
      },
    });

    const people = new People(identityCenter, "eu-west-1");
    await people.addGroup("ConnectSupervisors");
    await people.addUser("supervisor1@example.com");
    const assignments = stack("assignments", inIdentityCenter);
    await assignments.init();
    await assignments.apply();
    expect(await people.assigned(AGENT)).toEqual(["group ConnectAgents"]);
    expect(await people.assigned(SUPERVISOR)).toEqual([
      "group ConnectSupervisors",
      "user supervisor1@example.com",
    ]);
    expect(await people.groups()).toEqual({
      ConnectSupervisors: [],
      ConnectAgents: ["agent1@example.com"],
    });

    const swapped = await stack("assignments", inInstanceAccount).attempt("plan", "-input=false");
    expect(swapped.code).toBe(1);
    expect(swapped.stderr).toContain("AWS account ID not allowed: 123456789012");

    await Promise.all([federation.destroy(), assignments.destroy()]);
    expect(connect.connect?.users()).toEqual({});
    expect(await readAccount(instanceAccount.iam("us-east-1"))).toEqual(EMPTY);
    expect(await people.groups()).toEqual({ ConnectSupervisors: [] });
    expect(await people.users()).toEqual(["supervisor1@example.com (A Person)"]);
  });
});
