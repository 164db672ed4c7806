import { cliHere } from "../../support/cli-here";
import { FakeAws } from "../../support/fake-aws";
import { Project } from "../../support/project";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const CONFIG = `instanceArn: ${INSTANCE}
applications: { agent: {} }
usersManagedBy: connect-sso
users:
  - { email: ana@example.com, applications: [agent], givenName: Ana, familyName: Silva, securityProfiles: [Agent] }
  - { email: bo@example.com, applications: [agent], givenName: Bo, familyName: Lind, securityProfiles: [Agent], routingProfile: Sales, afterContactWorkSeconds: 30 }
  - { email: cy@example.com, applications: [agent], givenName: Cy, familyName: Diaz, securityProfiles: [Agent] }
`;

const OURS = { "connect-sso:config": "workshop" };

/** A user as a search returns it. */
function found(name: string, values: object = {}) {
  return {
    Id: `id-${name}`,
    Arn: `${INSTANCE}/agent/id-${name}`,
    Username: `${name}@example.com`,
    IdentityInfo: { FirstName: "Bo", LastName: "Lind" },
    PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: false, AfterContactWorkTimeLimit: 0 },
    RoutingProfileId: "r-1",
    SecurityProfileIds: ["s-1"],
    Tags: OURS,
    ...values,
  };
}

const HEALTHY = {
  "sts GetCallerIdentity": "<Account>123456789012</Account>",
  "connect /routing-profiles-summary": {
    RoutingProfileSummaryList: [
      { Id: "r-1", Name: "Basic Routing Profile" },
      { Id: "r-2", Name: "Sales" },
    ],
  },
  "connect /security-profiles-summary": {
    SecurityProfileSummaryList: [{ Id: "s-1", Name: "Agent" }],
  },
};

