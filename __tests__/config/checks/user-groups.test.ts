import { ARN, settingsOf, testReports, whole } from "../../support/config";

const group = (keys: string, ...lines: string[]) =>
  whole(
    ARN,
    ...(lines.length > 0 ? lines : ["applications: { agent: {}, admin: {} }"]),
    `usersFrom: [{ group: ConnectAgents, ${keys} }]`,
  );

test("a group gives its members what its entry says", () => {
  expect(
    settingsOf(
      ARN,
      "applications: { agent: {} }",
      "usersFrom: [{ group: ConnectAgents, applications: [agent], securityProfiles: [Agent], autoAccept: true }]",
      "maxRemovals: 20",
    ),
  ).toMatchObject({
    users: [],
    maxRemovals: 20,
    userGroups: [
      {
        group: "ConnectAgents",
        applications: ["agent"],
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
        autoAccept: true,
        emailInConnect: false,
      },
    ],
  });
});

describe("problems with groups of users", () => {
  testReports([
    [
      "neither a file nor a group",
      whole(ARN, "applications: { agent: {} }", "usersFrom: [{ applications: [agent] }]"),
      "error: config/workshop.yaml:3:13 usersFrom.0: names neither a file nor a group, or both; give one of the two keys",
    ],
    [
      "no applications and no security profiles",
      group("autoAccept: true"),
      'error: config/workshop.yaml:3:22 usersFrom.0.group: "ConnectAgents" has no applications and no securityProfiles; give those of its members',
    ],
    [
      "unknown applications, and several with roles of their own",
      group("applications: [agent, admin, agnet], securityProfiles: [Agent]"),
      'error: config/workshop.yaml:3:59 usersFrom.0.applications.1: "admin" is another application of the members, in addition to agent, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      'error: config/workshop.yaml:3:66 usersFrom.0.applications.2: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "a group twice, and a key for files",
      whole(
        ARN,
        "applications: { agent: {} }",
        "usersFrom:",
        "  - { group: Agents, applications: [agent], securityProfiles: [Agent] }",
        "  - { group: Agents, applications: [agent], securityProfiles: [Agent], createInIdentityCenter: true }",
      ),
      'error: config/workshop.yaml:5:14 usersFrom.1.group: "Agents" is the group of usersFrom.0 too; remove one',
      "error: config/workshop.yaml:5:96 usersFrom.1.createInIdentityCenter: true has no effect on a group, whose members exist; remove this key",
    ],
    [
      "a bound of removals without a group",
      whole(ARN, "applications: { agent: {} }", "maxRemovals: 5"),
      "error: config/workshop.yaml:3:14 maxRemovals: 5 has no effect on users whom Terraform manages one by one, only on those of a group in usersFrom; remove this line, and read in the plan who goes",
    ],
    [
      "a bound of removals for users of a file",
      {
        "workshop.yaml": whole(
          ARN,
          "applications: { agent: {} }",
          "usersFrom: [{ file: agents.csv, applications: [agent], securityProfiles: [Agent] }]",
          "maxRemovals: 5",
        ),
        "agents.csv": "email,givenName,familyName\nana@example.com,Ana,Silva\n",
      },
      "error: config/workshop.yaml:4:14 maxRemovals: 5 has no effect on users whom Terraform manages one by one, only on those of a group in usersFrom; remove this line, and read in the plan who goes",
    ],
    [
      "a bound of removals that is none",
      whole(ARN, "applications: { agent: {} }", "maxRemovals: 10%"),
      'error: config/workshop.yaml:3:14 maxRemovals: "10%" is text; it takes a whole number; write digits, without quotes',
    ],
  ]);

  testReports(
    [
      [
        "a group that its application is not assigned to",
        group(
          "applications: [agent], securityProfiles: [Agent]",
          "applications: { agent: { assign: { groups: [Others] } } }",
        ),
        'warning: config/workshop.yaml:3:52 usersFrom.0.applications.0: "agent" is not assigned to ConnectAgents, so its members see no tile through it; add the group to applications.agent.assign.groups',
      ],
    ],
    1,
  );
});
