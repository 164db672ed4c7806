import {
  ARN,
  load,
  ONE,
  OTHER_ACCOUNT,
  OTHER_INSTANCE,
  person,
  SIBLING,
  testReports,
  two,
  whole,
} from "../../support/config";

/** A user who is created, and so a member of the groups that are created. */
const memberOf = (email: string) => [
  "users:",
  person(email, "agent", ", createInIdentityCenter: true"),
];
const MEMBER = memberOf("a@example.com");
const OTHER_MEMBER = memberOf("b@example.com");

describe("Two applications of one file", () => {
  testReports([
    [
      "two keys that derive the same names",
      whole(ARN, "applications:", "  team_lead: {}", "  teamLead: {}"),
      'error: config/workshop.yaml:4:3 applications.teamLead: "teamLead" would create the SAML provider "AmazonConnectTeamLeadAccess" in account 123456789012, as applications.team_lead does; set another samlProviderName',
      'error: config/workshop.yaml:4:3 applications.teamLead: "teamLead" would create the role "AmazonConnectTeamLeadAccessRole" in account 123456789012, as applications.team_lead does; set another roleName',
    ],
    [
      "two applications given the same names with different upper and lower case",
      whole(
        ARN,
        "applications:",
        "  agent: { samlProviderName: Connect, roleName: Connect }",
        "  admin: { samlProviderName: CONNECT, roleName: CONNECT }",
      ),
      'error: config/workshop.yaml:4:3 applications.admin: "admin" would create the SAML provider "CONNECT" in account 123456789012, as applications.agent does; set another samlProviderName',
      'error: config/workshop.yaml:4:3 applications.admin: "admin" would create the role "CONNECT" in account 123456789012, as applications.agent does; set another roleName',
    ],
    [
      "an application ARN used twice",
      whole(
        ARN,
        "applications:",
        "  agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef }",
        "  admin: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef }",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is also that of applications.agent.applicationArn; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "an ARN of two applications",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is also that of applications.agent.applicationArn; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "the same beside a wrong instanceArn",
      whole(
        "instanceArn: 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        "applications:",
        "  agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 }",
        "  admin: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 }",
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "9690dd9b-3de7-4097-b4d9-67829f7c8fca" is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is also that of applications.agent.applicationArn; each application has its own ARN; copy it from the application\'s page',
    ],
  ]);
});

describe("A mistake in two files is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "an application's ARN in both",
      {
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
        "oslo.yaml": whole(
          OTHER_INSTANCE,
          "applications: { admin: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
      },
      'error: config/oslo.yaml:2:42 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is also that of applications.agent.applicationArn in config/berlin.yaml; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "the same beside wrong instances",
      {
        "berlin.yaml": whole(
          "instanceArn: berlin",
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
        "oslo.yaml": whole(
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        ),
      },
      'error: config/berlin.yaml:1:14 instanceArn: "berlin" is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      "error: config/oslo.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      'error: config/oslo.yaml:1:42 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is also that of applications.agent.applicationArn in config/berlin.yaml; each application has its own ARN; copy it from the application\'s page',
    ],
    [
      "a group made twice in one Identity Center",
      {
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111, assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [ConnectAgents] }",
          ...MEMBER,
        ),
        "oslo.yaml": whole(
          OTHER_INSTANCE,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222, assign: { groups: [Oslo, ConnectAgents] } } }",
          "identityCenter: { createGroups: [Oslo, ConnectAgents] }",
          ...OTHER_MEMBER,
        ),
      },
      'error: config/oslo.yaml:3:40 identityCenter.createGroups.1: "ConnectAgents" would be created by identityCenter.createGroups.0 in config/berlin.yaml too, in the same Identity Center; keep one of the two',
    ],
    [
      "a user made twice in one instance, with different upper and lower case",
      {
        "berlin.yaml": whole(ARN, ONE, "users:", person("agent1@example.com", "agent")),
        "oslo.yaml": whole(
          ARN,
          ONE,
          "namePrefix: Oslo-",
          "users:",
          person("agent2@example.com", "agent"),
          person("Agent1@example.com", "agent"),
        ),
      },
      'error: config/oslo.yaml:6:14 users.1.email: "Agent1@example.com" would be created by users.0.email in config/berlin.yaml too, in the same instance; keep the user in one of the files',
    ],
    [
      "a user made twice in one Identity Center",
      {
        "berlin.yaml": whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
          "users:",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
        "oslo.yaml": whole(
          OTHER_INSTANCE,
          "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222 } }",
          "users:",
          person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
        ),
      },
      'error: config/oslo.yaml:4:14 users.0.email: "agent1@example.com" would be created by users.0.email in config/berlin.yaml too, in the same Identity Center; set createInIdentityCenter in only one of the files',
    ],
    [
      "two files without instanceArn, and a user in both",
      {
        "berlin.yaml": whole(ONE, "users:", person("agent1@example.com", "agent")),
        "oslo.yaml": whole(ONE, "users:", person("agent1@example.com", "agent")),
      },
      "error: config/berlin.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      "error: config/oslo.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
    ],
  ]);
});

