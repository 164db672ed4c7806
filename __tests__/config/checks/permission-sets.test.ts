import {
  ARN,
  GOVCLOUD,
  load,
  person,
  settingsOf,
  testReports,
  two,
  whole,
} from "../../support/config";

const SET = "signIn: permission-set";
const agent = (...lines: string[]) =>
  whole(ARN, "applications:", "  agent:", `    ${SET}`, ...lines.map((line) => `    ${line}`));

describe("A permission set takes nothing of an application of the console", () => {
  testReports([
    [
      "so its keys are refused",
      agent(
        "displayName: Agents",
        "samlProviderName: Agents",
        "roleName: Agents",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
      ),
      ...[
        ["5:18", "displayName", "Agents"],
        ["6:23", "samlProviderName", "Agents"],
        ["7:15", "roleName", "Agents"],
        [
          "8:21",
          "applicationArn",
          "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        ],
      ].map(
        ([place = "", key = "", given = ""]) =>
          `error: config/workshop.yaml:${place} applications.agent.${key}: "${given}" has no effect with \`signIn: permission-set\`, which takes no application of the console; remove this line`,
      ),
    ],
    [
      "and an application takes no name of a permission set",
      whole(ARN, "applications: { agent: { permissionSetName: Agents } }"),
      'error: config/workshop.yaml:2:45 applications.agent.permissionSetName: "Agents" has no effect without `signIn: permission-set`; add that, or remove this line',
    ],
  ]);
});

describe("What AWS would refuse of a permission set is refused first", () => {
  testReports([
    [
      "a derived name of more than 32 characters",
      whole(ARN, `applications: { supervisors_of_the_night: { ${SET} } }`),
      'error: config/workshop.yaml:2:17 applications.supervisors_of_the_night: "supervisors_of_the_night" leads to the permission set name "AmazonConnectSupervisorsOfTheNight", which has 34 characters; a permission set name has at most 32; set permissionSetName, or shorten the key or namePrefix',
    ],
    [
      "a given name of more than 32 characters",
      agent("permissionSetName: AmazonConnectSupervisorsOfTheNight"),
      'error: config/workshop.yaml:5:24 applications.agent.permissionSetName: "AmazonConnectSupervisorsOfTheNight" is 34 characters long; a permission set name takes letters, digits and _+=,.@- (1 to 32 characters); write "AmazonConnectSupervisorsOfTheNig"',
    ],
    [
      "a session of less than an hour",
      agent("sessionDuration: 45m"),
      'error: config/workshop.yaml:5:22 applications.agent.sessionDuration: "45m" is shorter than 1 hour, and a permission set takes no less; set 1h or more',
    ],
    [
      "a relay state of more than 240 characters",
      agent(`destination: https://example.com/${"x".repeat(130)}`),
      `error: config/workshop.yaml:5:18 applications.agent.destination: "https://example.com/${"x".repeat(97)}..." leads to a relay state of 265 characters; a permission set takes at most 240; shorten the destination, or sign in through an application`,
    ],
    [
      "an Identity Center of another partition",
      whole(
        GOVCLOUD,
        `applications: { agent: { ${SET} } }`,
        'identityCenter: { instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" }',
      ),
      'error: config/workshop.yaml:3:32 identityCenter.instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" is in the partition aws, but instanceArn is in aws-us-gov; both must be in the same partition; copy the right ARN',
    ],
  ]);
});

describe("Names of permission sets are those of one Identity Center", () => {
  const config = (more = "") => whole(ARN, `applications: { agent: { ${SET} } }`, more);
  const other = (more = "") =>
    config(more).replace(
      "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
    );

  it("so two instances do not share one, even in two accounts", () => {
    const files = {
      "east.yaml": config(),
      "west.yaml": other().replace("123456789012", "210987654321"),
    };
    expect(load(files).reported).toEqual([
      'error: config/west.yaml:2:17 applications.agent: "agent" would create the permission set "AmazonConnectAgent" in IAM Identity Center, as config/east.yaml (applications.agent) does; set another namePrefix in this file',
    ]);
  });

  it("and a prefix, or another Identity Center, tells them apart", () => {
    const files = { "east.yaml": config(), "west.yaml": other("namePrefix: West-") };
    expect(load(files).reported).toEqual([]);
    const centers = {
      "east.yaml": config('identityCenter: { accountId: "111122223333" }'),
      "west.yaml": other('identityCenter: { accountId: "444455556666" }'),
    };
    expect(load(centers).reported).toEqual([]);
  });
});

describe("The name in Amazon Connect", () => {
  const users = (applications: string, userName: string) => [
    "users:",
    person("ana@example.com", applications, `, userName: ${userName}`),
  ];
  const config = (...lines: string[]) => [
    ARN,
    `applications: { agent: { ${SET} }, admin: {} }`,
    ...lines,
  ];

  it("is the user name of who signs in through a permission set", () => {
    const { users: made } = settingsOf(...config(...users("agent", "E1234567")));
    expect(made.map((user) => user.connectUserName)).toEqual(["E1234567"]);
  });

  it("is the e-mail address of who signs in through an application", () => {
    const { users: made } = settingsOf(...config(...users("admin", "E1234567")));
    expect(made.map((user) => user.connectUserName)).toEqual(["ana@example.com"]);
  });

  it("must be one that Amazon Connect takes", () => {
    expect(load(whole(...config(...users("agent", "ana+silva")))).reported).toEqual([
      expect.stringContaining("users.0.userName: "),
    ]);
  });
});

describe("One person who signs in both ways is told of", () => {
  const assign = (...names: string[]) => `assign: { users: [${names.join(", ")}] }`;
  const warned = (place: string, key: string, what: string) =>
    `warning: config/workshop.yaml:${place} ${key}: ${what}`;

  testReports(
    [
      [
        "where both are assigned",
        two(`${SET}, ${assign("lead")}`, assign("lead")),
        warned(
          "4:30",
          "applications.admin.assign.users.0",
          '"lead" is assigned to agent (applications.agent.assign.users.0) too, and one is a permission set, whose role is never that of an application; Connect ties a user to the role of the first sign-in, and refuses the user through another; let each person sign in one way, and delete and create the user in Amazon Connect at the change',
        ),
      ],
      [
        "where the roles of applications are shared, too",
        two(`${SET}, ${assign("lead")}`, assign("lead"), "roles: shared"),
        warned(
          "4:30",
          "applications.admin.assign.users.0",
          '"lead" is assigned to agent (applications.agent.assign.users.0) too, and one is a permission set, whose role is never that of an application; Connect ties a user to the role of the first sign-in, and refuses the user through another; let each person sign in one way, and delete and create the user in Amazon Connect at the change',
        ),
      ],
      [
        "where a group has both",
        two(`${SET}, assign: { groups: [Everybody] }`, "assign: { groups: [Everybody] }"),
        warned(
          "4:31",
          "applications.admin.assign.groups.0",
          '"Everybody" is assigned to agent too, and one is a permission set, whose role is never that of an application; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group',
        ),
      ],
    ],
    1,
  );

  testReports([
    [
      "and refused two permission sets, which share no role",
      two(`${SET}, ${assign("lead")}`, `${SET}, ${assign("lead")}`),
      'error: config/workshop.yaml:4:54 applications.admin.assign.users.0: "lead" is assigned to agent (applications.agent.assign.users.0) too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application',
    ],
  ]);
});

describe("Settings that have no effect are named", () => {
  testReports(
    [
      [
        "a permissions boundary, which Identity Center does not set",
        whole(
          ARN,
          `applications: { agent: { ${SET} } }`,
          "permissionsBoundary: arn:aws:iam::123456789012:policy/Boundary",
        ),
        'warning: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws:iam::123456789012:policy/Boundary" is not set on permission sets, whose roles Identity Center creates; sign in through an application where every role must have it',
      ],
      [
        "the address of the portal, without a permission set",
        whole(
          ARN,
          "applications: { agent: {} }",
          "identityCenter: { portalUrl: https://d-1234567890.awsapps.com/start }",
        ),
        'warning: config/workshop.yaml:3:30 identityCenter.portalUrl: "https://d-1234567890.awsapps.com/start" has no effect without `signIn: permission-set`; remove this line',
      ],
    ],
    1,
  );
});
