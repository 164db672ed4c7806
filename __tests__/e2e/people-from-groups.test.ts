import {
  CreateGroupMembershipCommand,
  DeleteGroupMembershipCommand,
  IdentitystoreClient,
  paginateListGroupMemberships,
} from "@aws-sdk/client-identitystore";

import { EVERYTHING } from "../support/figures";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { StateServer } from "./support/state-server";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
/**
 * Members of the first group; how many of all users are just too many to go at once, and how many are
 * not. CONNECT_SSO_PROOF=true makes 600.
 */
const [COUNT, GONE, MOST] = EVERYTHING ? [600, 61, 60] : [30, 6, 5];

describeWithTools("people from groups of Identity Center", () => {
  const project = new Project().samples();
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;
  let states: StateServer;
  let people: People;
  let store: IdentitystoreClient;
  let agents: string;
  let leads: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Sales"],
        securityProfiles: ["Agent", "Team Lead"],
        hierarchyGroups: ["Europe", "Europe/Lisbon"],
      },
    });
    states = await StateServer.start();
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
    people = new People(standIn, "us-east-1");
    store = new IdentitystoreClient({
      endpoint: standIn.url,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    agents = await people.addGroup("ConnectAgents");
    leads = await people.addGroup("ConnectLeads");
    for (let number = 1; number <= COUNT; number += 1) await join(agents, `agent${String(number)}`);
    await join(leads, "lead1");
    project.write(
      "config/workshop.yaml",
      `instanceArn: ${INSTANCE_ARN}
roles: shared
applications: { agent: { samlMetadataFile: metadata/agent.xml } }
identityCenter: { region: us-east-1, accountId: "123456789012" }
usersFrom:
  - { group: ConnectAgents, applications: [agent], securityProfiles: [Agent], routingProfile: Sales, hierarchyGroup: Europe/Lisbon, autoAccept: true, tags: { Team: Sales } }
  - { group: ConnectLeads, applications: [agent], securityProfiles: [Agent, Team Lead] }
tags: { Center: North }
backend: { type: http, address: "${states.url}/{stack}" }
`,
    );
    resynth(project, "config", { hcl: true });
  });
  afterAll(async () => {
    project.remove();
    await Promise.all([moto.stop(), standIn.stop(), states.stop()]);
    await provider.stop();
  });

  /** What an administrator does: makes a user where there is none, and puts it into a group. */
  const join = async (GroupId: string, name: string, email = `${name}@example.com`) => {
    const UserId = ids.get(name) ?? (await people.addUser(name, email || undefined));
    ids.set(name, UserId);
    const { identityStoreId: IdentityStoreId } = standIn.identityCenter;
    await store.send(
      new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId } }),
    );
  };
  const leave = async (GroupId: string, ...names: string[]) => {
    const { identityStoreId: IdentityStoreId } = standIn.identityCenter;
    const gone = names.map((name) => ids.get(name));
    const query = { IdentityStoreId, GroupId };
    const memberships: string[] = [];
    for await (const page of paginateListGroupMemberships({ client: store }, query)) {
      for (const { MembershipId = "", MemberId } of page.GroupMemberships ?? []) {
        if (gone.includes(MemberId?.UserId)) memberships.push(MembershipId);
      }
    }
    for (const MembershipId of memberships) {
      await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
    }
  };
  const names = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `agent${String(from + index)}`);

  const stack = (form = "stacks") =>
    new Terraform(project.path(`cdktf.out/${form}/workshop-people`), provider.environment);
  const users = () => standIn.connect?.users() ?? {};
  /** What a plan says, in one line, and whether it is refused. */
  const said = async () => {
    const { code, stdout, stderr } = await stack().attempt("plan", "-input=false");
    return { code, text: `${stdout} ${stderr}`.replace(/\s*\n[│ ]*/g, " ") };
  };
  const address = (name: string) => `aws_connect_user.user["${name}@example.com"]`;
  const REMEMBERED = { 'aws_ssm_parameter.remembered["0"]': "update" };

  it("become users with what their group gives", async () => {
    await stack().init();
    await stack().apply();
    expect(Object.keys(users())).toHaveLength(COUNT + 1);
    expect(users()["agent1@example.com"]).toEqual({
      FirstName: "A",
      LastName: "Person",
      phone: "SOFT_PHONE",
      routingProfile: "Sales",
      securityProfiles: ["Agent"],
      hierarchyGroup: "Europe/Lisbon",
      autoAccept: true,
      tags: { Center: "North", Team: "Sales" },
    });
    expect(users()["lead1@example.com"]).toMatchObject({
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent", "Team Lead"],
      tags: { Center: "North" },
    });
  });

  it("need no second deployment, and none as HCL", async () => {
    expect(await stack().plan()).toEqual({});
    await stack("hcl").init();
    expect(await stack("hcl").plan()).toEqual({});
  });

  it("join, move to another group, and leave", async () => {
    await join(agents, "newcomer");
    await leave(agents, "agent1", "agent2");
    await join(leads, "agent2");
    expect(await stack().apply()).toEqual({
      [address("newcomer")]: "create",
      [address("agent1")]: "delete",
      [address("agent2")]: "update",
      ...REMEMBERED,
    });
    expect(users()["agent1@example.com"]).toBeUndefined();
    expect(users()["agent2@example.com"]).toMatchObject({
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent", "Team Lead"],
    });
    expect(await stack().plan()).toEqual({});
  });

  it("are left out, and named in the plan, where Amazon Connect would refuse them", async () => {
    await join(agents, "nobody", "");
    await join(agents, "plus", "ana+night@example.com");
    await join(leads, "agent3");
    const { code, text } = await said();
    expect(code).toBe(0);
    expect(text).toContain("cannot sign in: nobody. Add it.");
    expect(text).toContain("so they are left out: plus. A name has 2 to 64 letters");
    expect(text).toContain("what the first one in alphabetical order gives: agent3. Remove each");
    expect(text).toContain("No changes.");
    await leave(agents, "nobody", "plus");
    await leave(leads, "agent3");
  });

  it("are not removed when more than a tenth would go, until the config says so", async () => {
    await leave(agents, ...names(4, 3 + GONE));
    const { code, text } = await said();
    expect(code).toBe(1);
    expect(text).toContain(
      `This would remove ${String(GONE)} of ${String(COUNT + 1)} users who come from groups; at most ${String(MOST)} may go at once. Look at the members of the groups in Identity Center. If so many have really left, set maxRemovals: ${String(GONE)} in the config for this deployment.`,
    );
    expect(Object.keys(users())).toHaveLength(COUNT + 1);

    const config = project.read("config/workshop.yaml");
    project.write("config/workshop.yaml", `${config}maxRemovals: ${String(GONE)}\n`);
    resynth(project, "config", { hcl: true });
    await stack().apply();
    expect(Object.keys(users())).toHaveLength(COUNT + 1 - GONE);
    project.write("config/workshop.yaml", config);
    resynth(project, "config", { hcl: true });
    expect(await stack().plan()).toEqual({});
  });

  it("are not removed when a group is empty, however small it is", async () => {
    await leave(leads, "lead1", "agent2");
    const { code, text } = await said();
    expect(code).toBe(1);
    expect(text).toContain(
      "The group ConnectLeads has no direct members, so every user who comes from it would be removed; members of nested groups do not count. Add its members again, or remove the group from usersFrom.",
    );
    await join(leads, "lead1");
  });

  it("go with the stack", async () => {
    await stack().destroy();
    expect(users()).toEqual({});
  });
});