describe("Two files may have", () => {
  testReports(
    [
      [
        "in two files: a group to make, before the applications are known",
        {
          "berlin.yaml": whole(
            ARN,
            "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
            "identityCenter: { createGroups: [ConnectAgents] }",
          ),
          "oslo.yaml": whole(
            OTHER_INSTANCE,
            "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
            "identityCenter: { createGroups: [ConnectAgents] }",
          ),
        },
      ],
      [
        "in two files: a group to make in two Identity Centers",
        {
          "berlin.yaml": whole(
            ARN,
            "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111, assign: { groups: [ConnectAgents] } } }",
            "identityCenter: { createGroups: [ConnectAgents] }",
            ...MEMBER,
          ),
          "oslo.yaml": whole(
            OTHER_INSTANCE,
            "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-2222222222222222, assign: { groups: [ConnectAgents] } } }",
            "identityCenter: { createGroups: [ConnectAgents] }",
            ...OTHER_MEMBER,
          ),
        },
      ],
      [
        "in two files: a user of two instances, made in Identity Center by one",
        {
          "berlin.yaml": whole(
            ARN,
            "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
            "users:",
            person("agent1@example.com", "agent", ", createInIdentityCenter: true"),
          ),
          "oslo.yaml": whole(
            OTHER_INSTANCE,
            "applications: { agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222 } }",
            "users:",
            person("agent1@example.com", "agent"),
          ),
        },
      ],
    ],
    2,
  );
});

