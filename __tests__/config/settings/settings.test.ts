import { fixture } from "../../support/fixture";
import { ARN, load, OWN_METADATA, ownMetadata, settingsOf, whole } from "../../support/config";

/** The settings of the one application among these lines under `agent`. */
function agentWith(...lines: string[]) {
  const settings = settingsOf(ARN, `applications: { agent: { ${lines.join(", ")} } }`);
  return settings.applications[0];
}

describe("An instance ARN and an application's key are enough", () => {
  test("everything else has a default", () => {
    expect(settingsOf(ARN, "applications: { agent: {} }")).toEqual({
      name: "workshop",
      file: "config/workshop.yaml",
      instance: {
        arn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        partition: "aws",
        region: "us-east-1",
        accountId: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        consoleUrl: "https://us-east-1.console.aws.amazon.com",
        signInUrls: ["https://signin.aws.amazon.com/saml"],
        acsUrls: {
          regional: "https://signin.aws.amazon.com/saml",
          global: "https://signin.aws.amazon.com/saml",
        },
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
      permissionSets: [],
      signInEndpoint: "regional",
      permission: {
        form: "user-resource",
        attach: "managed",
        policyName: "AmazonConnectSSOPolicy",
      },
      roles: { kind: "separate" },
      namePrefix: "",
      rolePath: "/",
      protect: true,
      identityCenter: { region: "us-east-1", isRegionGuessed: true, createGroups: [] },
      roleSessionName: "email",
      users: [],
      usersManagedBy: "terraform",
      userGroups: [],
      backend: { type: "local" },
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
      signInEndpoint: "regional",
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
      signInEndpoint: "regional",
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
      signInEndpoint: "regional",
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
        connectUserName: "Agent1@Example.com",
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

  /** Beside the samples, which Identity Center in us-east-1 issued, a file of another issuer. */
  const METADATA = {
    ...OWN_METADATA,
    "metadata/elsewhere.xml": ownMetadata(
      fixture("examples/metadata/workshop-agent.xml"),
    ).replaceAll("portal.sso.us-east-1.amazonaws.com", "sign-in.example.com"),
  };

  function regionOf(...lines: string[]) {
    const { instances } = load({ ...METADATA, "workshop.yaml": whole(...lines) });
    const { region, isRegionGuessed } = instances[0]?.identityCenter ?? {};
    return isRegionGuessed ? `${region ?? ""}, a guess` : region;
  }

  test("is the instance's, as long as nothing tells more", () => {
    expect(settingsOf(LONDON, "applications: { agent: {} }").identityCenter).toEqual({
      region: "eu-west-2",
      isRegionGuessed: true,
      createGroups: [],
    });
  });

  test("is read off the metadata", () => {
    expect(
      regionOf(
        LONDON,
        "applications: { agent: { samlMetadataFile: metadata/agent.xml } }",
        "identityCenter: {}",
      ),
    ).toBe("us-east-1");
  });

  test("is read off the first metadata that tells it", () => {
    expect(
      regionOf(
        LONDON,
        "applications:",
        "  lead: {}",
        "  desk: { samlMetadataFile: metadata/elsewhere.xml }",
        "  admin: { samlMetadataFile: metadata/admin.xml }",
      ),
    ).toBe("us-east-1");
  });

  test("is the instance's, where metadata does not tell it", () => {
    expect(
      regionOf(LONDON, "applications: { desk: { samlMetadataFile: metadata/elsewhere.xml } }"),
    ).toBe("eu-west-2, a guess");
  });

  const TWO_REGIONS = {
    ...METADATA,
    "metadata/oslo.xml": ownMetadata(fixture("examples/metadata/workshop-agent.xml")).replaceAll(
      "us-east-1",
      "eu-north-1",
    ),
  };
  const IN_TWO_REGIONS = [
    LONDON,
    "applications:",
    "  admin: { samlMetadataFile: metadata/admin.xml }",
    "  oslo: { samlMetadataFile: metadata/oslo.xml }",
    "  desk: {}",
  ];

  test("is a guess, where metadata was issued in two regions and none is given", () => {
    const { instances } = load({ ...TWO_REGIONS, "workshop.yaml": whole(...IN_TWO_REGIONS) });
    expect(instances[0]?.identityCenter).toMatchObject({
      region: "us-east-1",
      isRegionGuessed: true,
    });
  });

  test("is each application's own, where its metadata tells it", () => {
    const { instances } = load({
      ...TWO_REGIONS,
      "workshop.yaml": whole(...IN_TWO_REGIONS, "identityCenter: { region: us-east-1 }"),
    });
    expect(instances[0]?.identityCenter).toMatchObject({ isRegionGuessed: false });
    expect(
      instances[0]?.applications.map(({ key, identityCenterRegion }) => [
        key,
        identityCenterRegion,
      ]),
    ).toEqual([
      ["admin", "us-east-1"],
      ["oslo", "eu-north-1"],
      ["desk", undefined],
    ]);
  });

  test("is what is given, before all else", () => {
    expect(
      regionOf(
        LONDON,
        "applications: { agent: { samlMetadataFile: metadata/agent.xml } }",
        "identityCenter: { region: eu-central-1 }",
      ),
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
