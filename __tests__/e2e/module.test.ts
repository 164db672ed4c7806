import { cpSync, existsSync, mkdirSync } from "node:fs";

import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const ACCOUNT = "123456789012";
const IDENTITY_CENTER = { region: "eu-west-1", accountId: "210987654321" };
const INSTANCE_ARN =
  "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10";
const OTHER_ARN =
  "arn:aws:connect:eu-central-1:123456789012:instance/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e";
const application = (id: string) =>
  `arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-${id.repeat(16)}`;
const [AGENT, SUPERVISOR, LEAD] = [application("1"), application("2"), application("3")];

/** Names that Terraform could take for something else, and a document and an ARN that come late. */
const NAMES = `instanceArn: ${INSTANCE_ARN}
namePrefix: Names
applications:
  lead:
    assign:
      groups: ['Leads "A" \\ \${aws:x} %{if} | $\${y}', 'Zoë & Müller']
      users: ['o''brien\\\${x}"|']
  coach: { samlMetadataFile: coach.xml }
identityCenter:
  region: eu-west-1
  accountId: "210987654321"
  createGroups: ['Zoë & Müller']
users:
  - email: zoe1@example.com
    givenName: 'Zoë "Z" \${x}'
    familyName: 'Müller \\ | %{y}'
    applications: [lead]
    securityProfiles: ['Agent "A" | \${x}']
    createInIdentityCenter: true
    connectUserId: 1c2d3e4f-0000-4000-8000-000000000000
tags: { team: Contact center }
adopt: true
protect: false
`;

/** An instance without metadata, whose module takes the values of any other. */
const TEAM = `instanceArn: ${INSTANCE_ARN}
applications: { agent: { destination: /connect/ccp }, admin: {} }
`;

/** Configs by the names of their instances. */
const CONFIGS: Readonly<Record<string, string>> = {
  workshop: "config/workshop.yaml",
  "admin-guide": "examples/admin-guide.yaml",
  "connect-sso": "examples/connect-sso.yaml",
  govcloud: "examples/govcloud.yaml",
  people: "examples/people.yaml",
  "shared-role": "examples/shared-role.yaml",
  names: "names/names.yaml",
  team: "team/team.yaml",
};
const WITH_ASSIGNMENTS = ["workshop", "people", "names"];

/** An edit that a careless reader of a module could make, and what its tests then say. */
interface Edit {
  /** The module, by its config; with `/assignments`, the one within it. */
  readonly of: string;
  /** The file of tests that is to tell. */
  readonly tests: "federation" | "refusals" | "assignments";
  /** `main.tf` unless given. */
  readonly file?: string;
  readonly edit: (text: string) => string;
  /** The message of an assertion, or the name of a run that cannot go on or expected a refusal. */
  readonly told: string;
}