describe("Several files", () => {
  test("that would make the same resources in one account are reported for each, with both files", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\npermission: {}\n`,
        "oslo.yaml": `${SIBLING}\napplications: { agent: {} }\npermission: {}\n`,
      }).reported,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.agent: "agent" would create the SAML provider "AmazonConnectAgentAccess" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another namePrefix in this file',
      'error: config/oslo.yaml:2:17 applications.agent: "agent" would create the role "AmazonConnectAgentAccessRole" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another namePrefix in this file',
      'error: config/oslo.yaml:3:1 permission: "permission" would create the policy "AmazonConnectSSOPolicy" in account 123456789012, as config/berlin.yaml (permission) does; set another namePrefix in this file',
    ]);
  });

  test("of one instance, of which one is a copy, are reported once", () => {
    const config = `${ARN}\napplications: { agent: {}, admin: {} }\n`;
    expect(load({ "mycentre.yaml": config, "workshop.yaml": config }).reported).toEqual([
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" is that of config/mycentre.yaml too, and both would create the same resources; remove one of the two files',
    ]);
  });

  test("that share one role's name in one account", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\nroles: shared\npermission: { attach: inline }\n`,
        "oslo.yaml": `${ARN}\napplications: { admin: {} }\nroles: shared\npermission: { attach: inline }\n`,
      }).reported,
    ).toEqual([
      'error: config/oslo.yaml:3:1 roles: "roles" would create the role "AmazonConnectAccessRole" in account 123456789012, as config/berlin.yaml (roles) does; set another namePrefix in this file',
    ]);
  });

  test("with names that differ in upper and lower case only, which are the same to IAM", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { desk: {} }\nnamePrefix: Desk-\n`,
        "oslo.yaml": `${ARN}\napplications: { desk: {} }\nnamePrefix: DESK-\npermission: { attach: inline }\n`,
      }).reported,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.desk: "desk" would create the SAML provider "DESK-AmazonConnectDeskAccess" in account 123456789012, as config/berlin.yaml (applications.desk) does; set another namePrefix in this file',
      'error: config/oslo.yaml:2:17 applications.desk: "desk" would create the role "DESK-AmazonConnectDeskAccessRole" in account 123456789012, as config/berlin.yaml (applications.desk) does; set another namePrefix in this file',
    ]);
  });

  test("that give the same names themselves are reported with the settings that do", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: { samlProviderName: Desk, roleName: Desk } }\npermission: { policyName: Desk }\n`,
        "oslo.yaml": `${ARN}\napplications: { admin: { samlProviderName: Desk, roleName: Desk } }\npermission: { policyName: Desk }\n`,
      }).reported,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.admin: "admin" would create the SAML provider "Desk" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another samlProviderName',
      'error: config/oslo.yaml:2:17 applications.admin: "admin" would create the role "Desk" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another roleName',
      'error: config/oslo.yaml:3:1 permission: "permission" would create the policy "Desk" in account 123456789012, as config/berlin.yaml (permission) does; set another permission.policyName',
    ]);
  });

  test("that give one role's name themselves", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\nroles: shared\nsharedRoleName: Desk\npermission: { attach: inline }\n`,
        "oslo.yaml": `${ARN}\napplications: { admin: {} }\nroles: shared\nsharedRoleName: Desk\npermission: { attach: inline }\n`,
      }).reported,
    ).toEqual([
      'error: config/oslo.yaml:3:1 roles: "roles" would create the role "Desk" in account 123456789012, as config/berlin.yaml (roles) does; set another sharedRoleName',
    ]);
  });

  test("of which one gives the name that the other derives", () => {
    const given =
      "applications: { agent: { roleName: AmazonConnectAdminAccessRole } }\npermission: { attach: inline }\n";
    const derived = "applications: { admin: {} }\npermission: { attach: inline }\n";
    expect(
      load({ "berlin.yaml": `${ARN}\n${given}`, "oslo.yaml": `${ARN}\n${derived}` }).reported,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.admin: "admin" would create the role "AmazonConnectAdminAccessRole" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another namePrefix in this file',
    ]);
    expect(
      load({ "berlin.yaml": `${ARN}\n${derived}`, "oslo.yaml": `${ARN}\n${given}` }).reported,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.agent: "agent" would create the role "AmazonConnectAdminAccessRole" in account 123456789012, as config/berlin.yaml (applications.admin) does; set another roleName',
    ]);
  });

  test("may use the same names in different accounts", () => {
    const { instances, reported } = load({
      "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
      "oslo.yaml": `${OTHER_ACCOUNT}\napplications: { agent: {} }\n`,
    });
    expect(reported).toEqual([]);
    expect(instances).toHaveLength(2);
  });

  test("may be in one account with a namePrefix in one of them", () => {
    const { instances, reported } = load({
      "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
      "oslo.yaml": `${ARN}\napplications: { agent: {} }\nnamePrefix: Oslo-\n`,
    });
    expect(reported).toEqual([]);
    expect(instances.map(({ applications }) => applications[0]?.roleName)).toEqual([
      "AmazonConnectAgentAccessRole",
      "Oslo-AmazonConnectAgentAccessRole",
    ]);
  });
});
