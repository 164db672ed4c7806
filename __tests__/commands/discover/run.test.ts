import { rmSync } from "node:fs";

import { offeredInstances, run } from "../../../modules/commands/discover";
import { UsageError } from "../../../modules/commands/usage";
import { FakeAws } from "../../support/fake-aws";
import { omit } from "../../support/omit";
import { Project } from "../../support/project";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const OTHER =
  "arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
const IDENTITY_CENTER = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
const arn = (number: number) =>
  `arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-${String(number).repeat(16)}`;
const CONFIG = `# ours
instanceArn: ${INSTANCE}   # the only one

applications:
  agent: # for everybody
    destination: /connect/ccp # the panel
  admin: {}
  team_lead: { displayName: "Amazon Connect - Leads" }
`;

/** What AWS answers of two instances, and of Identity Center with three applications. */
const ANSWERS = {
  "sts GetCallerIdentity": "<Account>123456789012</Account>",
  "connect /instance": {
    InstanceSummaryList: [
      {
        Arn: INSTANCE,
        InstanceAlias: "acme",
        IdentityManagementType: "SAML",
        InstanceStatus: "ACTIVE",
      },
      {
        Arn: OTHER,
        InstanceAlias: "old",
        IdentityManagementType: "CONNECT_MANAGED",
        InstanceStatus: "CREATION_FAILED",
      },
    ],
  },
  "sso ListInstances": {
    Instances: [
      {
        InstanceArn: IDENTITY_CENTER,
        IdentityStoreId: "d-1234567890",
        OwnerAccountId: "123456789012",
      },
    ],
  },
  "sso DescribeInstance": {
    PermissionSetsEnabled: true,
    EncryptionConfigurationDetails: { KeyType: "AWS_OWNED_KMS_KEY" },
  },
  "sso ListApplications": {
    Applications: [
      { ApplicationArn: arn(1), Name: "Amazon Connect - Agent" },
      { ApplicationArn: arn(2), Name: "Amazon Connect - Leads" },
      { ApplicationArn: arn(3), Name: "Amazon Connect - Leads" },
    ],
  },
  "identitystore ListGroups": {
    Groups: [
      { GroupId: "g2", DisplayName: "ConnectAgents" },
      { GroupId: "g1", DisplayName: "ConnectAdmins" },
    ],
  },
};

