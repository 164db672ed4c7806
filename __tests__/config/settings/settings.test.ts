import { formatProblem, loadConfig } from "../../../modules/config";
import { Project } from "../../support/project";

const NOW = new Date("2026-12-01T00:00:00Z");
const ARN =
  "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const OTHER_ACCOUNT =
  "instanceArn: arn:aws:connect:us-east-1:210987654321:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

let project: Project;

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

function load(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) project.write(`config/${name}`, text);
  const { instances, problems } = loadConfig(project.path("config"), NOW);
  const told = problems.map((problem) =>
    formatProblem(problem).replaceAll(`${project.folder}/`, ""),
  );
  return { instances, told };
}

/** The settings of the one instance that a config without problems makes. */
function settingsOf(...lines: string[]) {
  const { instances, told } = load({ "workshop.yaml": `${lines.join("\n")}\n` });
  expect(told).toEqual([]);
  const [settings] = instances;
  if (!settings) throw new Error("no instance");
  return settings;
}

/** The settings of the one application among these lines under `agent`. */
function agentWith(...lines: string[]) {
  const settings = settingsOf(ARN, `applications: { agent: { ${lines.join(", ")} } }`);
  return settings.applications[0];
}

describe("An instance ARN and an application's key are enough", () => {
  test("everything else has a default", () => {
    expect(settingsOf(ARN, "applications: { agent: {} }")).toEqual({
      name: "workshop",
      file: project.path("config/workshop.yaml"),
      instance: {
        arn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        partition: "aws",
        region: "us-east-1",
        accountId: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        consoleUrl: "https://us-east-1.console.aws.amazon.com",
        signInUrls: ["https://signin.aws.amazon.com/saml"],
        acsUrl: "https://signin.aws.amazon.com/saml",
        samlAudience: "urn:amazon:webservices",
      },
      applications: [
        {
          key: "agent",
          displayName: "Amazon Connect - Agent",
          samlProviderName: "AmazonConnectAgentAccess",
          roleName: "AmazonConnectAgentAccessRole",
          newDomain: false,
          sessionSeconds: 43200,
          groups: [],
          users: [],
        },
      ],
      permission: {
        form: "user-resource",
        attach: "managed",
        policyName: "AmazonConnectSSOPolicy",
      },
      roles: { kind: "separate" },
      rolePath: "/",
      protect: true,
      adopt: false,
      identityCenter: { region: "us-east-1", createGroups: [] },
      users: [],
      backend: { type: "local", path: "../../../terraform.{stack}.tfstate" },
      tags: {},
    });
  });

  test("what is given stands as it is given", () => {
    expect(
      settingsOf(
        ARN,
        "applications:",
        "  admin:",
        "    displayName: Verwaltung (Köln)",
        "    samlProviderName: Connect.SSO",
        "    roleName: Connect+SSO@Admin",
        "    destination: /agent-app-v2?VDIPlatform=CITRIX_413",
        "    newDomain: true",
        "    sessionDuration: 15m",
        "    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
        "    assign:",
        "      groups: [906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b, Verwaltung]",
        "      users: [admin1@example.com]",
        "permission: { form: instance-condition, attach: inline, policyName: SignIn }",
        "rolePath: /contact/center/",
        "permissionsBoundary: arn:aws:iam::123456789012:policy/boundaries/Connect",
        "protect: false",
        "identityCenter:",
        "  region: eu-central-1",
        '  accountId: "123456789012"',
        "  createGroups: [Verwaltung]",
        "users:",
        "  - email: admin1@example.com",
        "    givenName: Jürgen",
        "    familyName: O'Brien",
        "    applications: [admin]",
        "    routingProfile: Back Office",
        "    securityProfiles: [Admin, CallCenterManager]",
        '    deskPhone: "+12065550100"',
        "    createInIdentityCenter: true",
        "    emailInConnect: true",
        'tags: { team: Contact center, "cost-center": "4711", note: "" }',
      ),
    ).toMatchObject({
      applications: [
        {
          key: "admin",
          displayName: "Verwaltung (Köln)",
          samlProviderName: "Connect.SSO",
          roleName: "Connect+SSO@Admin",
          destination: "/agent-app-v2?VDIPlatform=CITRIX_413",
          newDomain: true,
          sessionSeconds: 900,
          applicationArn:
            "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
          groups: ["906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b", "Verwaltung"],
          users: ["admin1@example.com"],
        },
      ],
      permission: { form: "instance-condition", attach: "inline", policyName: "SignIn" },
      rolePath: "/contact/center/",
      permissionsBoundary: "arn:aws:iam::123456789012:policy/boundaries/Connect",
      protect: false,
      identityCenter: {
        region: "eu-central-1",
        accountId: "123456789012",
        createGroups: ["Verwaltung"],
      },
      users: [
        {
          email: "admin1@example.com",
          givenName: "Jürgen",
          familyName: "O'Brien",
          applications: ["admin"],
          routingProfile: "Back Office",
          securityProfiles: ["Admin", "CallCenterManager"],
          deskPhone: "+12065550100",
          createInIdentityCenter: true,
          emailInConnect: true,
        },
      ],
      tags: { team: "Contact center", "cost-center": "4711", note: "" },
    });
  });

  test("an AWS managed policy may be the boundary", () => {
    expect(
      settingsOf(
        ARN,
        "applications: { agent: {} }",
        "permissionsBoundary: arn:aws:iam::aws:policy/PowerUserAccess",
      ),
    ).toMatchObject({ permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" });
  });

  test("50 tags are not too many", () => {
    const tags = Array.from({ length: 50 }, (_, i) => `  tag${String(i)}: a`);
    const settings = settingsOf(ARN, "applications: { agent: {} }", "tags:", ...tags);
    expect(Object.keys(settings.tags)).toHaveLength(50);
  });
});

describe("Names come from the application's key", () => {
  test.each([
    ["agent", "Agent", "Agent"],
    ["admin", "Admin", "Admin"],
    ["team_lead", "Team Lead", "TeamLead"],
    ["teamLead", "Team Lead", "TeamLead"],
    ["TeamLead", "Team Lead", "TeamLead"],
    ["level2_support", "Level2 Support", "Level2Support"],
    ["QA", "QA", "QA"],
    ["constructor", "Constructor", "Constructor"],
    ["toString", "To String", "ToString"],
    ["valueOf", "Value Of", "ValueOf"],
    ["hasOwnProperty", "Has Own Property", "HasOwnProperty"],
  ])("%s", (key, words, stem) => {
    expect(settingsOf(ARN, `applications: { ${key}: {} }`).applications).toEqual([
      {
        key,
        displayName: `Amazon Connect - ${words}`,
        samlProviderName: `AmazonConnect${stem}Access`,
        roleName: `AmazonConnect${stem}AccessRole`,
        newDomain: false,
        sessionSeconds: 43200,
        groups: [],
        users: [],
      },
    ]);
  });

  test("keys that every object has are ordinary keys, side by side", () => {
    const keys = ["constructor", "toString", "valueOf", "hasOwnProperty"];
    for (const roles of ["separate", "shared"]) {
      const { applications } = settingsOf(
        ARN,
        "applications:",
        ...keys.map((key) => `  ${key}: {}`),
        `roles: ${roles}`,
      );
      expect(applications.map(({ key }) => key)).toEqual(keys);
    }
  });

  test("applications keep the order of the file", () => {
    const { applications } = settingsOf(ARN, "applications: { zulu: {}, agent: {}, mike: {} }");
    expect(applications.map(({ key }) => key)).toEqual(["zulu", "agent", "mike"]);
  });

  test("one role for all has a name of its own", () => {
    expect(settingsOf(ARN, "applications: { agent: {} }", "roles: shared")).toMatchObject({
      roles: { kind: "shared", name: "AmazonConnectAccessRole" },
      applications: [{ key: "agent", roleName: "AmazonConnectAccessRole" }],
    });
    expect(
      settingsOf(ARN, "applications: { agent: {} }", "roles: shared", "sharedRoleName: Users"),
    ).toMatchObject({ roles: { kind: "shared", name: "Users" } });
  });

  test("there is no shared role unless it is asked for", () => {
    expect(settingsOf(ARN, "applications: { agent: {} }", "roles: separate")).toMatchObject({
      roles: { kind: "separate" },
    });
  });
});

describe("namePrefix", () => {
  test("stands before every derived name", () => {
    expect(
      settingsOf(ARN, "applications: { agent: {} }", "roles: shared", "namePrefix: EMEA-"),
    ).toMatchObject({
      applications: [
        {
          displayName: "EMEA-Amazon Connect - Agent",
          samlProviderName: "EMEA-AmazonConnectAgentAccess",
          roleName: "EMEA-AmazonConnectAccessRole",
        },
      ],
      permission: { policyName: "EMEA-AmazonConnectSSOPolicy" },
      roles: { kind: "shared", name: "EMEA-AmazonConnectAccessRole" },
    });
    expect(settingsOf(ARN, "applications: { agent: {} }", "namePrefix: EMEA-")).toMatchObject({
      applications: [{ roleName: "EMEA-AmazonConnectAgentAccessRole" }],
    });
  });

  test("does not touch a name that is given", () => {
    expect(
      settingsOf(
        ARN,
        "applications: { agent: { displayName: Desk, samlProviderName: Desk-IdP, roleName: Desk-Role } }",
        "permission: { policyName: Desk-Policy }",
        "namePrefix: EMEA-",
      ),
    ).toMatchObject({
      applications: [{ displayName: "Desk", samlProviderName: "Desk-IdP", roleName: "Desk-Role" }],
      permission: { policyName: "Desk-Policy" },
    });
  });

  test("may be empty", () => {
    expect(
      settingsOf(ARN, "applications: { agent: {} }", 'namePrefix: ""').applications[0],
    ).toMatchObject({ roleName: "AmazonConnectAgentAccessRole" });
  });
});

describe("A user", () => {
  test("has the routing profile that every instance has, and is made in Connect alone", () => {
    expect(
      settingsOf(
        ARN,
        "applications: { agent: {} }",
        "users:",
        "  - email: Agent1@Example.com",
        "    givenName: Ana",
        "    familyName: Silva",
        "    applications: [agent]",
        "    securityProfiles: [Agent]",
      ).users,
    ).toEqual([
      {
        email: "Agent1@Example.com",
        givenName: "Ana",
        familyName: "Silva",
        applications: ["agent"],
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
        createInIdentityCenter: false,
        emailInConnect: false,
      },
    ]);
  });

  test("may take values from another through a merge key", () => {
    expect(
      settingsOf(
        ARN,
        "applications: { agent: {} }",
        "users:",
        "  - &agent",
        "    email: agent1@example.com",
        "    givenName: Ana",
        "    familyName: Silva",
        "    applications: [agent]",
        "    securityProfiles: [Agent]",
        "  - <<: *agent",
        "    email: agent2@example.com",
        "    givenName: Rui",
      ).users,
    ).toMatchObject([
      { email: "agent1@example.com", givenName: "Ana", familyName: "Silva" },
      {
        email: "agent2@example.com",
        givenName: "Rui",
        familyName: "Silva",
        applications: ["agent"],
        securityProfiles: ["Agent"],
      },
    ]);
  });
});

describe("The region of Identity Center", () => {
  const LONDON =
    "instanceArn: arn:aws:connect:eu-west-2:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

  beforeEach(() => {
    // The first two were issued in us-east-1, as Identity Center issues them.
    project.copy("config/metadata");
    project.write(
      "config/metadata/elsewhere.xml",
      project
        .read("config/metadata/agent.xml")
        .replaceAll("portal.sso.us-east-1.amazonaws.com", "sign-in.example.com"),
    );
  });

  test("is the instance's, as long as nothing tells more", () => {
    expect(settingsOf(LONDON, "applications: { agent: {} }").identityCenter).toEqual({
      region: "eu-west-2",
      createGroups: [],
    });
  });

  test("is read off the metadata", () => {
    expect(
      settingsOf(
        LONDON,
        "applications: { agent: { samlMetadataFile: metadata/agent.xml } }",
        "identityCenter: {}",
      ).identityCenter.region,
    ).toBe("us-east-1");
  });

  test("is read off the first metadata that tells it", () => {
    expect(
      settingsOf(
        LONDON,
        "applications:",
        "  lead: {}",
        "  desk: { samlMetadataFile: metadata/elsewhere.xml }",
        "  admin: { samlMetadataFile: metadata/admin.xml }",
      ).identityCenter.region,
    ).toBe("us-east-1");
  });

  test("is the instance's, where metadata does not tell it", () => {
    expect(
      settingsOf(LONDON, "applications: { desk: { samlMetadataFile: metadata/elsewhere.xml } }")
        .identityCenter.region,
    ).toBe("eu-west-2");
  });

  test("is what is given, before all else", () => {
    expect(
      load({
        "workshop.yaml": `${LONDON}\napplications: { agent: { samlMetadataFile: metadata/agent.xml } }\nidentityCenter: { region: eu-central-1 }\n`,
      }).instances[0]?.identityCenter.region,
    ).toBe("eu-central-1");
  });
});

test.each([
  ["15m", 900],
  ["90m", 5400],
  ["1h", 3600],
  ["1h30m", 5400],
  ["8h", 28800],
  ["720m", 43200],
  ["12h", 43200],
])("A session of %s lasts %i seconds", (duration, seconds) => {
  expect(agentWith(`sessionDuration: ${duration}`)).toMatchObject({ sessionSeconds: seconds });
});

describe("YAML", () => {
  test("nothing behind an application's key takes every default", () => {
    expect(settingsOf(ARN, "applications:", "  admin:").applications).toMatchObject([
      { key: "admin", displayName: "Amazon Connect - Admin", sessionSeconds: 43200 },
    ]);
  });

  test("two merge keys in one mapping both count", () => {
    expect(
      settingsOf(
        ARN,
        "applications:",
        "  agent: &agent { sessionDuration: 8h }",
        "  lead: &lead { destination: /ccp-v2 }",
        "  admin:",
        "    <<: *agent",
        "    <<: *lead",
      ).applications[2],
    ).toMatchObject({ sessionSeconds: 28800, destination: "/ccp-v2" });
  });

  test("anchors and merge keys say a thing once", () => {
    expect(
      settingsOf(
        ARN,
        "applications:",
        "  agent: &desk",
        "    sessionDuration: 8h",
        "    destination: &page /ccp-v2",
        "    newDomain: true",
        "  lead:",
        "    <<: *desk",
        "    sessionDuration: 4h",
        "  admin:",
        "    destination: *page",
      ).applications,
    ).toMatchObject([
      { key: "agent", sessionSeconds: 28800, destination: "/ccp-v2", newDomain: true },
      { key: "lead", sessionSeconds: 14400, destination: "/ccp-v2", newDomain: true },
      { key: "admin", sessionSeconds: 43200, destination: "/ccp-v2", newDomain: false },
    ]);
  });

  test("may be JSON, have a document mark, a byte order mark, and Windows line ends", () => {
    const json = `{"${ARN.replace(": ", '": "')}", "applications": {"agent": {}}}`;
    const { instances, told } = load({
      "json.yaml": json,
      "windows.yaml": `\uFEFF---\r\n${OTHER_ACCOUNT}\r\napplications:\r\n  agent: {}\r\n`,
    });
    expect(told).toEqual([]);
    expect(instances.map(({ applications }) => applications[0]?.displayName)).toEqual([
      "Amazon Connect - Agent",
      "Amazon Connect - Agent",
    ]);
  });
});

describe("Several files", () => {
  test("are several instances, in the order of their names", () => {
    const { instances, told } = load({
      "oslo.yml": `${OTHER_ACCOUNT}\napplications: { agent: {} }\n`,
      "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
      "README.md": "not a config",
      "metadata/more.yaml": "not a config either",
    });
    expect(told).toEqual([]);
    expect(instances.map(({ name, instance }) => [name, instance.accountId])).toEqual([
      ["berlin", "123456789012"],
      ["oslo", "210987654321"],
    ]);
  });

  test("that would make the same resources in one account are told of each, with both files", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\npermission: {}\n`,
        "oslo.yaml": `${ARN}\napplications: { agent: {} }\npermission: {}\n`,
      }),
    ).toEqual({
      instances: [],
      told: [
        'error: config/oslo.yaml:2:17 applications.agent: "agent" would make the SAML provider "AmazonConnectAgentAccess" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another namePrefix in this file',
        'error: config/oslo.yaml:2:17 applications.agent: "agent" would make the role "AmazonConnectAgentAccessRole" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another namePrefix in this file',
        'error: config/oslo.yaml:3:1 permission: "permission" would make the policy "AmazonConnectSSOPolicy" in account 123456789012, as config/berlin.yaml (permission) does; set another namePrefix in this file',
      ],
    });
  });

  test("that share one role's name in one account", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\nroles: shared\npermission: { attach: inline }\n`,
        "oslo.yaml": `${ARN}\napplications: { admin: {} }\nroles: shared\npermission: { attach: inline }\n`,
      }).told,
    ).toEqual([
      'error: config/oslo.yaml:3:1 roles: "roles" would make the role "AmazonConnectAccessRole" in account 123456789012, as config/berlin.yaml (roles) does; set another namePrefix in this file',
    ]);
  });

  test("with names that differ in case only, which IAM does not tell apart", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { desk: {} }\nnamePrefix: Desk-\n`,
        "oslo.yaml": `${ARN}\napplications: { desk: {} }\nnamePrefix: DESK-\npermission: { attach: inline }\n`,
      }).told,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.desk: "desk" would make the SAML provider "DESK-AmazonConnectDeskAccess" in account 123456789012, as config/berlin.yaml (applications.desk) does; set another namePrefix in this file',
      'error: config/oslo.yaml:2:17 applications.desk: "desk" would make the role "DESK-AmazonConnectDeskAccessRole" in account 123456789012, as config/berlin.yaml (applications.desk) does; set another namePrefix in this file',
    ]);
  });

  test("that give the same names themselves are told of the settings that do", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: { samlProviderName: Desk, roleName: Desk } }\npermission: { policyName: Desk }\n`,
        "oslo.yaml": `${ARN}\napplications: { admin: { samlProviderName: Desk, roleName: Desk } }\npermission: { policyName: Desk }\n`,
      }).told,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.admin: "admin" would make the SAML provider "Desk" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another samlProviderName',
      'error: config/oslo.yaml:2:17 applications.admin: "admin" would make the role "Desk" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another roleName',
      'error: config/oslo.yaml:3:1 permission: "permission" would make the policy "Desk" in account 123456789012, as config/berlin.yaml (permission) does; set another permission.policyName',
    ]);
  });

  test("that give one role's name themselves", () => {
    expect(
      load({
        "berlin.yaml": `${ARN}\napplications: { agent: {} }\nroles: shared\nsharedRoleName: Desk\npermission: { attach: inline }\n`,
        "oslo.yaml": `${ARN}\napplications: { admin: {} }\nroles: shared\nsharedRoleName: Desk\npermission: { attach: inline }\n`,
      }).told,
    ).toEqual([
      'error: config/oslo.yaml:3:1 roles: "roles" would make the role "Desk" in account 123456789012, as config/berlin.yaml (roles) does; set another sharedRoleName',
    ]);
  });

  test("of which one gives the name that the other derives", () => {
    const given =
      "applications: { agent: { roleName: AmazonConnectAdminAccessRole } }\npermission: { attach: inline }\n";
    const derived = "applications: { admin: {} }\npermission: { attach: inline }\n";
    expect(
      load({ "berlin.yaml": `${ARN}\n${given}`, "oslo.yaml": `${ARN}\n${derived}` }).told,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.admin: "admin" would make the role "AmazonConnectAdminAccessRole" in account 123456789012, as config/berlin.yaml (applications.agent) does; set another namePrefix in this file',
    ]);
    expect(
      load({ "berlin.yaml": `${ARN}\n${derived}`, "oslo.yaml": `${ARN}\n${given}` }).told,
    ).toEqual([
      'error: config/oslo.yaml:2:17 applications.agent: "agent" would make the role "AmazonConnectAdminAccessRole" in account 123456789012, as config/berlin.yaml (applications.admin) does; set another roleName',
    ]);
  });

  test("may use the same names in different accounts", () => {
    const { instances, told } = load({
      "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
      "oslo.yaml": `${OTHER_ACCOUNT}\napplications: { agent: {} }\n`,
    });
    expect(told).toEqual([]);
    expect(instances).toHaveLength(2);
  });

  test("may be in one account with a namePrefix in one of them", () => {
    const { instances, told } = load({
      "berlin.yaml": `${ARN}\napplications: { agent: {} }\n`,
      "oslo.yaml": `${ARN}\napplications: { agent: {} }\nnamePrefix: Oslo-\n`,
    });
    expect(told).toEqual([]);
    expect(instances.map(({ applications }) => applications[0]?.roleName)).toEqual([
      "AmazonConnectAgentAccessRole",
      "Oslo-AmazonConnectAgentAccessRole",
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
