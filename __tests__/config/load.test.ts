import { agent, ARN, load, OTHER_ACCOUNT, person, settingsOf, two, whole } from "../support/config";

describe("Several files", () => {
  test("are several instances, in the order of their names", () => {
    const { instances, reported } = load({
      "oslo.yml": `${OTHER_ACCOUNT}\napplications: { agent: {} }\n`,
      "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
      "README.md": "not a config",
      "metadata/more.yaml": "not a config either",
    });
    expect(reported).toEqual([]);
    expect(instances.map(({ name, instance }) => [name, instance.accountId])).toEqual([
      ["berlin", "123456789012"],
      ["oslo", "210987654321"],
    ]);
  });

  test("with a mistake in one of them make no instance at all", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
        "oslo.yaml": `${OTHER_ACCOUNT}\napplications: {}\n`,
      }).instances,
    ).toEqual([]);
  });
});

describe("One mistake hides no other", () => {
  test("all problems of a file are reported at once, errors first, each by its place", () => {
    const { instances, reported } = load(
      whole(
        ARN,
        "applications:",
        "  agent:",
        "    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "    assign: { groups: [ConnectAgents, ConnectAgents], user: [agent1@example.com] }",
        "  admin:",
        "    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "    assign: { groups: [ConnectAgents], users: [admin1@example.com] }",
        "identityCenter:",
        "  region: us-gov-west-1",
        "  accountId: 1234-5678-9012",
        "  createGroups: [Administrator, ConectAgents]",
        "users:",
        "  - { email: admin1@example.com, applications: [agent], givenName: Ana, securityProfiles: [] }",
        "  - { email: Admin1@example.com, applications: admin, givenName: Ana, familyName: Silva, securityProfiles: [Agent], deskPhone: 206 }",
        person("agent2@example.com", "agnet"),
      ),
    );
    expect(reported).toEqual([
      'error: config/workshop.yaml:5:39 applications.agent.assign.groups.1: "ConnectAgents" is listed twice; remove one',
      'error: config/workshop.yaml:5:55 applications.agent.assign.user: "user" is not a key here; did you mean users?',
      'error: config/workshop.yaml:7:21 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is also that of applications.agent.applicationArn; each application has its own ARN; copy it from the application\'s page',
      'error: config/workshop.yaml:10:11 identityCenter.region: "us-gov-west-1" is not a region of the partition aws, which instanceArn is in; name the region of its Identity Center',
      'error: config/workshop.yaml:11:14 identityCenter.accountId: "1234-5678-9012" is not an account ID, which has twelve digits; write "123456789012"',
      'error: config/workshop.yaml:12:18 identityCenter.createGroups.0: "Administrator" is a name that AWS reserves; give another',
      "error: config/workshop.yaml:14:5 users.0.familyName: is missing; give the user's family name",
      'error: config/workshop.yaml:14:49 users.0.applications.0: "agent" is another application of admin1@example.com, in addition to admin (applications.admin.assign.users.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared; if the assigned user is somebody else, give users.0.userName',
      "error: config/workshop.yaml:14:91 users.0.securityProfiles: is empty; name the user's security profiles, such as [Agent]",
      'error: config/workshop.yaml:15:14 users.1.email: "Admin1@example.com" is the address of users.0, "admin1@example.com", with different upper and lower case; remove one of the two',
      'error: config/workshop.yaml:15:48 users.1.applications: "admin" is text; it takes a list; write [admin]',
      "error: config/workshop.yaml:15:128 users.1.deskPhone: 206 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:16:49 users.2.applications.0: "agnet" is not the key of an application here; did you mean agent?',
      "warning: config/workshop.yaml:5:23 applications.agent.assign.groups: are the only way to the tile, and the config does not say that admin1@example.com is a direct member of one; make sure of it in Identity Center, or name the user in applications.agent.assign.users",
      'warning: config/workshop.yaml:8:24 applications.admin.assign.groups.0: "ConnectAgents" is assigned to agent too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group, or set roles: shared',
      'warning: config/workshop.yaml:12:33 identityCenter.createGroups.1: "ConectAgents" would be created, but is not assigned to an application; did you mean "ConnectAgents"?',
    ]);
    expect(instances).toHaveLength(0);
  });

  test("an entry that is not one leaves the entries after it in their places", () => {
    const { instances, reported } = load(
      two(
        "assign: { groups: [5, ConnectAgents, ConnectAgents], users: [true, agent1@example.com] }",
        "assign: { groups: [[], ConnectAgents], users: [{}, agent1@example.com] }",
        "identityCenter: { createGroups: [7, ConnectAgents, ConnectAgents] }",
        "users:",
        "  - agent2@example.com",
        person("agent1@example.com", "agent"),
        "  - []",
        person("agent1@example.com", "agent, 5, agent").replace("[Agent]", "[5, Agent, Agent]"),
        "  - 5",
      ),
    );
    expect(reported).toEqual([
      "error: config/workshop.yaml:3:31 applications.agent.assign.groups.0: 5 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:3:49 applications.agent.assign.groups.2: "ConnectAgents" is listed twice; remove one',
      "error: config/workshop.yaml:3:73 applications.agent.assign.users.0: true is a boolean; it takes text; put it in quotes",
      "error: config/workshop.yaml:4:31 applications.admin.assign.groups.0: is a list; it takes text; write it in that form",
      "error: config/workshop.yaml:4:59 applications.admin.assign.users.0: is a mapping; it takes text; write it in that form",
      'error: config/workshop.yaml:4:63 applications.admin.assign.users.1: "agent1@example.com" is assigned to agent (applications.agent.assign.users.1) too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      "error: config/workshop.yaml:5:34 identityCenter.createGroups.0: 7 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:5:52 identityCenter.createGroups.2: "ConnectAgents" is listed twice; remove one',
      'error: config/workshop.yaml:7:5 users.0: "agent2@example.com" is text; it takes a mapping of keys to values; write it in that form',
      "error: config/workshop.yaml:9:5 users.2: is a list; it takes a mapping of keys to values; write it in that form",
      'error: config/workshop.yaml:10:14 users.3.email: "agent1@example.com" is the address of users.1 too; remove one of the two',
      "error: config/workshop.yaml:10:56 users.3.applications.1: 5 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:10:59 users.3.applications.2: "agent" is listed twice; remove one',
      "error: config/workshop.yaml:10:121 users.3.securityProfiles.0: 5 is a number; it takes text; put it in quotes",
      'error: config/workshop.yaml:10:131 users.3.securityProfiles.2: "Agent" is listed twice; remove one',
      "error: config/workshop.yaml:11:5 users.4: 5 is a number; it takes a mapping of keys to values; write it in that form",
      'warning: config/workshop.yaml:4:35 applications.admin.assign.groups.1: "ConnectAgents" is assigned to agent too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group, or set roles: shared',
    ]);
    expect(instances).toHaveLength(0);
  });

  test.each(["5", "text", "~", "[]", "[~, [], 5]", "{ users: ~ }", "[{ email: {} }]", "[[[~]]]"])(
    "%s where anything of people belongs does not hide a wrong role name",
    (value) => {
      for (const path of [
        `applications: { agent: { roleName: My Role, assign: ${value} } }`,
        `applications: { agent: { roleName: My Role, assign: { groups: ${value}, users: ${value} } } }`,
        `applications: { agent: { roleName: My Role } }\nidentityCenter: ${value}`,
        `applications: { agent: { roleName: My Role } }\nidentityCenter: { createGroups: ${value} }`,
        `applications: { agent: { roleName: My Role } }\nusers: ${value}`,
        `applications: { agent: { roleName: My Role } }\nusers: [{ applications: ${value}, securityProfiles: ${value} }]`,
      ]) {
        expect(load(whole(ARN, path)).reported).toContain(
          'error: config/workshop.yaml:2:36 applications.agent.roleName: "My Role" has a space; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
        );
      }
    },
  );

  test("a file that is broken keeps no other from being compared", () => {
    expect(
      load({
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111, assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [5, ConnectAgents] }",
          "users:",
          "  - 5",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
        "oslo.yaml": whole(
          ARN,
          "namePrefix: Oslo-",
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222, assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [ConnectAgents] }",
          "users:",
          "  - {}",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
      }).reported,
    ).toEqual([
      "error: config/berlin.yaml:3:34 identityCenter.createGroups.0: 5 is a number; it takes text; put it in quotes",
      "error: config/berlin.yaml:5:5 users.0: 5 is a number; it takes a mapping of keys to values; write it in that form",
      'error: config/oslo.yaml:4:34 identityCenter.createGroups.0: "ConnectAgents" would be created by identityCenter.createGroups.1 in config/berlin.yaml too, in the same Identity Center; keep one of the two',
      "error: config/oslo.yaml:6:5 users.0.email: is missing; give the e-mail address that the user has in Identity Center",
      "error: config/oslo.yaml:6:5 users.0.givenName: is missing; give the user's given name",
      "error: config/oslo.yaml:6:5 users.0.familyName: is missing; give the user's family name",
      "error: config/oslo.yaml:6:5 users.0.applications: is missing; name the applications that the user signs in through, such as [agent]",
      "error: config/oslo.yaml:6:5 users.0.securityProfiles: is missing; name the user's security profiles, such as [Agent]",
      'error: config/oslo.yaml:7:14 users.1.email: "agent1@example.com" would be created by users.1.email in config/berlin.yaml too, in the same instance; keep the user in one of the files',
      'error: config/oslo.yaml:7:14 users.1.email: "agent1@example.com" would be created by users.1.email in config/berlin.yaml too, in the same Identity Center; set createInIdentityCenter in only one of the files',
    ]);
  });

  test("the problems of all files are reported, errors first, each by its place", () => {
    expect(
      load({
        "c.yaml": "- agent\n",
        "b.yaml": agent("newDomain: true", "destination: /connect/ccp", "sessionDuration: 13h"),
        "a.yaml": whole(
          "region: us-west-2",
          OTHER_ACCOUNT,
          "applications:",
          "  team-lead: { roleName: My Role, samlMetadataFile: metadata/lead.xml }",
          "protect: yes",
          'tags: { team: 1, "aws:team": lead }',
        ),
      }).reported,
    ).toEqual([
      'error: config/a.yaml:1:1 region: "region" is taken from instanceArn and contradicts it: "us-west-2" here, "us-east-1" there; remove this line',
      'error: config/a.yaml:4:3 applications.team-lead: "team-lead" has "-"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
      'error: config/a.yaml:4:26 applications.team-lead.roleName: "My Role" has a space; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
      'error: config/a.yaml:4:53 applications.team-lead.samlMetadataFile: "metadata/lead.xml" does not exist (config/metadata/lead.xml); save the application\'s metadata file there, or remove this line until you have it',
      'error: config/a.yaml:5:10 protect: "yes" is text; it takes true or false; write true',
      "error: config/a.yaml:6:15 tags.team: 1 is a number; it takes text; put it in quotes",
      'error: config/a.yaml:6:18 tags.aws:team: "aws:team" starts with "aws:", which AWS reserves; rename the tag',
      'error: config/b.yaml:6:22 applications.agent.sessionDuration: "13h" is longer than 12 hours, after which Amazon Connect ends every session; set 12h (43200 seconds) or less',
      "error: config/c.yaml:1:1 is a list; it takes a mapping of keys to values; write it in that form",
      'warning: config/b.yaml:5:18 applications.agent.destination: "/connect/ccp" starts with /connect; pages of the new domain do not; write "/ccp-v2"',
    ]);
  });
});