const AGENT_ROLE = "AmazonConnectAgentAccessRole";
const EDITS: readonly Edit[] = [
  // Every action is permitted.
  {
    of: "people",
    tests: "federation",
    edit: (main) => main.replace("connect:GetFederationToken", "connect:*"),
    told: "The permission policy AmazonConnectSSOPolicy differs.",
  },
  // Every audience is trusted.
  {
    of: "people",
    tests: "federation",
    edit: (main) => main.replace('"SAML:aud" = local.sign_in_urls', '"SAML:aud" = "*"'),
    told: `The trust policy of the role ${AGENT_ROLE} differs.`,
  },
  // A permissions boundary is gone.
  {
    of: "govcloud",
    tests: "federation",
    edit: (main) => main.replace(/ *permissions_boundary = .*\n/, ""),
    told: `The permissions boundary of the role ${AGENT_ROLE} differs.`,
  },
  // A policy is attached to another role.
  {
    of: "people",
    tests: "federation",
    edit: (main) => main.replace("= aws_iam_role.agent.name", "= aws_iam_role.supervisor.name"),
    told: `The role ${AGENT_ROLE} does not have the permission.`,
  },
  // An attachment is gone.
  {
    of: "people",
    tests: "federation",
    edit: without('resource "aws_iam_role_policy_attachment" "agent"'),
    told: "permits_sign_in_and_nothing_else",
  },
  // A SAML provider has another application's document.
  {
    of: "people",
    tests: "federation",
    edit: (main) =>
      main.replace(
        "saml_metadata_document = var.agent_saml_metadata_document",
        "saml_metadata_document = var.supervisor_saml_metadata_document",
      ),
    told: "The SAML provider of agent does not have the document of that application.",
  },
  // A name has no prefix.
  {
    of: "people",
    tests: "federation",
    edit: (main) => main.replace("${var.name_prefix}AmazonConnectSSOPolicy", "Connect"),
    told: "The name of aws_iam_policy.sign_in_permission differs.",
  },
  // The console gets another value.
  {
    of: "people",
    tests: "federation",
    file: "outputs.tf",
    edit: (outputs) => outputs.replace(",arn", ", arn"),
    told: "The output agent_attribute_mapping_value differs.",
  },
  // An application is not protected.
  {
    of: "team",
    tests: "federation",
    edit: (main) => main.replace(/ *"admin \(.*would be locked out.*\n/, ""),
    told: "The sign-in protection does not match the applications.",
  },
  // A user has another's security profile.
  {
    of: "people",
    tests: "federation",
    edit: (main) => main.replace('_ids["Agent"]', '_ids["CallCenterManager"]'),
    told: "The security profiles of the users differ.",
  },
  // Any account is taken.
  {
    of: "people",
    tests: "refusals",
    edit: without("postcondition", "credentials are those of account"),
    told: "refuses_credentials_of_another_account",
  },
  // One document is taken twice.
  {
    of: "people",
    tests: "refusals",
    edit: without("precondition", "have the SAML metadata of one Identity Center application"),
    told: "refuses_metadata_of_one_application_for_several",
  },
  // Any text is taken for a document.
  {
    of: "people",
    tests: "refusals",
    file: "variables.tf",
    edit: (variables) =>
      variables.replace(/(?<="agent_saml[^]*?\n)( {2}validation[^]*?\n {2}}\n\n?)+/, ""),
    told: "refuses_the_name_of_a_metadata_file",
  },
  // Another application is assigned.
  {
    of: "people/assignments",
    tests: "assignments",
    edit: (main) =>
      main.replace(
        /(?<=for_each.*local.principals_of_agent\n *application_arn = )var.agent/,
        "var.supervisor",
      ),
    told: "Another application is assigned instead of agent.",
  },
  // A group is assigned as a user.
  {
    of: "people/assignments",
    tests: "assignments",
    edit: (main) => main.replace('= "GROUP"', '= "USER"'),
    told: "The application agent is assigned to other groups or users.",
  },
  // Nobody is a member.
  {
    of: "people/assignments",
    tests: "assignments",
    edit: without('resource "aws_identitystore_group_membership" "created"'),
    told: "creates_the_groups_and_users",
  },
  // One ARN is taken twice.
  {
    of: "people/assignments",
    tests: "assignments",
    edit: without("precondition", "Two applications have the same ARN"),
    told: "refuses_one_application_for_several",
  },
];

/** The tests of a module, or of a copy with edits: a file that has them run on that folder. */
interface Suite {
  readonly module: string;
  readonly tests: string;
  /** What the tests say when they fail. */
  readonly told: string[];
}

/** Takes out the first block that starts so, and has this in it. */
function without(head: string, phrase = "") {
  return (text: string) =>
    text.replace(
      new RegExp(`^( *)${head} \\{\n(?:(?!^\\1\\}$)[^])*?${phrase}[^]*?^\\1\\}\n`, "m"),
      "",
    );
}

describeWithTools("the Terraform that is handed over", () => {
  const project = new Project()
    .workshop()
    .copy("examples")
    .write("names/names.yaml", NAMES)
    .write("team/team.yaml", TEAM);
  let motos: Moto[];
  let connect: StandIn;
  let identityCenter: StandIn;
  let people: People;
  let inInstanceAccount: RunningProvider;
  let inIdentityCenter: RunningProvider;

  beforeAll(async () => {
    mkdirSync(project.path("out"));
    project.write("names/coach.xml", await makeMetadata({ application: "coach" }));
    for (const [name, config] of Object.entries(CONFIGS)) handOver(config, `out/${name}`);
    const instanceAccount = await Moto.start(ACCOUNT);
    const identityCenterAccount = await Moto.start(IDENTITY_CENTER.accountId);
    motos = [instanceAccount, identityCenterAccount];
    connect = await StandIn.start(instanceAccount, {
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Supervisors"],
        securityProfiles: ["Agent", "CallCenterManager", 'Agent "A" | ${x}'],
      },
    });
    identityCenter = await StandIn.start(identityCenterAccount, {
      identityCenter: IDENTITY_CENTER,
    });
    for (const arn of [AGENT, SUPERVISOR, LEAD]) identityCenter.identityCenter.addApplication(arn);
    [inInstanceAccount, inIdentityCenter] = await Promise.all([
      RunningProvider.start(connect.environment("eu-central-1")),
      RunningProvider.start(identityCenter.environment("eu-west-1")),
    ]);
    people = new People(identityCenter, IDENTITY_CENTER.region);
    await people.addGroup("ConnectSupervisors");
    await people.addGroup('Leads "A" \\ ${aws:x} %{if} | $${y}');
    await people.addUser("supervisor1@example.com");
    await people.addUser("o'brien\\${x}\"|");
  });
  afterAll(async () => {
    project.remove();
    await Promise.all(motos.map((moto) => moto.stop()));
    await Promise.all([connect.stop(), identityCenter.stop()]);
    await Promise.all([inInstanceAccount.stop(), inIdentityCenter.stop()]);
  });

  const module = (name: string) => `out/${name}/handoff/${name}/module`;

  /** What `npm run synth -- --hcl` writes, to an output folder of a config's own. */
  const handOver = (config: string, outdir: string) =>
    resynth(project, config, { outdir, hcl: true });

  const terraform = (folder: string, provider: RunningProvider, inputs = {}) =>
    new Terraform(project.path(folder), { ...provider.environment, ...inputs });

  /** Plans of folders that are not deployed, made in one go as child modules of one configuration. */
  async function planned<Name extends string>(
    provider: RunningProvider,
    folder: string,
    modules: Readonly<Record<Name, readonly [source: string, inputs?: Record<string, unknown>]>>,
  ): Promise<Record<Name, Essence>> {
    const children = Object.entries<readonly [string, Record<string, unknown>?]>(modules);
    const main = {
      module: Object.fromEntries(
        children.map(([name, [source, inputs = {}]]) => [
          name,
          { source: `../../${source}`, ...(literal(inputs) as object) },
        ]),
      ),
      // Those that a plan knows: an output with an unknown part would have no value at all.
      output: Object.fromEntries(
        children.map(([name]) => [
          name,
          {
            value: `\${{ for name, value in module.${name} : name => value if !endswith(name, "_arn") }}`,
          },
        ]),
      ),
    };
    project.write(`plans/${folder}/main.tf.json`, JSON.stringify(main));
    const root = terraform(`plans/${folder}`, provider);
    await root.init();
    await root.plan();
    const plan = JSON.parse(await root.run("show", "-json", "test.tfplan")) as Plan;
    return Object.fromEntries(children.map(([name]) => [name, essence(plan, name)])) as Record<
      Name,
      Essence
    >;
  }

  it("is formatted as terraform fmt does", async () => {
    const formatter = new Terraform(project.path("out"), {});
    expect(await formatter.attempt("fmt", "-check", "-diff", "-recursive")).toMatchObject({
      code: 0,
      stdout: "",
    });
  });

  it("is valid: the stacks as HCL, the modules' examples and their usage as it stands", async () => {
    const document = project.read("examples/metadata/people-agent.xml");
    for (const name of ["people", "names"]) {
      const folder = `usage/${name}`;
      cpSync(project.path(module(name)), project.path(`${folder}/module`), { recursive: true });
      const [, usage = ""] =
        /```hcl\n([^]*?)```/.exec(project.read(`${folder}/module/README.md`)) ?? [];
      project.write(`${folder}/main.tf`, usage);
      for (const key of ["agent", "supervisor", "lead", "coach"]) {
        project.write(`${folder}/${key}.xml`, document);
      }
    }
    const folders = Object.keys(CONFIGS)
      .flatMap((name) => [
        `${module(name)}/examples/complete`,
        `${module(name)}/examples/several-instances`,
        `out/${name}/hcl/${name}-federation`,
        `out/${name}/hcl/${name}-assignments`,
      ])
      .filter((folder) => existsSync(project.path(folder)))
      .concat("usage/people", "usage/names");
    // Where a test names a module, Terraform validates it too, so that one command does for all but those
    // with blocks that only a root module may have.
    const isRoot = (folder: string) => /^import \{/m.test(project.read(`${folder}/main.tf`));
    const together = folders.filter((folder) => !isRoot(folder));
    expect([folders.length, together.length]).toEqual([27, 25]);
    const run = Object.fromEntries(
      ["valid/broken", ...together].map((folder) => [
        folder.replaceAll("/", "_"),
        { module: { source: `../${folder}` } },
      ]),
    );
    project
      .write("valid/main.tf", "")
      .write("valid/broken/main.tf", 'output "x" {\n  value = aws_iam_role.nobody.arn\n}\n')
      .write("valid/all.tftest.json", JSON.stringify({ run }));
    const root = terraform("valid", inInstanceAccount);
    await root.init();
    const { stdout } = await root.attempt("validate", "-json");
    const { diagnostics } = JSON.parse(stdout) as Validation;
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ range }) => range?.filename)).toEqual(["../valid/broken/main.tf"]);

    const adopting = terraform(`${module("names")}/examples/complete`, inInstanceAccount);
    await adopting.init();
    expect(await adopting.run("validate")).toContain("The configuration is valid");
  });

  it("passes its own tests, which fail and name each edit when somebody edits it", async () => {
    const own = Object.keys(CONFIGS)
      .flatMap((name) => [
        ...["federation", "refusals"].map((tests) => ({ module: module(name), tests, told: [] })),
        { module: `${module(name)}/modules/assignments`, tests: "assignments", told: [] },
      ])
      .filter((suite) => existsSync(project.path(suite.module)));
    expect(own).toHaveLength(2 * Object.keys(CONFIGS).length + WITH_ASSIGNMENTS.length);
    const suites = [...own, ...editedSuites()];
    const said = await saidOf(suites);
    expect(said).toEqual(suites.map((suite) => ({ ...suite, told: suite.told.sort() })));
  });

  /** Edits that assertions tell share a copy of the module; after any other, Terraform skips the rest. */
  function editedSuites(): Suite[] {
    const suites = new Map<string, Suite>();
    for (const { of, tests, file = "main.tf", edit, told } of EDITS) {
      const [config = "", within] = of.split("/");
      const copy = `edited/${of}/${told.endsWith(".") ? tests : told}`;
      const suite = suites.get(copy) ?? { module: copy, tests, told: [] };
      if (!suites.has(copy)) {
        const folder = within ? `${module(config)}/modules/${within}` : module(config);
        cpSync(project.path(folder), project.path(copy), { recursive: true });
      }
      const before = project.read(`${copy}/${file}`);
      expect(edit(before)).not.toBe(before);
      project.edit(`${copy}/${file}`, edit);
      suite.told.push(told);
      suites.set(copy, suite);
    }
    return [...suites.values()];
  }

  /** What tests say, run by one command: each suite in a file of its own, whose runs name the module. */
  async function saidOf(suites: readonly Suite[]): Promise<Suite[]> {
    const fileOf = (index: number) => `tests/${String(index)}.tftest.hcl`;
    project.write("tested/main.tf", "");
    for (const [index, suite] of suites.entries()) {
      const source = JSON.stringify(`../${suite.module}`);
      project.write(
        `tested/${fileOf(index)}`,
        project
          .read(`${suite.module}/tests/${suite.tests}.tftest.hcl`)
          .replace(/^run "\w+" \{\n/gm, `$&  module {\n    source = ${source}\n  }\n`),
      );
    }
    const root = terraform("tested", inInstanceAccount);
    await root.init();
    const { stdout } = await root.attempt("test", "-json");
    const messages = messagesOf(stdout);
    const passed = messages.filter(({ test_run }) => test_run?.status === "pass");
    expect(passed.length).toBeGreaterThan(80);
    return suites.map((suite, index) => {
      const told = messages.flatMap(({ diagnostic, "@testfile": file, "@testrun": run = "" }) => {
        if (diagnostic?.severity !== "error" || file !== fileOf(index)) return [];
        return diagnostic.summary === "Test assertion failed" ? diagnostic.detail : run;
      });
      return { ...suite, told: [...new Set(told)].sort() };
    });
  }

  describe("plans", () => {
    const tags = { team: "Contact center", "Kosten-Stelle": "4711 / ß" };
    type Names = "json" | "hcl" | "module";
    let federation: Record<Names | `other_${Names}`, Essence>;
    let assignments: Record<Names, Essence>;

    beforeAll(async () => {
      const documents = {
        agent: await makeMetadata({ application: "other agent", region: "eu-central-1" }),
        admin: `${await makeMetadata({ application: "other admin" })}<!-- \${x} %{y} $\${z} -->\n`,
      };
      project
        .write("other/agent.xml", documents.agent)
        .write("other/admin.xml", documents.admin)
        .write(
          "other/other.yaml",
          `instanceArn: ${OTHER_ARN}
namePrefix: Other
applications:
  agent: { samlMetadataFile: agent.xml, destination: /connect/ccp }
  admin: { samlMetadataFile: admin.xml }
tags: ${JSON.stringify(tags)}
`,
        );
      handOver("other/other.yaml", "out/other");
      const values = {
        instance_arn: INSTANCE_ARN,
        agent_saml_metadata_document: project.read("examples/metadata/people-agent.xml"),
        supervisor_saml_metadata_document: project.read("examples/metadata/people-supervisor.xml"),
      };
      const others = {
        instance_arn: OTHER_ARN,
        agent_saml_metadata_document: documents.agent,
        admin_saml_metadata_document: documents.admin,
        name_prefix: "Other",
        tags,
      };
      [federation, assignments] = await Promise.all([
        planned(inInstanceAccount, "federation", {
          json: ["out/people/stacks/people-federation"],
          hcl: ["out/people/hcl/people-federation"],
          module: [module("people"), values],
          other_json: ["out/other/stacks/other-federation"],
          other_hcl: ["out/other/hcl/other-federation"],
          other_module: [module("team"), others],
        }),
        planned(inIdentityCenter, "assignments", {
          json: ["out/people/stacks/people-assignments"],
          hcl: ["out/people/hcl/people-assignments"],
          module: [
            `${module("people")}/modules/assignments`,
            { agent_application_arn: AGENT, supervisor_application_arn: SUPERVISOR },
          ],
        }),
      ]);
    });

    it("the same as HCL as it does as JSON", () => {
      expect(federation.json.resources).toHaveProperty([
        'aws_connect_user.user["agent1@example.com"]',
      ]);
      expect(federation.hcl).toEqual(federation.json);
      expect(federation.other_hcl).toEqual(federation.other_json);
      expect(assignments.json.resources).toHaveProperty([
        'aws_ssoadmin_application_assignment.agent["group ConnectAgents"]',
      ]);
      expect(assignments.hcl).toEqual(assignments.json);
    });

    it("the same as a module as the stack does", () => {
      const { json, module } = federation;
      // Without tags, a stack has none, and a module may have an empty map of them.
      expect(tagsOf(json)).toEqual(["null"]);
      expect(["null", "{}"]).toEqual(expect.arrayContaining(tagsOf(module)));
      expect(withoutNoTags(withoutCaller(module))).toEqual(withoutNoTags(json));
    });

    it("the same as the module of the assignments as the stack does", () => {
      expect(assignments.module).toEqual(assignments.json);
    });

    it("the same as a module with other inputs as a stack does that is made of them", () => {
      const { other_json: stack, other_module: module } = federation;
      expect(stack.outputs).toEqual({
        admin_attribute_mapping_value:
          "arn:aws:iam::123456789012:role/OtherAmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/OtherAmazonConnectAdminAccess",
        admin_relay_state_url:
          "https://eu-central-1.console.aws.amazon.com/connect/federate/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e",
        agent_attribute_mapping_value:
          "arn:aws:iam::123456789012:role/OtherAmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/OtherAmazonConnectAgentAccess",
        agent_relay_state_url:
          "https://eu-central-1.console.aws.amazon.com/connect/federate/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e?destination=%2Fconnect%2Fccp",
      });
      expect(tagsOf(stack)).toEqual(['{"Kosten-Stelle":"4711 / ß","team":"Contact center"}']);
      expect(withoutCaller(module)).toEqual(stack);
    });
  });

  it("applies as root modules with terraform.tfvars, and names that Terraform could take for something else", async () => {
    // What comes late is not in terraform.tfvars.
    const inputs = {
      TF_VAR_lead_saml_metadata_document: await makeMetadata({ application: "lead" }),
      TF_VAR_lead_application_arn: LEAD,
    };
    const root = module("names");
    const federation = terraform(root, inInstanceAccount, inputs);
    const assignments = terraform(`${root}/modules/assignments`, inIdentityCenter, inputs);
    await Promise.all([federation.apply(), assignments.apply()]);
    expect(await federation.outputs()).toMatchObject({
      lead_attribute_mapping_value:
        "arn:aws:iam::123456789012:role/NamesAmazonConnectLeadAccessRole,arn:aws:iam::123456789012:saml-provider/NamesAmazonConnectLeadAccess",
      coach_role_arn: "arn:aws:iam::123456789012:role/NamesAmazonConnectCoachAccessRole",
    });
    const [instanceAccount] = motos as [Moto];
    const { samlProviders } = await readAccount(instanceAccount.iam("eu-central-1"));
    expect(samplesOf(samlProviders, "NamesAmazonConnectCoachAccess")).toBe(
      project.read("names/coach.xml"),
    );
    expect(connect.connect?.users()).toMatchObject({
      "zoe1@example.com": {
        FirstName: 'Zoë "Z" ${x}',
        LastName: "Müller \\ | %{y}",
        securityProfiles: ['Agent "A" | ${x}'],
      },
    });
    expect(await people.assigned(LEAD)).toEqual([
      'group Leads "A" \\ ${aws:x} %{if} | $${y}',
      "group Zoë & Müller",
      "user o'brien\\${x}\"|",
    ]);
    expect(await people.groups()).toMatchObject({ "Zoë & Müller": ["zoe1@example.com"] });
  });

  it("applies as child modules, each with the provider of its account", async () => {
    // The example, with the emulator of each account in place of AWS. The provider would spend seconds
    // on a block of endpoints at each of its starts, and takes one of a profile at once.
    const accounts = {
      [ACCOUNT]: connect.url,
      [IDENTITY_CENTER.accountId]: identityCenter.url,
    };
    cpSync(project.path(module("people")), project.path("child"), { recursive: true });
    project
      .edit("child/examples/complete/main.tf", (main) =>
        main.replace(/( *)allowed_account_ids = \["(\d+)"\]\n/g, '$&$1profile = "$2"\n'),
      )
      .write(
        "child/profiles",
        Object.entries(accounts)
          .map(
            ([account, url]) =>
              `[profile ${account}]\nendpoint_url = ${url}\naws_access_key_id = test\naws_secret_access_key = test\n`,
          )
          .join(""),
      );
    const caller = new Terraform(project.path("child/examples/complete"), {
      AWS_CONFIG_FILE: project.path("child/profiles"),
      AWS_EC2_METADATA_DISABLED: "true",
    });
    await caller.init();
    await caller.apply();

    const { console } = (await caller.outputs()) as unknown as {
      console: Record<string, string>;
    };
    expect(console).toMatchObject({
      agent_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
      supervisor_relay_state_url:
        "https://eu-central-1.console.aws.amazon.com/connect/federate/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10?new_domain=true",
    });
    const [instanceAccount] = motos as [Moto];
    const { roles, samlProviders } = await readAccount(instanceAccount.iam("eu-central-1"));
    expect(roles["AmazonConnectAgentAccessRole"]?.trust).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: {
            Federated: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          },
          Action: "sts:AssumeRoleWithSAML",
          Condition: {
            StringEquals: {
              "SAML:aud": [
                "https://signin.aws.amazon.com/saml",
                "https://eu-central-1.signin.aws.amazon.com/saml",
              ],
            },
          },
        },
      ],
    });
    expect(samplesOf(samlProviders, "AmazonConnectAgentAccess")).toBe(
      project.read("examples/metadata/people-agent.xml"),
    );
    expect(await people.assigned(AGENT)).toEqual(["group ConnectAgents"]);
    expect(await people.assigned(SUPERVISOR)).toEqual([
      "group ConnectSupervisors",
      "user supervisor1@example.com",
    ]);
  });

  it("applies for several instances, but not with names that collide or with a wrong mapping value", async () => {
    cpSync(project.path(module("team")), project.path("several"), { recursive: true });
    const folder = "several/examples/several-instances";
    const instances: Record<string, Record<string, string>> = {};
    for (const prefix of ["East", "West"]) {
      instances[prefix] = { instance_arn: prefix === "East" ? INSTANCE_ARN : OTHER_ARN };
      for (const key of ["agent", "admin"]) {
        const file = `${prefix}-${key}.xml`;
        const document = await makeMetadata({ application: `${prefix} ${key}` });
        project.write(`${folder}/${file}`, document);
        instances[prefix][`${key}_saml_metadata_file`] = file;
      }
    }
    const root = terraform(folder, inInstanceAccount);
    await root.init();
    const values = (own: object) =>
      project.write(`${folder}/terraform.tfvars.json`, JSON.stringify({ instances: own }));
    const refusal = async (...command: [string, ...string[]]) => {
      const { code, stderr } = await root.attempt(...command, "-input=false");
      expect(code).toBe(1);
      return stderr.replace(/[\s│]+/g, " ");
    };

    values({ ...instances, east: instances["West"] });
    expect(await refusal("plan")).toContain(
      "Two instances would have roles or SAML providers of the same name",
    );

    values(instances);
    project.edit("several/outputs.tf", (outputs) => outputs.replaceAll(":role/", ":role/team/"));
    expect(await refusal("apply", "-auto-approve")).toContain(
      'Nobody could sign in with this value, because the ARNs of the role and the SAML provider of "agent" are arn:aws:iam::123456789012:role/EastAmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/EastAmazonConnectAgentAccess.',
    );

    project.edit("several/outputs.tf", (outputs) => outputs.replaceAll(":role/team/", ":role/"));
    await root.apply();
    const [instanceAccount] = motos as [Moto];
    const { roles } = await readAccount(instanceAccount.iam("eu-central-1"));
    const names = Object.keys(roles).filter((name) => /^(East|West)/.test(name));
    expect(names.sort()).toEqual([
      "EastAmazonConnectAdminAccessRole",
      "EastAmazonConnectAgentAccessRole",
      "WestAmazonConnectAdminAccessRole",
      "WestAmazonConnectAgentAccessRole",
    ]);
  });
});