describe("connect-sso discover", () => {
  const aws = new FakeAws();
  const environment = { ...process.env };
  const project = new Project();
  const folder = process.cwd();
  beforeAll(async () => {
    const own = await aws.start();
    for (const name of Object.keys(process.env).filter((one) => one.startsWith("AWS_"))) {
      Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, own, { AWS_REGION: "us-east-1", AWS_CONFIG_FILE: "/nonexistent" });
    process.chdir(project.folder);
  });
  beforeEach(() => {
    project.write("config/workshop.yaml", CONFIG);
    aws.answers = ANSWERS;
    aws.fault = undefined;
    aws.calls.length = 0;
    aws.regions.length = 0;
  });
  afterAll(async () => {
    process.env = environment;
    process.chdir(folder);
    project.remove();
    await aws.stop();
  });

  async function discover(values = {}, positionals: string[] = ["config"]) {
    let printed = "";
    const write = (text: string) => (printed += text);
    const code = await run({ values, positionals }, { write, paint: (_, text) => text });
    return { code, printed };
  }

  function regionsOf(call: string): string[] {
    const regions = aws.regions.filter((_, index) => aws.calls[index] === call);
    return [...new Set(regions)].sort();
  }

  it("lists instances, Identity Center, applications and groups, and shows the lines for the config", async () => {
    const { code, printed } = await discover();
    expect(printed).toBe(`Amazon Connect in account 123456789012
  acme: us-east-1, SAML
    ${INSTANCE}
  old: us-east-1, CONNECT_MANAGED, so no single sign-on: that is fixed at creation, CREATION_FAILED
    ${OTHER}

IAM Identity Center in us-east-1: organization instance of account 123456789012; AWS owned key
  ${IDENTITY_CENTER}
  application "Amazon Connect - Agent": ${arn(1)}
  application "Amazon Connect - Leads": ${arn(2)}
  application "Amazon Connect - Leads": ${arn(3)}
  groups ConnectAdmins, ConnectAgents

config/workshop.yaml: ${INSTANCE}
  found     agent: "Amazon Connect - Agent" is ${arn(1)}
  missing   admin: no application is called "Amazon Connect - Admin"
  ambiguous team_lead: 2 applications are called "Amazon Connect - Leads": ${arn(2)}, ${arn(3)}; set applications.team_lead.applicationArn to the right one, or give them different names
  found     Identity Center is in us-east-1

   7 +     applicationArn: ${arn(1)}
  10 + identityCenter:
  11 +   region: us-east-1

Put these lines into config/workshop.yaml, or run this with --write.
`);
    expect(code).toBe(1);
    expect(project.read("config/workshop.yaml")).toBe(CONFIG);
  });

  it("with --write, puts them into the config, of which everything else stays to the letter", async () => {
    const { code, printed } = await discover({ write: true });
    expect(printed).toContain("\n   7 +     applicationArn: ");
    expect(printed).toContain("\nconfig/workshop.yaml has these lines.\n");
    expect(code).toBe(1); // for the ambiguous name
    expect(project.read("config/workshop.yaml")).toBe(`# ours
instanceArn: ${INSTANCE}   # the only one

applications:
  agent: # for everybody
    destination: /connect/ccp # the panel
    applicationArn: ${arn(1)}
  admin: {}
  team_lead: { displayName: "Amazon Connect - Leads" }
identityCenter:
  region: us-east-1
`);
    expect(Object.keys(project.files("config"))).toEqual(["workshop.yaml"]);

    const again = await discover({ write: true });
    expect(again.printed).toContain("  same      agent: applicationArn is that of");
    expect(again.printed).not.toContain("Put these lines");
    expect(project.read("config/workshop.yaml")).toContain(
      `applicationArn: ${arn(1)}\n  admin: {}`,
    );
  });

  it("reads only", async () => {
    await discover({ write: true });
    expect(aws.calls.filter((call) => !/ (Get|List|Describe|\/instance)/.test(call))).toEqual([]);
  });

  it("names the permission that is missing in the middle, which costs that part alone", async () => {
    aws.answers = omit(ANSWERS, "sso DescribeInstance", "identitystore ListGroups");
    const { code, printed } = await discover({ write: true });
    expect(printed).toContain(
      "IAM Identity Center in us-east-1: organization or account instance of account 123456789012",
    );
    expect(printed).toContain(
      "  unread    key and kind of Identity Center in us-east-1: it needs the permission sso:DescribeInstance\n",
    );
    expect(printed).toContain(
      "  unread    groups of Identity Center in us-east-1: it needs the permission identitystore:ListGroups\n",
    );
    expect(code).toBe(1);
    expect(project.read("config/workshop.yaml")).toContain(`applicationArn: ${arn(1)}\n`);
  });

  it("writes nothing of applications that it may not list, and ends with 3", async () => {
    aws.answers = omit(ANSWERS, "sso ListApplications");
    const { code, printed } = await discover({ write: true });
    expect(printed).toContain(
      "  unread    applications of Identity Center in us-east-1: it needs the permission sso:ListApplications\n",
    );
    expect(printed).toContain("  unread    no applications of Identity Center to compare with\n");
    expect(code).toBe(3);
    expect(project.read("config/workshop.yaml")).not.toContain("applicationArn");
  });

  it.each([
    ["connect /instance", "Amazon Connect in account 123456789012\n"],
    ["sso ListInstances", "IAM Identity Center\n"],
  ])("does not say that there is none where %s failed", async (call, heading) => {
    aws.answers = omit(ANSWERS, call);
    const { code, printed } = await discover();
    expect(printed).toContain(
      `${heading}  none was seen, but not everything could be read, so there may be one\n`,
    );
    expect(code).not.toBe(0);
  });

  it("looks for both in every region when nothing names one, and stops where they are", async () => {
    const region = process.env["AWS_REGION"];
    delete process.env["AWS_REGION"];
    aws.answers = {
      ...ANSWERS,
      "sso ListInstances": () => ({ Instances: [] }),
    };
    const { printed } = await discover({}, []);
    process.env["AWS_REGION"] = region;
    expect(regionsOf("connect /instance")).toEqual(["us-east-1"]);
    expect(printed).toContain("IAM Identity Center\n  none was found");
    expect(regionsOf("sso ListInstances")).toEqual([
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-northeast-3",
      "ap-south-1",
      "ap-southeast-1",
      "ap-southeast-2",
      "ca-central-1",
      "eu-central-1",
      "eu-north-1",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "sa-east-1",
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
    ]);
  });

  it("without a config, lists what there is in the profile's region first, or else everywhere", async () => {
    rmSync(project.path("config"), { recursive: true });
    const { code, printed } = await discover({}, []);
    expect(printed).toContain("  acme: us-east-1, SAML\n");
    expect(printed).not.toContain("config/");
    expect(code).toBe(0);
    expect(regionsOf("connect /instance")).toEqual(["us-east-1"]);

    aws.answers = { ...ANSWERS, "connect /instance": { InstanceSummaryList: [] } };
    aws.calls.length = 0;
    aws.regions.length = 0;
    const { printed: none } = await discover({}, []);
    expect(none).toContain("  no instance was found\n");
    expect(regionsOf("connect /instance")).toHaveLength(10);
  });

  it("looks only in the regions that options name", async () => {
    await discover({ region: "eu-west-2", "identity-center-region": "eu-central-1" });
    expect(regionsOf("connect /instance")).toEqual(["eu-west-2"]);
    expect(regionsOf("sso ListInstances")).toEqual(["eu-central-1"]);
    const wrong = discover({ region: "London" });
    await expect(wrong).rejects.toEqual(
      new UsageError('--region "London" is not a region, such as us-east-1'),
    );
  });

  it("does not take a region that the account has not enabled for a gap", async () => {
    aws.answers = { ...ANSWERS, "connect /instance": { InstanceSummaryList: [] } };
    aws.fault = {
      at: (call) => call === "connect /instance" && aws.regions.at(-1) === "af-south-1",
      how: (response) => {
        response.writeHead(403, { "x-amzn-errortype": "UnrecognizedClientException" });
        response.end(JSON.stringify({ message: "The security token is invalid." }));
      },
    };
    rmSync(project.path("config"), { recursive: true });
    const { code, printed } = await discover({}, []);
    expect(printed).not.toContain("unread");
    expect(code).toBe(0);
  });

  it("asks a second time as a member account, which may list its own applications alone", async () => {
    const inputs: string[] = [];
    const owner = { OwnerAccountId: "999988887777" };
    aws.answers = {
      ...ANSWERS,
      "sso ListInstances": {
        Instances: [{ ...ANSWERS["sso ListInstances"].Instances[0], ...owner }],
      },
      "sso ListApplications": (input: string) => {
        inputs.push(input);
        return input.includes("ApplicationAccount")
          ? ANSWERS["sso ListApplications"]
          : { Applications: "denied" };
      },
    };
    const { printed } = await discover();
    expect(inputs.map((input) => JSON.parse(input) as unknown)).toEqual([
      { InstanceArn: IDENTITY_CENTER },
      { InstanceArn: IDENTITY_CENTER, Filter: { ApplicationAccount: "123456789012" } },
    ]);
    expect(printed).toContain("organization instance of account 999988887777");
    expect(printed).toContain("  found     agent: ");
  });

  it("reads the applications in every region of a replicated Identity Center", async () => {
    const regions = {
      PrimaryRegion: "eu-west-1",
      Regions: [
        { RegionName: "eu-west-1", Status: "ACTIVE" },
        { RegionName: "us-east-1", Status: "ACTIVE" },
        { RegionName: "us-west-2", Status: "ADDING" },
      ],
    };
    aws.answers = {
      ...ANSWERS,
      "sso ListInstances": {
        Instances: [{ ...ANSWERS["sso ListInstances"].Instances[0], ...regions }],
      },
    };
    const { printed } = await discover();
    expect(regionsOf("sso ListApplications")).toEqual(["eu-west-1", "us-east-1"]);
    expect(regionsOf("identitystore ListGroups")).toEqual(["eu-west-1"]);
    expect(printed).toContain("IAM Identity Center in eu-west-1: ");
    expect(printed).toContain("  11 +   region: eu-west-1\n");
  });

  it("names a customer managed key, and calls an account instance one", async () => {
    const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    aws.answers = {
      ...ANSWERS,
      "sso DescribeInstance": {
        PermissionSetsEnabled: false,
        EncryptionConfigurationDetails: { KeyType: "CUSTOMER_MANAGED_KEY", KmsKeyArn: key },
      },
    };
    const { printed } = await discover();
    expect(printed).toContain(
      `probably an account instance of account 123456789012; customer managed key ${key}\n  ${IDENTITY_CENTER}\n  note it has no permission sets, like an account instance; SAML applications need an organization instance\n`,
    );
    expect(printed).not.toContain("Identity Center is in us-east-1");
  });

  it("writes over an ARN that does not exist, and not over that of another application", async () => {
    const configured = (number: number) =>
      CONFIG.replace("  admin: {}", `    applicationArn: ${arn(number)} # by hand\n  admin: {}`);
    project.write("config/workshop.yaml", configured(9));
    const replaced = await discover({ write: true });
    expect(replaced.printed).toContain(`; the config has ${arn(9)}, which does not exist\n`);
    expect(replaced.printed).toContain(
      `   7 -     applicationArn: ${arn(9)} # by hand\n   7 +     applicationArn: ${arn(1)} # by hand\n`,
    );
    expect(project.read("config/workshop.yaml")).toContain(`applicationArn: ${arn(1)} # by hand\n`);

    project.write("config/workshop.yaml", configured(2));
    const { code, printed } = await discover({ write: true });
    expect(printed).toContain(
      `  differs   agent: "Amazon Connect - Agent" is ${arn(1)}, but the config has ${arn(2)}, which is another application; correct applications.agent.applicationArn, or set displayName to its name\n`,
    );
    expect(code).toBe(1);
    expect(project.read("config/workshop.yaml")).toContain(`applicationArn: ${arn(2)} # by hand\n`);
  });

  it("writes into every config of a folder, but not where two have one display name", async () => {
    const second = CONFIG.replace(INSTANCE, OTHER).replace("agent:", "agents:");
    project.write("config/second.yaml", `${second}namePrefix: Second\n`);
    const found = {
      ApplicationArn: arn(4),
      Name: "SecondAmazon Connect - Agents",
    };
    const Applications = [...ANSWERS["sso ListApplications"].Applications, found];
    aws.answers = { ...ANSWERS, "sso ListApplications": { Applications } };
    const { code, printed } = await discover({ write: true });
    expect(project.read("config/second.yaml")).toContain(`applicationArn: ${arn(4)}\n`);
    expect(project.read("config/workshop.yaml")).toContain(`applicationArn: ${arn(1)}\n`);
    expect(printed).toContain(
      "config/second.yaml: arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f\n  wrong     the instance has the identity management CONNECT_MANAGED",
    );
    expect(code).toBe(1);

    Applications.pop();
    Applications.splice(1, 2, { ApplicationArn: arn(2), Name: "Amazon Connect - Leads" });
    const { printed: shared } = await discover();
    expect(shared).toContain(
      'team_lead: "Amazon Connect - Leads" is the name of applications.team_lead of config/second.yaml too; set displayName of one of them, or applicationArn of both, by hand\n',
    );
    rmSync(project.path("config/second.yaml"));
  });

  it("says that the instance of the config is not in the account, where it could look", async () => {
    aws.answers = { ...ANSWERS, "connect /instance": { InstanceSummaryList: [] } };
    const { code, printed } = await discover();
    expect(printed).toContain(
      `  wrong     account 123456789012 has no instance ${INSTANCE} in us-east-1; set instanceArn to one of those above\n`,
    );
    expect(code).toBe(1);
    const elsewhere = {
      ...aws.answers,
      "sts GetCallerIdentity": "<Account>210987654321</Account>",
    };
    aws.answers = elsewhere;
    expect((await discover()).printed).not.toContain("wrong");
  });

  it("does not need the metadata files, which may be still to come", async () => {
    project.edit("config/workshop.yaml", (text) =>
      text.replace("admin: {}", "admin: { samlMetadataFile: metadata/admin.xml }"),
    );
    const { printed } = await discover();
    expect(printed).toContain("  found     agent: ");
  });

  it("shows the values where a file leaves no place for them", async () => {
    project.write(
      "config/workshop.yaml",
      CONFIG.replace(
        "  agent: # for everybody\n    destination: /connect/ccp # the panel",
        "  x: &x {}\n  agent: *x",
      ),
    );
    const { code, printed } = await discover({ write: true });
    expect(printed).toContain(
      `Not written: config/workshop.yaml is written in a way that leaves no place for new lines, such as an alias; put these values into it yourself: applications.agent.applicationArn: ${arn(1)}, identityCenter.region: us-east-1.\n`,
    );
    expect(code).toBe(1);
  });

  it("reports a bad config, and asks AWS nothing", async () => {
    project.write("config/workshop.yaml", `${CONFIG}colour: red\n`);
    const { code, printed } = await discover({ write: true });
    expect(printed).toContain('error: config/workshop.yaml:9:1 colour: "colour" is not a key here');
    expect(code).toBe(1);
    expect(aws.calls).toEqual([]);
  });

  it("needs a config to write into, and ends with 3 without credentials", async () => {
    rmSync(project.path("config"), { recursive: true });
    await expect(discover({ write: true }, [])).rejects.toEqual(
      new UsageError("--write needs a config, and config does not exist; name one"),
    );
    aws.answers = omit(ANSWERS, "sts GetCallerIdentity");
    const { code, printed } = await discover({}, []);
    expect(printed).toContain("  unread    Amazon Connect: ");
    expect(printed).toContain("  unread    Identity Center: ");
    expect(code).toBe(3);
  });

  it("writes the same as one JSON document", async () => {
    const { printed } = await discover({ json: true, write: true });
    expect(JSON.parse(printed)).toMatchObject({
      problems: [],
      accounts: { connect: "123456789012", identityCenter: "123456789012" },
      instances: [
        { arn: INSTANCE, alias: "acme", identityManagement: "SAML", region: "us-east-1" },
        { arn: OTHER, identityManagement: "CONNECT_MANAGED" },
      ],
      identityCenters: [{ kind: "organization", keyType: "AWS owned", groups: [{}, {}] }],
      gaps: [],
      configs: [
        {
          file: "config/workshop.yaml",
          applications: [
            { key: "agent", is: "found", arns: [arn(1)] },
            { key: "admin", is: "missing", arns: [] },
            { key: "team_lead", is: "ambiguous", arns: [arn(2), arn(3)] },
          ],
          identityCenterRegion: "us-east-1",
          written: true,
        },
      ],
    });
  });

  it("offers the instances to whoever begins, and nothing without credentials", async () => {
    const { instances, unread } = await offeredInstances();
    expect(instances.map(({ alias }) => alias)).toEqual(["acme", "old"]);
    expect(unread).toEqual([]);
    aws.answers = omit(ANSWERS, "connect /instance");
    expect(await offeredInstances({ region: "us-east-1" })).toEqual({
      instances: [],
      unread: ["Amazon Connect in us-east-1: it needs the permission connect:ListInstances"],
    });
  });
});
