import { agent, ARN, person, testReports, top, two, user, whole } from "../../support/config";

describe("A mistake in lists is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a group three times",
      agent("assign: { groups: [ConnectAgents, ConnectNight, ConnectAgents, ConnectAgents] }"),
      'error: config/workshop.yaml:4:53 applications.agent.assign.groups.2: "ConnectAgents" is listed twice; remove one',
      'error: config/workshop.yaml:4:68 applications.agent.assign.groups.3: "ConnectAgents" is listed twice; remove one',
    ],
    [
      "a user twice, in block style",
      agent(
        "assign:",
        "  users:",
        "    - agent1@example.com",
        "    - agent2@example.com",
        "    - agent1@example.com",
      ),
      'error: config/workshop.yaml:8:11 applications.agent.assign.users.2: "agent1@example.com" is listed twice; remove one',
    ],
    [
      "a group to make",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
        "identityCenter: { createGroups: [ConnectAgents, ConnectAgents] }",
      ),
      'error: config/workshop.yaml:3:49 identityCenter.createGroups.1: "ConnectAgents" is listed twice; remove one',
    ],
    [
      "an application of a user",
      user("applications: [agent, agent]"),
      'error: config/workshop.yaml:7:27 users.0.applications.1: "agent" is listed twice; remove one',
    ],
    [
      "a security profile of a user",
      user("securityProfiles: [Agent, Admin, Agent]"),
      'error: config/workshop.yaml:8:38 users.0.securityProfiles.2: "Agent" is listed twice; remove one',
    ],
    [
      "an address of two users",
      top("users:", person("agent1@example.com", "agent"), person("agent1@example.com", "agent")),
      'error: config/workshop.yaml:5:14 users.1.email: "agent1@example.com" is the address of users.0 too; remove one of the two',
    ],
    [
      "an address of two users, with different upper and lower case",
      top(
        "users:",
        person("agent1@example.com", "agent"),
        person("agent2@example.com", "agent"),
        person("Agent1@Example.com", "agent"),
      ),
      'error: config/workshop.yaml:6:14 users.2.email: "Agent1@Example.com" is the address of users.0, "agent1@example.com", with different upper and lower case; remove one of the two',
    ],
  ]);
});

describe("A mistake in a user's applications is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a misspelt application",
      two("", "", "users:", person("agent1@example.com", "agnet")),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "a misspelt application beside the right one",
      top("users:", person("agent1@example.com", "agent, agnet")),
      'error: config/workshop.yaml:4:56 users.0.applications.1: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "an application with different upper and lower case",
      two("", "", "users:", person("agent1@example.com", "Agent")),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "Agent" is not the key of an application here; did you mean agent?',
    ],
    [
      "an application that resembles none, where there is one",
      top("users:", person("agent1@example.com", "supervisor")),
      'error: config/workshop.yaml:4:49 users.0.applications.0: "supervisor" is not the key of an application here; the only key is agent',
    ],
    [
      "an application that resembles none, where there are two",
      two("", "", "users:", person("agent1@example.com", "supervisor")),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "supervisor" is not the key of an application here; the keys are agent, admin',
    ],
    [
      "an empty text",
      top("users:", person("agent1@example.com", '""')),
      'error: config/workshop.yaml:4:49 users.0.applications.0: "" is not the key of an application here; the only key is agent',
    ],
    [
      "a word that every object has",
      top("users:", person("agent1@example.com", "constructor")),
      'error: config/workshop.yaml:4:49 users.0.applications.0: "constructor" is not the key of an application here; the only key is agent',
    ],
  ]);
});

describe("A mistake in one role for each user is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a user assigned to two applications",
      two(
        "assign: { users: [agent1@example.com] }",
        "assign: { users: [admin1@example.com, agent1@example.com] }",
      ),
      'error: config/workshop.yaml:4:50 applications.admin.assign.users.1: "agent1@example.com" is assigned to agent (applications.agent.assign.users.0) too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "the same with different upper and lower case",
      two("assign: { users: [agent1@example.com] }", "assign: { users: [Agent1@Example.com] }"),
      'error: config/workshop.yaml:4:30 applications.admin.assign.users.0: "Agent1@Example.com" is assigned to agent (applications.agent.assign.users.0) too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user's ID assigned to two applications",
      two(
        "assign: { users: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
        "assign: { users: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
      ),
      'error: config/workshop.yaml:4:30 applications.admin.assign.users.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is assigned to agent (applications.agent.assign.users.0) too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user with two applications",
      two("", "", "users:", person("agent1@example.com", "agent, admin")),
      'error: config/workshop.yaml:6:56 users.0.applications.1: "admin" is another application of agent1@example.com, in addition to agent (users.0.applications.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user with three applications, reported at the second and the third",
      whole(
        ARN,
        "applications: { agent: {}, admin: {}, lead: {} }",
        "users:",
        person("agent1@example.com", "admin, lead, agent"),
      ),
      'error: config/workshop.yaml:4:56 users.0.applications.1: "lead" is another application of agent1@example.com, in addition to admin (users.0.applications.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
      'error: config/workshop.yaml:4:62 users.0.applications.2: "agent" is another application of agent1@example.com, in addition to admin (users.0.applications.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a user with another application than is assigned",
      two(
        "assign: { users: [agent1@example.com] }",
        "",
        "users:",
        person("agent1@example.com", "admin"),
      ),
      'error: config/workshop.yaml:6:49 users.0.applications.0: "admin" is another application of agent1@example.com, in addition to agent (applications.agent.assign.users.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared; if the assigned user is somebody else, give users.0.userName',
    ],
    [
      "the same with different upper and lower case, beside the right one",
      two(
        "assign: { users: [agent1@example.com], groups: [ConnectAgents] }",
        "",
        "users:",
        person("Agent1@example.com", "agent, admin"),
      ),
      'error: config/workshop.yaml:6:56 users.0.applications.1: "admin" is another application of Agent1@example.com, in addition to agent (applications.agent.assign.users.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared; if the assigned user is somebody else, give users.0.userName',
    ],
  ]);
});