/** @see https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format */
interface Validation {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly range?: { readonly filename: string };
  }[];
}

/** @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
interface TestMessage {
  readonly "@testfile"?: string;
  readonly "@testrun"?: string;
  readonly test_run?: { readonly status?: string };
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
  };
}

function messagesOf(said: string): TestMessage[] {
  return said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as TestMessage);
}

/** The same value where Terraform reads templates. */
function literal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&"));
}

function samplesOf(documents: Record<string, string>, name: string): string | undefined {
  return documents[`arn:aws:iam::123456789012:saml-provider/${name}`];
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format */
interface Plan {
  readonly planned_values: {
    readonly outputs: Readonly<Record<string, { readonly value?: unknown }>>;
    readonly root_module: Module;
  };
  readonly prior_state?: { readonly values: { readonly root_module: Module } };
  readonly resource_changes: readonly {
    readonly address: string;
    readonly module_address?: string;
    readonly change: { readonly actions: string[]; readonly after_unknown: unknown };
  }[];
}

interface Module {
  readonly child_modules?: readonly (Module & { readonly address: string })[];
  readonly resources?: readonly Resource[];
}

interface Resource {
  readonly address: string;
  readonly values: Record<string, unknown>;
}

type Essence = ReturnType<typeof essence>;

/** What a plan comes to in a child module: resources, what was looked up, outputs, unknown values. */
function essence(plan: Plan, name: string) {
  const child = `module.${name}`;
  const own = (address: string) => address.replace(`${child}.`, "");
  const byAddress = (root?: Module) => {
    const module = root?.child_modules?.find(({ address }) => address === child);
    return Object.fromEntries(
      (module?.resources ?? []).map((resource) => {
        const address = own(resource.address);
        return [address, { ...resource, address }];
      }),
    );
  };
  return {
    resources: byAddress(plan.planned_values.root_module),
    found: byAddress(plan.prior_state?.values.root_module),
    outputs: plan.planned_values.outputs[name]?.value,
    changes: Object.fromEntries(
      plan.resource_changes
        .filter(({ module_address }) => module_address === child)
        .map(({ address, change: { actions, after_unknown } }) => [
          own(address),
          { actions, after_unknown },
        ]),
    ),
  };
}

/** The same without the one thing that a module looks up and a stack does not. */
function withoutCaller({ found, ...rest }: Essence) {
  const { "data.aws_caller_identity.current": caller, ...others } = found;
  expect(caller?.values).toMatchObject({ account_id: ACCOUNT });
  return { ...rest, found: others };
}

/** Every value that the tags of a resource have, as JSON. */
function tagsOf({ resources }: Essence): string[] {
  const tagged = Object.values(resources).filter(({ values }) => "tags" in values);
  return [...new Set(tagged.map(({ values: { tags } }) => JSON.stringify(tags)))];
}

/** The value without tags that are null or an empty map; others stay. */
function withoutNoTags(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, own: unknown) =>
      key === "tags" && ["null", "{}"].includes(JSON.stringify(own)) ? undefined : own,
    ),
  );
}