describe("connect-sso users", () => {
  const aws = new FakeAws();
  const project = new Project();
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    environment = await aws.start();
  });
  beforeEach(() => {
    project.write("config/workshop.yaml", CONFIG);
    aws.calls.length = 0;
    aws.fault = undefined;
    inConnect(found("bo", { HierarchyGroupId: "g-1" }), found("cy", { Tags: {} }), found("di"));
  });
  afterAll(async () => {
    project.remove();
    await aws.stop();
  });

  function inConnect(...users: ReturnType<typeof found>[]): void {
    aws.answers = {
      ...HEALTHY,
      "connect /users-summary": { UserSummaryList: users },
      "connect /search-users": { Users: users },
      "connect /users": { UserId: "id-new" },
      "connect /tags": {},
    };
  }
  const users = (...args: string[]) =>
    cliHere(project, ["users", ...args, "--rate", "1000"], environment);

  it("explains itself when it is called alone", async () => {
    const { code, stdout } = await cliHere(project, ["users"], environment);
    expect(stdout).toContain("Usage: npm run users -- plan [CONFIG...]");
    expect(stdout).toContain("  plan    shows who would be created");
    expect(code).toBe(2);
    expect(aws.calls).toEqual([]);
  });

  it("shows who would be created, changed, removed and left, and only reads", async () => {
    const { code, stdout, stderr } = await users("plan");
    expect(stderr).toBe("");
    expect(stdout).toBe(`config/workshop.yaml: ${INSTANCE}
  left     cy@example.com: the user exists without the tag connect-sso:config, so somebody else manages it; --take-over makes it a user of this config
  create   ana@example.com
  change   bo@example.com: after-contact work from no limit to 30 s; routing profile from Basic Routing Profile to Sales; hierarchy group from g-1 to (none)
  remove   di@example.com

1 to create, 1 to change, 1 to remove, 0 as they are, 1 left. It takes 6 requests, about 1 s.
Amazon Connect keeps the names of removed users in reports. Whoever is signed in stays so for up to 12 hours; docs/people.md says how to end that.
Next: npm run users -- apply
`);
    expect(code).toBe(1);
    expect(aws.calls).toEqual([
      "sts GetCallerIdentity",
      "connect /routing-profiles-summary",
      "connect /security-profiles-summary",
      "connect /users-summary",
      "connect /search-users",
    ]);
  });

  it("has exit code 0 when there is nothing but a plan, and says so when there is nothing to do", async () => {
    inConnect();
    expect(await users("plan")).toMatchObject({ code: 0 });
    project.edit("config/workshop.yaml", (text) => text.replace(/^users:[^]*/m, ""));
    expect((await users("plan")).stdout).toBe(
      `config/workshop.yaml: ${INSTANCE}\n\n0 to create, 0 to change, 0 to remove, 0 as they are.\n`,
    );
  });

  it("refuses names that the instance does not have, says who has them, and changes nothing", async () => {
    project.edit("config/workshop.yaml", (text) =>
      text.replace("routingProfile: Sales", "routingProfile: Salse"),
    );
    const { code, stdout } = await users("apply", "--yes");
    expect(stdout).toContain(
      '  error    the routing profile "Salse" of bo@example.com does not exist in the instance; did you mean "Sales"?\n',
    );
    expect(stdout).toMatch(/Nothing was changed\.\n$/);
    expect(code).toBe(1);
    expect(aws.calls).not.toContain("connect /users");
  });

  it("leaves users to Terraform unless the config says otherwise", async () => {
    project.edit("config/workshop.yaml", (text) => text.replace(/^usersManagedBy.*\n/m, ""));
    const { code, stdout } = await users("apply", "--yes");
    expect(stdout).toContain(
      "error    Terraform manages the users of this config, in the stack workshop-federation; to manage them with this command, write usersManagedBy: connect-sso into config/workshop.yaml, and deploy that stack, which leaves the users as they are\n",
    );
    expect(code).toBe(1);
    expect(aws.calls).not.toContain("connect /users");
  });

  it("asks first, so that it needs --yes where nobody can be asked", async () => {
    const { code, stderr } = await users("apply");
    expect(stderr).toBe(
      "connect-sso: users apply asks before it changes anything, and there is nobody to ask; write --yes, or run users plan first\n",
    );
    expect(code).toBe(2);
    expect(aws.calls).toEqual([]);
  });

  it("does the plan, and writes what it did as JSON and, as soon as it is done, to a file", async () => {
    aws.answers = {
      ...aws.answers,
      "connect /users": { UserId: "id-new", User: { Tags: OURS } },
    };
    const { code, stdout } = await users("apply", "--yes", "--json", "--log", "done.jsonl");
    const { instances } = JSON.parse(stdout) as {
      instances: readonly { readonly results: readonly object[] }[];
    };
    const results = [
      { action: "create", user: "ana@example.com", result: "done", id: "id-new" },
      {
        action: "change",
        user: "bo@example.com",
        id: "id-bo",
        changes: [
          { part: "phone", what: "after-contact work", from: "no limit", to: "30 s" },
          {
            part: "routing",
            what: "routing profile",
            from: "Basic Routing Profile",
            to: "Sales",
          },
          { part: "hierarchy", what: "hierarchy group", from: "g-1", to: "(none)" },
        ],
        result: "done",
      },
      { action: "remove", user: "di@example.com", result: "done", id: "id-di" },
    ];
    expect(instances[0]?.results).toEqual(results);
    const lines = project.read("done.jsonl").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
      results.map((result) => ({
        ...result,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        instanceArn: INSTANCE,
      })),
    );
    expect(code).toBe(1); // of the user that is left
    expect(aws.calls.slice(5)).toEqual(Array(6).fill("connect /users"));
  });

  it("goes on after a user for whom a call fails, lists the failure, and names the command for the rest", async () => {
    aws.fault = {
      at: (_, number) => number === 6,
      how: (response) => {
        response.writeHead(400, { "x-amzn-errortype": "InvalidParameterException" });
        response.end(JSON.stringify({ Message: "Username ana@example.com is not valid" }));
      },
    };
    aws.answers = { ...aws.answers, "connect /users": { User: { Tags: OURS } } };
    const { code, stdout } = await users("apply", "--yes");
    expect(stdout.slice(stdout.indexOf("  failed"))).toBe(
      `  failed   create ana@example.com: AWS answered InvalidParameterException (Username ana@example.com is not valid)
config/workshop.yaml: 0 created, 1 changed, 1 removed; 1 not done.
Run it again to do the rest, without doubles: npm run users -- apply
`,
    );
    expect(code).toBe(1);
  });

  it("asks for a user alone whom the search does not know yet", async () => {
    const bo = found("bo", {
      RoutingProfileId: "r-2",
      PhoneConfig: { PhoneType: "SOFT_PHONE", AfterContactWorkTimeLimit: 30 },
    });
    inConnect(bo);
    aws.answers = {
      ...aws.answers,
      "connect /search-users": { Users: [] },
      "connect /users": { User: bo },
    };
    const { stdout } = await users("plan");
    expect(stdout).toContain("2 to create, 0 to change, 0 to remove, 1 as they are.");
  });

  it("says which permission is missing, and plans nothing", async () => {
    aws.answers = Object.fromEntries(
      Object.entries(aws.answers).filter(([call]) => call !== "connect /search-users"),
    );
    const { code, stdout } = await users("plan");
    expect(stdout).toBe(`config/workshop.yaml: ${INSTANCE}
  unread   it needs the permission connect:SearchUsers
`);
    expect(code).toBe(3);
  });

  it("changes nothing in another account", async () => {
    aws.answers = { ...aws.answers, "sts GetCallerIdentity": "<Account>210987654321</Account>" };
    const { code, stdout } = await users("apply", "--yes");
    expect(stdout).toContain(
      "is in account 123456789012, but the credentials are for account 210987654321; name a profile of that account with --profile",
    );
    expect(code).toBe(3);
    expect(aws.calls).toEqual(["sts GetCallerIdentity"]);
  });

  it.each([
    [["plant"], '"plant" is not a command of users; write plan, apply or export'],
    [["plan", "--yes"], "--yes is for users apply, not for users plan; leave it out"],
    [
      ["export", "--max-removals", "3"],
      "--max-removals is for users plan and apply, not for users export; leave it out",
    ],
    [["plan", "--max-removals", "-"], "--max-removals needs a value; write --max-removals VALUE"],
    [["plan", "--max-removals", "all"], '--max-removals "all" is not a number such as 20'],
    [["export", "--format", "xlsx"], '--format "xlsx" is not csv or yaml'],
    [
      ["export", "--format", "yaml", "--applications", "agnet"],
      '--applications "agnet" is not an application of the config; it has agent',
    ],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await cliHere(project, ["users", ...args], environment);
    expect(stderr).toBe(`connect-sso: ${message}\n`);
    expect(code).toBe(2);
    expect(aws.calls).toEqual([]);
  });

  it("exports names as they are, and says which of them a spreadsheet would take for formulas", async () => {
    inConnect(
      found("bo", { IdentityInfo: { FirstName: "=1+1", LastName: 'Lind "Bo"' } }),
      found("desk", {
        PhoneConfig: { PhoneType: "DESK_PHONE", DeskPhoneNumber: "+12065550100" },
      }),
    );
    aws.answers = {
      ...aws.answers,
      "connect /search-user-hierarchy-groups": { UserHierarchyGroups: [] },
    };
    const { code, stdout, stderr } = await users("export");
    expect(stdout).toBe(
      [
        "first name,last name,user login,routing profile name,security_profile_name_1|security_profile_name_2,UserHierarchy,phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds)",
        '"=1+1","Lind ""Bo""",bo@example.com,Basic Routing Profile,Agent,,soft,,no,0',
        'Bo,Lind,desk@example.com,Basic Routing Profile,Agent,,desk,"+12065550100",no,0',
        "",
      ].join("\r\n"),
    );
    expect(stderr).toBe(
      'notice: "=1+1" would be a formula to a spreadsheet, and is written as it is; import the columns as text\n',
    );
    expect(code).toBe(0);
  });

  it("says which names of security profiles the template would read as two", async () => {
    inConnect(found("bo"));
    aws.answers = {
      ...aws.answers,
      "connect /search-user-hierarchy-groups": { UserHierarchyGroups: [] },
      "connect /security-profiles-summary": {
        SecurityProfileSummaryList: [{ Id: "s-1", Name: "Agent|Admin" }],
      },
    };
    const { stderr } = await users("export");
    expect(stderr).toBe(
      'notice: "Agent|Admin" has a |, which separates security profiles in this file; rename the profile, or write YAML with --format yaml\n',
    );
  });

  it("exports users for a config, with their IDs, and names that it cannot give an address to", async () => {
    inConnect(
      found("bo", {
        IdentityInfo: { FirstName: "Bo\u202e", LastName: "Lind" },
        Tags: { ...OURS, Team: "Sales" },
      }),
      found("old", { Username: "olduser" }),
    );
    aws.answers = {
      ...aws.answers,
      "connect /search-user-hierarchy-groups": { UserHierarchyGroups: [] },
    };
    const { stdout } = await users("export", "--format", "yaml");
    expect(stdout)
      .toBe(`# olduser (id-old) has a name that is not an e-mail address; add it with the address
users:
  - email: bo@example.com
    givenName: "Bo\\u202e"
    familyName: Lind
    applications:
      - agent
    routingProfile: Basic Routing Profile
    securityProfiles:
      - Agent
    tags:
      Team: Sales
    connectUserId: id-bo
`);
  });
});