describe("A mistake in what other rules read is reported once", () => {
  testReports([
    [
      "an application that is broken, and a user of it",
      whole(
        ARN,
        "applications:",
        "  agent: text",
        "  admin: {}",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'error: config/workshop.yaml:3:10 applications.agent: "text" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "roles misspelt, and a group and a user of two applications",
      two(
        "assign: { groups: [Connect], users: [agent1@example.com] }",
        "assign: { groups: [Connect], users: [agent1@example.com] }",
        "roles: sharde",
      ),
      'error: config/workshop.yaml:5:8 roles: "sharde" is not one of separate, shared; write shared',
    ],
    [
      "a broken list of groups, and a group to make",
      whole(
        ARN,
        "applications: { agent: { assign: { groups: ConnectAgents } } }",
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      'error: config/workshop.yaml:2:44 applications.agent.assign.groups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "a broken entry of groups, and a group to make",
      whole(
        ARN,
        'applications: { agent: { assign: { groups: ["ConnectAgents "] } } }',
        "identityCenter: { createGroups: [ConnectAgents] }",
      ),
      'error: config/workshop.yaml:2:45 applications.agent.assign.groups.0: "ConnectAgents " has spaces around it; write "ConnectAgents"',
    ],
    [
      "a broken list of groups, and a user who is not named",
      two(
        "assign: { groups: ConnectAgents, users: [agent2@example.com] }",
        "",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'error: config/workshop.yaml:3:30 applications.agent.assign.groups: "ConnectAgents" is text; it takes a list; write [ConnectAgents]',
    ],
    [
      "a broken entry of users, and the user who is meant",
      two(
        'assign: { users: [agent2@example.com, "agent1@example.com "] }',
        "",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      'error: config/workshop.yaml:3:50 applications.agent.assign.users.1: "agent1@example.com " has spaces around it; write "agent1@example.com"',
    ],
  ]);
});

describe("A warning, while the instance is made, is reported about a group that would be made for nobody", () => {
  testReports(
    [
      [
        "where no application has any",
        top("identityCenter: { createGroups: [ConnectAgents] }"),
        'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "ConnectAgents" would be created, but is not assigned to an application; name it in an application\'s assign.groups',
      ],
      [
        "where an application has it with different upper and lower case",
        whole(
          ARN,
          "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [connectagents] }",
        ),
        'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "connectagents" would be created, but is not assigned to an application; did you mean "ConnectAgents"?',
      ],
      [
        "where an application has it misspelt, in block style",
        whole(
          ARN,
          "applications: { agent: { assign: { groups: [ConectAgents, ConnectNight] } } }",
          "identityCenter:",
          "  createGroups:",
          "    - ConnectNight",
          "    - ConnectAgents",
        ),
        'warning: config/workshop.yaml:6:7 identityCenter.createGroups.1: "ConnectAgents" would be created, but is not assigned to an application; did you mean "ConectAgents"?',
      ],
      [
        "where applications have others",
        whole(
          ARN,
          "applications: { agent: { assign: { groups: [Support] } } }",
          "identityCenter: { createGroups: [Support, ConnectAgents] }",
        ),
        'warning: config/workshop.yaml:3:43 identityCenter.createGroups.1: "ConnectAgents" would be created, but is not assigned to an application; name it in an application\'s assign.groups',
      ],
      [
        "where an application has one that resembles it, which is made too",
        whole(
          ARN,
          "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [ConnectAgents, ConnectAdmins] }",
        ),
        'warning: config/workshop.yaml:3:49 identityCenter.createGroups.1: "ConnectAdmins" would be created, but is not assigned to an application; name it in an application\'s assign.groups',
      ],
      [
        "where an application has an ID",
        whole(
          ARN,
          "applications: { agent: { assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] } } }",
          "identityCenter: { createGroups: [ConnectAgents] }",
        ),
        'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "ConnectAgents" would be created, but is not assigned to an application; name it in an application\'s assign.groups',
      ],
    ],
    1,
  );
});

describe("A warning, while the instance is made, is reported about a group of two applications", () => {
  testReports(
    [
      [
        "by name",
        two(
          "assign: { groups: [ConnectAgents, ConnectNight] }",
          "assign: { groups: [ConnectAdmins, ConnectAgents] }",
        ),
        'warning: config/workshop.yaml:4:46 applications.admin.assign.groups.1: "ConnectAgents" is assigned to agent too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group, or set roles: shared',
      ],
      [
        "by ID",
        two(
          "assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
          "assign: { groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
        ),
        'warning: config/workshop.yaml:4:31 applications.admin.assign.groups.0: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is assigned to agent too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group, or set roles: shared',
      ],
      [
        "of three, reported at the second and the third",
        whole(
          ARN,
          "applications:",
          "  agent: { assign: { groups: [Connect] } }",
          "  admin: { assign: { groups: [Connect] } }",
          "  lead: { assign: { groups: [Connect] } }",
        ),
        'warning: config/workshop.yaml:4:31 applications.admin.assign.groups.0: "Connect" is assigned to agent too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group, or set roles: shared',
        'warning: config/workshop.yaml:5:30 applications.lead.assign.groups.0: "Connect" is assigned to agent too, and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another, so its members can use only one of the two; give each application its own group, or set roles: shared',
      ],
    ],
    1,
  );
});

describe("A warning, while the instance is made, is reported about a user who would see no tile", () => {
  testReports(
    [
      [
        "where others are assigned one by one",
        two(
          "assign: { users: [agent2@example.com] }",
          "",
          "users:",
          person("agent1@example.com", "agent"),
          person("agent2@example.com", "agent"),
          person("admin1@example.com", "admin"),
        ),
        'warning: config/workshop.yaml:6:49 users.0.applications.0: "agent" has no assigned groups, and agent1@example.com is not one of its assigned users; add the user to applications.agent.assign.users',
      ],
      [
        "where the list of groups is empty",
        two(
          "assign: { users: [agent2@example.com], groups: [] }",
          "",
          "users:",
          person("agent1@example.com", "agent", ", userName: agent1"),
        ),
        'warning: config/workshop.yaml:6:49 users.0.applications.0: "agent" has no assigned groups, and agent1 is not one of its assigned users; add the user to applications.agent.assign.users',
      ],
      [
        "whose user name is given, and not assigned",
        two(
          "assign: { users: [john.doe@example.com] }",
          "",
          "users:",
          person("agent1@example.com", "agent", ", userName: E1234567"),
        ),
        'warning: config/workshop.yaml:6:49 users.0.applications.0: "agent" has no assigned groups, and E1234567 is not one of its assigned users; add the user to applications.agent.assign.users',
      ],
      [
        "of each application, with one role for all",
        two(
          "assign: { users: [agent2@example.com] }",
          "assign: { users: [agent3@example.com] }",
          "roles: shared",
          "users:",
          person("agent1@example.com", "admin, agent", ", userName: agent1"),
        ),
        'warning: config/workshop.yaml:7:49 users.0.applications.0: "admin" has no assigned groups, and agent1 is not one of its assigned users; add the user to applications.admin.assign.users',
        'warning: config/workshop.yaml:7:56 users.0.applications.1: "agent" has no assigned groups, and agent1 is not one of its assigned users; add the user to applications.agent.assign.users',
      ],
    ],
    1,
  );
});

describe("There is nothing to report about", () => {
  testReports(
    [
      [
        "an application with no values key",
        whole(ARN, "applications:", "  agent:", "users:", person("agent1@example.com", "agent")),
      ],
      [
        "a user assigned to the application that the user is for",
        two(
          "assign: { users: [agent1@example.com] }",
          "",
          "users:",
          person("agent1@example.com", "agent"),
        ),
      ],
      [
        "a user not named, where the application has a group too",
        two(
          "assign: { users: [agent2@example.com], groups: [ConnectAgents] }",
          "",
          "users:",
          person("agent1@example.com", "agent"),
        ),
      ],
      [
        "a user not named, where one is assigned by ID",
        two(
          "assign: { users: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b] }",
          "",
          "users:",
          person("agent1@example.com", "agent"),
        ),
      ],
      [
        "a user not named, where nobody is",
        two(
          "assign: { users: [] }",
          "assign: {}",
          "users:",
          person("agent1@example.com", "agent"),
          person("admin1@example.com", "admin"),
        ),
      ],
      [
        "with one role for all: users and groups of two applications",
        two(
          "assign: { groups: [Connect], users: [agent1@example.com] }",
          "assign: { groups: [Connect], users: [agent1@example.com] }",
          "roles: shared",
          "users:",
          person("agent1@example.com", "agent, admin"),
        ),
      ],
    ],
    1,
  );
});
