import {
  type ApplicationSettings,
  type InstanceSettings,
  loadConfig,
} from "../../../../modules/config";
import { withAdoption } from "../../../../modules/config/settings";
import { expectedFederation } from "../../../../modules/commands/check/account/expected";
import type { Reading } from "../../../../modules/commands/aws";
import type { Finding } from "../../../../modules/commands/check/account/finding";
import {
  compareFederation,
  compareInstance,
} from "../../../../modules/commands/check/account/compare-federation";
import { compareAssignments } from "../../../../modules/commands/check/account/compare-assignments";
import { comparePeople } from "../../../../modules/commands/check/account/compare-people";
import type { DirectoryState } from "../../../../modules/commands/check/account/read-directory";
import type { IamState } from "../../../../modules/commands/check/account/read-iam";

const MISSING = { is: "missing" } as const;
const DENIED = {
  is: "unread",
  verdict: "unread",
  why: "it needs the permission sso:X",
} as const;
const AGENT = "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111";
const SUPERVISOR =
  "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222";

function there<T>(value: T): Reading<T> {
  return { is: "there", value };
}

function settingsOf(config: string) {
  const [settings] = loadConfig(config, new Date("2026-12-01")).instances;
  if (!settings) throw new Error(`${config} is no good config`);
  return settings;
}

/** What a config lists in `adopt`. */
function listed(some: object): Parameters<typeof withAdoption>[1] {
  return {
    samlProviders: [],
    roles: [],
    policies: [],
    rolesWithPolicy: [],
    connectUsers: {},
    groups: {},
    directoryUsers: {},
    memberships: {},
    permissionSets: {},
    permissionSetsWithPolicy: [],
    assignments: {},
    ...some,
  };
}

function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ verdict, subject, message }) => `${verdict} ${subject}: ${message}`);
}

describe("an instance", () => {
  const settings = settingsOf("config/workshop.yaml");
  const users = there<string[]>([]);

  it("that does not exist, or is not active, is reported", () => {
    expect(lines(compareInstance({ instance: MISSING, users }, settings))).toEqual([
      "error instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca: does not exist in us-east-1, account 123456789012; compare instanceArn with the console",
    ]);
    const creating = there({ status: "CREATION_FAILED", identityManagement: "SAML" });
    expect(lines(compareInstance({ instance: creating, users }, settings))).toEqual([
      "error instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca: has the status CREATION_FAILED, so nobody can sign in; it must be ACTIVE",
    ]);
  });
});

