import { spawn } from "node:child_process";
import { once } from "node:events";

import {
  CreateGroupMembershipCommand,
  DeleteGroupMembershipCommand,
  IdentitystoreClient,
} from "@aws-sdk/client-identitystore";

import type { UsersReport } from "../../modules/commands/users/report";
import { cliHere } from "../support/cli-here";
import { EVERYTHING } from "../support/figures";
import { CONNECT_SSO } from "../support/program";
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

const HEADER =
  "first name,last name,user login,routing profile name,security_profile_name_1|security_profile_name_2,ACW timeout (seconds),UserHierarchy,secondaryEmail";

/** Members of a group. CONNECT_SSO_PROOF=true makes 600, for which the emulator takes minutes. */
const MEMBERS = EVERYTHING ? 600 : 60;

function rows(from: number, to: number, rest = "Basic Routing Profile,Agent,30,Europe/Lisbon,") {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = String(from + index);
    return `Agent,${number},agent${number}@example.com,${rest}`;
  });
}

describeWithTools("connect-sso users, for 600 people from a spreadsheet", () => {
  const project = new Project().samples();
  let moto: Moto;
  let standIn: StandIn;

  beforeAll(async () => {
    moto = await Moto.start();
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
  });
  afterEach(async () => {
    await standIn.stop();
  });

  const start = async (rate?: { perSecond: number; burst: number }) => {
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Sales"],
        securityProfiles: ["Agent", "Team Lead"],
        hierarchyGroups: ["Europe", "Europe/Lisbon", "Europe/Porto"],
        ...(rate && { rate }),
      },
    });
  };
  const config = (managedBy: string, backend = "{ type: none }") => {
    project.write(
      "config/workshop.yaml",
      `instanceArn: ${INSTANCE_ARN}
applications: { agent: { samlMetadataFile: metadata/agent.xml } }
usersFrom: [{ file: agents.csv, applications: [agent] }]
usersManagedBy: ${managedBy}
protect: false
backend: ${backend}
`,
    );
  };
  const list = (...lines: string[]) => {
    project.write("config/agents.csv", [HEADER, ...lines, ""].join("\r\n"));
  };
  const users = (...args: string[]) => {
    standIn.calls.length = 0;
    return cliHere(project, ["users", ...args], standIn.environment("us-east-1"));
  };
  const apply = (...args: string[]) => users("apply", "--yes", "--rate", "1000", ...args);
  const inConnect = () => standIn.connect?.users() ?? {};
  const requests = () =>
    standIn.calls.filter((call) => call.startsWith("us-east-1 connect ")).length;
  const plan = async () => {
    const { stdout } = await users("plan", "--json", "--rate", "1000");
    const [instance] = (JSON.parse(stdout) as UsersReport).instances;
    if (!instance) throw new Error(stdout);
    return instance;
  };

  it("creates them, moves, changes and removes some, refuses an emptied list, and counts its requests", async () => {
    await start();
    config("connect-sso");
    list(...rows(1, 600));
    const first = await apply("--log", "users.jsonl");
    expect(first.stderr).toBe("");
    expect(first.stdout).toMatch(/config\/workshop\.yaml: 600 created, 0 changed, 0 removed\.\n$/);
    expect(first.code).toBe(0);
    // Profiles, groups and the list of users in one request each, and the users themselves in one here.
    expect(requests()).toBe(5 + 600);
    expect(project.read("users.jsonl").trim().split("\n")).toHaveLength(600);
    expect(inConnect()["agent600@example.com"]).toEqual({
      FirstName: "Agent",
      LastName: "600",
      phone: "SOFT_PHONE",
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent"],
      afterContactWorkSeconds: 30,
      hierarchyGroup: "Europe/Lisbon",
      tags: { "connect-sso:config": "workshop" },
    });
    expect(await plan()).toMatchObject({ kept: 600, requests: 0, create: [], change: [] });
    expect(requests()).toBe(6);

    list(
      ...rows(41, 60, "Sales,Agent|Team Lead,0,Europe/Porto,"),
      ...rows(61, 70, "Basic Routing Profile,Agent,30,,ana@home.example"),
      ...rows(71, 620),
    );
    const second = await apply();
    expect(second.stdout).toMatch(/ 20 created, 30 changed, 40 removed\.\n$/);
    // 20 created; 20 with four changes; 10 with a group, an address (read first) and its mark; 40 looked at.
    expect(requests()).toBe(6 + 20 + 20 * 4 + 10 * 4 + 40 * 2);
    expect(Object.keys(inConnect())).toHaveLength(580);
    expect(inConnect()["agent41@example.com"]).toMatchObject({
      routingProfile: "Sales",
      securityProfiles: ["Agent", "Team Lead"],
      hierarchyGroup: "Europe/Porto",
    });
    expect(inConnect()["agent61@example.com"]).toMatchObject({
      SecondaryEmail: "ana@home.example",
    });
    expect(inConnect()["agent61@example.com"]).not.toHaveProperty("hierarchyGroup");
    expect(await plan()).toMatchObject({ kept: 580, requests: 0, change: [], remove: [] });

    list(...rows(41, 41));
    const emptied = await apply();
    expect(emptied.code).toBe(1);
    expect(emptied.stdout).toContain(
      "579 of the 580 users of this config would be removed, and at most 58 may be in one run",
    );
    expect(emptied.stdout).toMatch(/Nothing was changed\.\n$/);
    expect(Object.keys(inConnect())).toHaveLength(580);
  });

  it("makes no doubles when it is killed at ten places and runs again", async () => {
    await start();
    config("connect-sso");
    list(...rows(1, 600));
    for (const place of [1, 3, 6, 7, 8, 50, 51, 100, 101, 102]) {
      standIn.calls.length = 0;
      const child = spawn(
        process.execPath,
        [...CONNECT_SSO, "users", "apply", "--yes", "--rate", "1000"],
        {
          cwd: project.folder,
          env: { ...process.env, ...standIn.environment("us-east-1") },
          stdio: "ignore",
        },
      );
      const ended = once(child, "close");
      const watch = setInterval(() => {
        if (requests() >= place) child.kill("SIGKILL");
      }, 1);
      const [, signal] = (await ended) as [number | null, string | null];
      clearInterval(watch);
      expect(signal).toBe("SIGKILL");
    }
    const before = Object.keys(inConnect()).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(600);
    const last = await apply();
    expect(last.stdout).toContain(`${String(600 - before)} created, 0 changed, 0 removed.`);
    expect(Object.keys(inConnect())).toHaveLength(600);
    expect(await plan()).toMatchObject({ kept: 600, requests: 0 });
  }, 400_000);

  it("is done in spite of throttling at two a second with a burst of five, and of conflicts", async () => {
    await start({ perSecond: 2, burst: 5 });
    if (standIn.connect) standIn.connect.conflicts = 2;
    config("connect-sso");
    list(...rows(1, 12));
    const { code, stdout } = await users("apply", "--yes", "--rate", "20");
    expect(stdout).toMatch(/ 12 created, 0 changed, 0 removed\.\n$/);
    expect(code).toBe(0);
    expect(Object.keys(inConnect())).toHaveLength(12);
    // Some were refused as too many, and made again.
    expect(requests()).toBeGreaterThan(5 + 12 + 2);
  });

  it("takes the users over from Terraform, which forgets them and destroys none", async () => {
    await start();
    const states = await StateServer.start();
    const provider = await RunningProvider.start(standIn.environment("us-east-1"));
    try {
      const backend = `{ type: http, address: "${states.url}/{stack}" }`;
      const stack = async () => {
        resynth(project, "config");
        const own = new Terraform(
          project.path("cdktf.out/stacks/workshop-federation"),
          provider.environment,
        );
        await own.init();
        return own;
      };
      config("terraform", backend);
      list(...rows(1, 3));
      await (await stack()).apply();
      const before = inConnect();
      expect(Object.keys(before)).toHaveLength(3);
      const refused = await apply("--take-over");
      expect(refused.code).toBe(1);
      expect(refused.stdout).toContain("Terraform manages the users of this config");
      config("connect-sso", backend);
      const handedOver = await stack();
      await handedOver.apply();
      expect(await handedOver.plan()).toEqual({});
      expect(inConnect()).toEqual(before);

      const left = await apply();
      expect(left.code).toBe(1);
      expect(left.stdout).toContain(
        "agent1@example.com: the user exists without the tag connect-sso:config, so somebody else manages it; --take-over makes it a user of this config",
      );
      const taken = await apply("--take-over");
      expect(taken.stdout).toMatch(/ 0 created, 3 changed, 0 removed\.\n$/);
      expect(inConnect()["agent1@example.com"]).toMatchObject({
        tags: { "connect-sso:config": "workshop" },
      });
    } finally {
      await states.stop();
      await provider.stop();
    }
  });

  it(`follows ${String(MEMBERS)} members of a group, and changes nothing when the group has none`, async () => {
    await start();
    const people = new People(standIn, "us-east-1");
    const store = new IdentitystoreClient({
      endpoint: standIn.url,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const { identityStoreId: IdentityStoreId } = standIn.identityCenter;
    const GroupId = await people.addGroup("ConnectAgents");
    const memberships: (string | undefined)[] = [];
    const join = async (name: string) => {
      const UserId = await people.addUser(name, `${name}@example.com`);
      const { MembershipId } = await store.send(
        new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId } }),
      );
      memberships.push(MembershipId);
    };
    const leave = async (number: number) => {
      for (const MembershipId of memberships.splice(0, number)) {
        await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
      }
    };
    for (let number = 1; number <= MEMBERS; number += 1) await join(`agent${String(number)}`);
    project.write(
      "config/workshop.yaml",
      `instanceArn: ${INSTANCE_ARN}
applications: { agent: { samlMetadataFile: metadata/agent.xml } }
identityCenter: { region: us-east-1, accountId: "123456789012" }
usersFrom: [{ group: ConnectAgents, applications: [agent], securityProfiles: [Agent], hierarchyGroup: Europe }]
usersManagedBy: connect-sso
backend: { type: none }
`,
    );
    const first = await apply();
    expect(first.stdout).toContain(`: ${String(MEMBERS)} created, 0 changed, 0 removed.\n`);
    expect(requests()).toBe(5 + MEMBERS);
    expect(inConnect()["agent60@example.com"]).toMatchObject({
      FirstName: "A",
      LastName: "Person",
      hierarchyGroup: "Europe",
    });
    expect(await plan()).toMatchObject({ kept: MEMBERS, requests: 0 });

    await leave(5);
    await join("newcomer");
    const second = await apply();
    expect(second.stdout).toMatch(/ 1 created, 0 changed, 5 removed\.\n$/);
    expect(Object.keys(inConnect())).toHaveLength(MEMBERS - 4);

    await leave(MEMBERS);
    const emptied = await apply();
    expect(emptied.code).toBe(1);
    expect(emptied.stdout).toContain("the group ConnectAgents has no direct members");
    expect(emptied.stdout).toMatch(/Nothing was changed\.\n$/);
    expect(Object.keys(inConnect())).toHaveLength(MEMBERS - 4);
  }, 600_000);

  it("writes users as the file and the config that they come from", async () => {
    await start();
    config("connect-sso");
    list(...rows(1, 2), 'Zoë,"Lind, Jr.",zoe@example.com,Sales,Agent|Team Lead,0,,');
    await apply();
    const csv = await users("export", "--rate", "1000");
    expect(csv).toMatchObject({ code: 0, stderr: "" });
    expect(csv.stdout.split("\r\n")).toEqual([
      "first name,last name,user login,routing profile name,security_profile_name_1|security_profile_name_2,UserHierarchy,phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds)",
      "Agent,1,agent1@example.com,Basic Routing Profile,Agent,Europe/Lisbon,soft,,no,30",
      "Agent,2,agent2@example.com,Basic Routing Profile,Agent,Europe/Lisbon,soft,,no,30",
      'Zoë,"Lind, Jr.",zoe@example.com,Sales,Agent|Team Lead,,soft,,no,0',
      "",
    ]);
    project.write("config/agents.csv", csv.stdout);
    expect(await plan()).toMatchObject({ kept: 3, requests: 0 });

    const yaml = await users("export", "--format", "yaml", "--rate", "1000");
    project.edit("config/workshop.yaml", (text) =>
      text.replace(/^usersFrom.*\n/m, () => yaml.stdout),
    );
    expect(await plan()).toMatchObject({ kept: 3, requests: 0, problems: [] });
  });
});