describe("A file that cannot be read as text", () => {
  test("is reported in one line, where it is not UTF-8", () => {
    const latin1 = Buffer.from("namePrefix: Zürich-\n", "latin1");
    expect(load({ "workshop.yaml": latin1 })).toMatchObject({
      instances: [],
      reported: [
        "error: config/workshop.yaml is not UTF-8; YAML files are UTF-8; save it as UTF-8",
      ],
    });
  });

  test("does not keep the others from being checked", () => {
    expect(load({ "a.yaml": Buffer.from([0xff]), "b.yaml": whole(ARN) }).reported).toEqual([
      "error: config/a.yaml is not UTF-8; YAML files are UTF-8; save it as UTF-8",
      "error: config/b.yaml:1:1 applications: is missing; name at least one application, such as agent",
    ]);
  });
});

test("500 users and 50 groups are taken as they are", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
  const groups = numbers(50).map((n) => `ConnectTeam${n}`);
  const config = whole(
    ARN,
    "applications:",
    `  agent: { assign: { groups: [${groups.slice(0, 49).join(", ")}] } }`,
    `  admin: { assign: { groups: [${groups.slice(49).join(", ")}] } }`,
    "identityCenter:",
    "  createGroups:",
    ...groups.map((group) => `    - ${group}`),
    "users:",
    ...numbers(499).map((n) =>
      person(`agent${n}@example.com`, "agent", ", createInIdentityCenter: true"),
    ),
    "  - email: admin1@example.com",
    "    givenName: Maria",
    "    familyName: Costa",
    "    applications: [admin]",
    "    routingProfile: Back Office",
    "    securityProfiles: [Admin, CallCenterManager]",
    '    deskPhone: "+12065550100"',
    "    createInIdentityCenter: true",
    "    emailInConnect: true",
  );
  const instance = settingsOf(config);
  expect(instance.applications.map((one) => [one.key, one.groups.length])).toEqual([
    ["agent", 49],
    ["admin", 1],
  ]);
  expect(instance.applications[1]?.groups).toEqual(["ConnectTeam50"]);
  expect(instance.identityCenter.createGroups).toHaveLength(50);
  expect(instance.identityCenter.createGroups[0]).toBe("ConnectTeam1");
  expect(instance.identityCenter.createGroups[49]).toBe("ConnectTeam50");
  expect(instance.users).toHaveLength(500);
  expect(instance.users[0]).toEqual({
    email: "agent1@example.com",
    userName: "agent1@example.com",
    connectUserName: "agent1@example.com",
    givenName: "Ana",
    familyName: "Silva",
    applications: ["agent"],
    routingProfile: "Basic Routing Profile",
    securityProfiles: ["Agent"],
    createInIdentityCenter: true,
    emailInConnect: false,
  });
  expect(instance.users[499]).toEqual({
    email: "admin1@example.com",
    userName: "admin1@example.com",
    connectUserName: "admin1@example.com",
    givenName: "Maria",
    familyName: "Costa",
    applications: ["admin"],
    routingProfile: "Back Office",
    securityProfiles: ["Admin", "CallCenterManager"],
    deskPhone: "+12065550100",
    createInIdentityCenter: true,
    emailInConnect: true,
  });
});