describe("IAM", () => {
  /** IAM as it is once everything is deployed. */
  function deployed(config: string) {
    const settings = settingsOf(config);
    const expected = expectedFederation(settings);
    const { samlProviders, roles, permission } = expected;
    const byName = <T>(value: T) => new Map(roles.map(({ name }) => [name, there(value)]));
    const state: IamState = {
      samlProviders: new Map(samlProviders.map(({ arn, document = "" }) => [arn, there(document)])),
      roles: new Map(roles.map((role) => [role.name, there(role)])),
      permission:
        permission.attach === "managed"
          ? { policy: there(permission.policy), attached: byName(true) }
          : { policies: byName(permission.policy) },
    };
    return { settings, expected, state };
  }

  it.each([
    "config/workshop.yaml",
    "examples/admin-guide.yaml",
    "examples/govcloud.yaml",
    "examples/shared-role.yaml",
  ])("is as configured in %s", (config) => {
    const { settings, expected, state } = deployed(config);
    const findings = compareFederation(expected, state, settings);
    expect(findings.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(findings.length).toBeGreaterThan(2);
  });

  it("is reported role by role where permissions are inline", () => {
    const { settings, expected, state } = deployed("examples/admin-guide.yaml");
    const [role = ""] = expected.roles.map(({ name }) => name);
    const gone = { ...state, permission: { policies: new Map([[role, MISSING]]) } };
    expect(lines(compareFederation(expected, gone, settings)).at(-1)).toBe(
      `error policy ${expected.permission.name} in role ${role}: does not exist, so Connect denies access; deploy admin-guide-federation`,
    );
  });

  it("may have a role at another path, or without its boundary", () => {
    const { settings, expected, state } = deployed("examples/govcloud.yaml");
    const [role] = expected.roles;
    if (!role) throw new Error("no role");
    const { trust, maxSessionDuration } = role;
    const arn = role.arn.replace(/role\/.*\//, "role/");
    const roles = new Map([...state.roles, [role.name, there({ trust, maxSessionDuration, arn })]]);
    expect(
      lines(compareFederation(expected, { ...state, roles }, settings)).filter((line) =>
        line.startsWith("error"),
      ),
    ).toEqual([
      `error role ${role.name}: is ${arn}, but the attribute mapping in the console names ${role.arn}; set rolePath to its path`,
      `error role ${role.name}: has the permissions boundary none instead of ${String(role.permissionsBoundary)}; deploy govcloud-federation`,
    ]);
  });

  /** Before the console visit, IAM having nothing. */
  function nothing(settings: InstanceSettings): string[] {
    const applications = settings.applications.map((application) => {
      const entries = Object.entries(application).filter(([key]) => key !== "metadata");
      return Object.fromEntries(entries) as unknown as ApplicationSettings;
    });
    const early = { ...settings, applications };
    const expected = expectedFederation(early);
    const state: IamState = {
      samlProviders: new Map(expected.samlProviders.map(({ arn }) => [arn, MISSING])),
      roles: new Map(expected.roles.map(({ name }) => [name, MISSING])),
      permission: { policy: MISSING, attached: new Map() },
    };
    return lines(compareFederation(expected, state, early));
  }

  it("has nothing yet, which is not an error before the console visit", () => {
    expect(nothing(settingsOf("config/workshop.yaml"))).toEqual([
      "waiting SAML provider AmazonConnectAgentAccess: does not exist, as its application waits for the console visit",
      "waiting SAML provider AmazonConnectAdminAccess: does not exist, as its application waits for the console visit",
      "waiting role AmazonConnectAgentAccessRole: does not exist, as its application waits for the console visit",
      "waiting role AmazonConnectAdminAccessRole: does not exist, as its application waits for the console visit",
      "waiting policy AmazonConnectSSOPolicy: does not exist, as its application waits for the console visit",
    ]);
  });

  it("lacks what adopt takes over, which no deployment fixes", () => {
    const workshop = settingsOf("config/workshop.yaml");
    const fix =
      "does not exist; adopt names it, and a deployment fails on what does not exist: run npm run adopt -- --write, then deploy workshop-federation";
    expect(nothing(withAdoption(workshop, true))).toEqual([
      `error SAML provider AmazonConnectAgentAccess: ${fix}`,
      `error SAML provider AmazonConnectAdminAccess: ${fix}`,
      `error role AmazonConnectAgentAccessRole: ${fix}`,
      `error role AmazonConnectAdminAccessRole: ${fix}`,
      `error policy AmazonConnectSSOPolicy: ${fix}`,
    ]);
    const { settings, expected, state } = deployed("config/workshop.yaml");
    const { permission } = state;
    if (!("attached" in permission)) throw new Error("its policy is inline");
    const attached = new Map([["AmazonConnectAgentAccessRole", there(false)]]);
    const detached = { ...state, permission: { ...permission, attached } };
    const attachment = (config: InstanceSettings) =>
      lines(compareFederation(expected, detached, config)).at(-1);
    const denied =
      "error policy AmazonConnectSSOPolicy: is not attached to role AmazonConnectAgentAccessRole, so Connect denies access";
    expect(attachment(withAdoption(settings, true))).toBe(
      `${denied}; adopt names it, and a deployment fails on what does not exist: run npm run adopt -- --write, then deploy workshop-federation`,
    );
    const rest = { rolesWithPolicy: ["AmazonConnectAdminAccessRole"] };
    expect(attachment(withAdoption(settings, listed(rest)))).toBe(
      `${denied}; deploy workshop-federation`,
    );
  });
});

describe("Identity Center", () => {
  const settings = settingsOf("examples/people.yaml");
  const GROUPS = {
    agents: "11111111-1111-4111-8111-111111111111",
    supervisors: "22222222-2222-4222-8222-222222222222",
  };
  const application = (...assignments: [type: "GROUP" | "USER", id: string][]) => ({
    application: there({ isEnabled: true, name: undefined }),
    assignmentRequired: there(true),
    assignments: there(assignments.map(([type, id]) => ({ type, id }))),
  });
  const healthy: DirectoryState = {
    applications: new Map([
      [AGENT, application(["GROUP", GROUPS.agents])],
      [SUPERVISOR, application(["GROUP", GROUPS.supervisors], ["USER", "s"])],
    ]),
    groups: there(
      new Map([
        [GROUPS.agents, "ConnectAgents"],
        [GROUPS.supervisors, "ConnectSupervisors"],
      ]),
    ),
    users: there(
      new Map([
        ["a", { userName: "agent1", email: "agent1@example.com" }],
        ["s", { userName: "supervisor1@example.com", email: "supervisor1@example.com" }],
      ]),
    ),
    members: new Map([
      [GROUPS.agents, there(["a"])],
      [GROUPS.supervisors, there([])],
    ]),
    hasEveryMember: true,
  };
  const inConnect = there(["agent1@example.com", "supervisor1@example.com"]);
  const told = (state: Partial<DirectoryState>, users: Reading<string[]> = inConnect) => {
    const directory = { ...healthy, ...state };
    return lines([
      ...compareAssignments(directory, settings),
      ...comparePeople(users, directory, settings),
    ]).filter((line) => !line.startsWith("ok"));
  };

  it("is as configured", () => {
    expect(told({})).toEqual([]);
  });

  it("lacks a group that the config names, or the application itself", () => {
    expect(told({ groups: there(new Map([[GROUPS.agents, "ConnectAgents"]])) })).toEqual([
      "error application supervisor: needs the group ConnectSupervisors, which does not exist in Identity Center; create it there, or list it in identityCenter.createGroups",
      "error application supervisor: is assigned to the group 22222222-2222-4222-8222-222222222222, which the config does not name; add it to applications.supervisor.assign, or remove the assignment in the console",
    ]);
    const gone = { application: MISSING, assignmentRequired: MISSING, assignments: MISSING };
    const applications = new Map([...healthy.applications, [SUPERVISOR, gone]]);
    expect(told({ applications })).toEqual([
      "error application supervisor: does not exist in Identity Center in eu-west-1; set applications.supervisor.applicationArn to the ARN on its page, and check identityCenter.region",
    ]);
  });

  it("lacks what adopt takes over by its ID, which no deployment fixes", () => {
    const withIds = {
      ...settings,
      applications: settings.applications.map((one) =>
        one.key === "agent" ? { ...one, groups: [GROUPS.agents, GROUPS.supervisors] } : one,
      ),
      users: settings.users.map((user) => ({ ...user, connectUserId: "7d8f9a10" })),
    };
    const ids = withAdoption(withIds, true);
    expect(
      lines(compareAssignments(healthy, ids)).filter((line) => !line.startsWith("ok")),
    ).toEqual([
      "error application agent: is not assigned to the group 22222222-2222-4222-8222-222222222222; adopt names the assignment, and a deployment fails on what does not exist: run npm run adopt -- --write, then deploy people-assignments",
    ]);
    const connect = there(["Agent1@example.com"]);
    expect(
      lines(comparePeople(connect, undefined, ids)).filter((line) => line.startsWith("error")),
    ).toEqual([
      "error user agent1@example.com: is Agent1@example.com in Amazon Connect, which distinguishes upper and lower case; delete that user there, then run npm run adopt -- --write and deploy people-federation",
      "error user supervisor1@example.com: is not in Amazon Connect; adopt names the user, and a deployment fails on what does not exist: run npm run adopt -- --write, then deploy people-federation",
    ]);
  });

  it("names no deployment that would change nothing, and each one that helps", () => {
    const [agent] = settings.users;
    if (!agent) throw new Error("no user");
    const created = { ...settings, users: [{ ...agent, userName: "agent1@example.com" }] };
    const told = (users: DirectoryState["users"]) =>
      lines(
        comparePeople(
          there(["agent1@example.com", "supervisor1@example.com"]),
          { ...healthy, users, members: new Map([[GROUPS.agents, there([])]]) },
          created,
        ),
      ).filter((line) => line.startsWith("error user agent1@example.com"));
    const person = { userName: "agent1@example.com" };
    expect(told(there(new Map([["a", { ...person, email: "old@example.com" }]])))).toEqual([
      "error user agent1@example.com: is not the e-mail address of any user in Identity Center; the user agent1@example.com there has old@example.com, so correct the address there",
    ]);
    // Its membership is one that Terraform creates.
    expect(told(there(new Map([["a", { ...person, email: "agent1@example.com" }]])))).toEqual([
      "error user agent1@example.com: is not assigned to agent, so the tile is not shown; deploy people-assignments",
    ]);
  });

  it("lacks the application in a region that is only guessed", () => {
    const gone = { application: MISSING, assignmentRequired: MISSING, assignments: MISSING };
    const applications = new Map([[AGENT, gone]]);
    const guessed = {
      ...settings,
      identityCenter: { ...settings.identityCenter, isRegionGuessed: true },
      applications: settings.applications.map(({ identityCenterRegion, ...own }) => ({
        ...own,
        ...(own.key !== "agent" && identityCenterRegion !== undefined && { identityCenterRegion }),
      })),
    };
    expect(lines(compareAssignments({ ...healthy, applications }, guessed))).toEqual([
      "error application agent: does not exist in Identity Center in eu-west-1, which is a guess: set identityCenter.region to the right one; set applications.agent.applicationArn to the ARN on its page",
    ]);
  });

  it("has an application that is disabled and open to everybody", () => {
    const open = {
      ...application(["GROUP", GROUPS.agents]),
      application: there({ isEnabled: false, name: undefined }),
      assignmentRequired: there(false),
    };
    expect(told({ applications: new Map([...healthy.applications, [AGENT, open]]) })).toEqual([
      "error application agent: is disabled, so nobody can sign in; enable it in the console",
      "error application agent: is open to everybody, assigned or not; set it to require assignments, in the console or with aws sso-admin put-application-assignment-configuration",
    ]);
  });

  it("has applications whose ARNs are swapped, or one with another name", () => {
    const named = (arn: string, name: string) => {
      const found = healthy.applications.get(arn);
      if (!found) throw new Error("no such application");
      return [arn, { ...found, application: there({ isEnabled: true, name }) }] as const;
    };
    const own = new Map([
      named(AGENT, "Amazon Connect - Agent"),
      named(SUPERVISOR, "Amazon Connect - Supervisor"),
    ]);
    expect(told({ applications: own })).toEqual([]);
    const swapped = new Map([
      named(AGENT, "Amazon Connect - Supervisor"),
      named(SUPERVISOR, "Amazon Connect - Agent"),
    ]);
    expect(told({ applications: swapped })).toEqual([
      'error application agent: is called "Amazon Connect - Supervisor" in Identity Center, which is the displayName of supervisor: their applicationArn look swapped, so each would let in the users of the other; exchange them',
      'error application supervisor: is called "Amazon Connect - Agent" in Identity Center, which is the displayName of agent: their applicationArn look swapped, so each would let in the users of the other; exchange them',
    ]);
    const renamed = new Map([...own, named(AGENT, "Contact centre")]);
    expect(told({ applications: renamed })).toEqual([
      'warning application agent: is called "Contact centre" in Identity Center, and not "Amazon Connect - Agent"; if it is the right application, set applications.agent.displayName to its name; if not, correct applicationArn',
    ]);
  });

  it("has no such setting as whether it is open to everybody", () => {
    const without = {
      ...application(["GROUP", GROUPS.agents]),
      assignmentRequired: there(undefined),
    };
    const applications = new Map([...healthy.applications, [AGENT, without]]);
    expect(lines(compareAssignments({ ...healthy, applications }, settings))).toContain(
      "ok application agent: has no setting that opens it to everybody, as AWS says of applications made in the console",
    );
  });

  it("has more members than are compared one by one", () => {
    const agent = new Map([
      [GROUPS.agents, there(["a"])],
      [GROUPS.supervisors, there(["s"])],
    ]);
    const some = { ...healthy, members: agent, hasEveryMember: false };
    const more = there(["agent1@example.com", "supervisor1@example.com", "agent2@example.com"]);
    expect(lines(comparePeople(more, some, settings))).toEqual([
      "ok users: in the config have exactly the same names in Amazon Connect and in Identity Center; the assigned groups have more members, who were not compared one by one",
    ]);
  });

  it("writes a name with different upper and lower case, has no address, or does not know the user", () => {
    const people = (agent: { userName: string; email?: string }) => ({
      users: there(
        new Map([...(healthy.users.is === "there" ? healthy.users.value : []), ["a", agent]]),
      ),
    });
    expect(told(people({ userName: "agent1", email: "Agent1@example.com" }))).toEqual([
      "error user agent1@example.com: is Agent1@example.com in Identity Center, and Amazon Connect, which receives it from there, distinguishes upper and lower case; write it the same in both",
    ]);
    expect(told(people({ userName: "agent1" }))).toEqual([
      "error user agent1@example.com: is not the e-mail address of any user in Identity Center; deploy people-assignments",
      "error user agent1: is assigned, but has no e-mail address in Identity Center, which is the name that it sends; add one",
    ]);
  });

  it("has a group whose name only looks like that in the config", () => {
    const [agent] = settings.applications;
    if (!agent) throw new Error("no application");
    const composed = { ...settings, applications: [{ ...agent, groups: ["\u00c9quipe"] }] };
    const groups = there(new Map([[GROUPS.agents, "E\u0301quipe"]]));
    const findings = compareAssignments({ ...healthy, groups }, composed);
    expect(lines(findings)).toContain(
      "error application agent: needs the group \u00c9quipe, which does not exist in Identity Center; a group there looks the same, but this has U+00C9 where that has U+0045 U+0301; copy its name into the config",
    );
  });

  describe("where the user name is sent", () => {
    const named = {
      ...settings,
      roleSessionName: "userName",
      users: settings.users.map((user, index) => ({
        ...user,
        userName: `E000${String(index)}`,
        connectUserName: `E000${String(index)}`,
      })),
    } as const;
    const users = there(
      new Map([
        ["a", { userName: "E0000", email: "somebody@example.com" }],
        ["s", { userName: "E0001", email: "other@example.com" }],
      ]),
    );

    it("is compared by user name, whatever the e-mail address", () => {
      const inConnect = there(["E0000", "E0001"]);
      expect(lines(comparePeople(inConnect, { ...healthy, users }, named))).toEqual([
        "ok users: have exactly the same names in Amazon Connect and in Identity Center",
      ]);
    });

    it("has no address, without which the access portal lets nobody go on", () => {
      const bare = there(
        new Map([
          ["a", { userName: "E0000" }],
          ["s", { userName: "E0001" }],
        ]),
      );
      const inConnect = there(["E0000", "E0001"]);
      const why =
        'has no e-mail address in Identity Center, so the access portal shows "No access" in place of Amazon Connect; add one there, as the primary one';
      expect(lines(comparePeople(inConnect, { ...healthy, users: bare }, named))).toEqual([
        `error user E0000: ${why}`,
        `error user E0001: ${why}`,
      ]);
      const nobody = { ...named, users: [] };
      expect(lines(comparePeople(inConnect, { ...healthy, users: bare }, nobody))).toEqual([
        `error user E0000: ${why}`,
        `error user E0001: ${why}`,
      ]);
    });

    it("misses a user of that name on either side", () => {
      const people = there(new Map([["a", { userName: "E0000", email: "a@example.com" }]]));
      expect(lines(comparePeople(there(["E0001"]), { ...healthy, users: people }, named))).toEqual([
        "error user E0000: is not in Amazon Connect; deploy people-federation",
        "error user E0001: is not the user name of any user in Identity Center; add the user there, or set createInIdentityCenter",
      ]);
    });
  });

  it("has another e-mail address for the user name in the config", () => {
    const named = {
      ...settings,
      users: settings.users.map((user, index) => ({ ...user, userName: `E000${String(index)}` })),
    };
    const users = there(
      new Map([
        ["a", { userName: "E0000", email: "agent9@example.com" }],
        ["s", { userName: "E0001", email: "supervisor1@example.com" }],
      ]),
    );
    const inConnect = there(named.users.map(({ connectUserName }) => connectUserName));
    expect(lines(comparePeople(inConnect, { ...healthy, users }, named))).toEqual([
      "error user agent1@example.com: has the e-mail address agent9@example.com in Identity Center, and Amazon Connect receives that; write it the same in the config",
    ]);
  });

  it("is compared as far as it could be read", () => {
    expect(
      told({ groups: DENIED, users: DENIED, members: new Map([[GROUPS.agents, DENIED]]) }),
    ).toEqual([
      "unread application agent: could not be compared with the groups and users in the config: it needs the permission sso:X",
      "unread application supervisor: could not be compared with the groups and users in the config: it needs the permission sso:X",
      "unread users of Identity Center: could not be read: it needs the permission sso:X",
      "unread members of groups: could not be read: it needs the permission sso:X",
    ]);
    expect(told({}, DENIED)).toEqual([
      "unread users of Amazon Connect: could not be read: it needs the permission sso:X",
    ]);
  });
});
