import { existsSync, rmSync } from "node:fs";
import { homedir, hostname, tmpdir } from "node:os";
import { resolve } from "node:path";

import { loadConfig } from "../../modules/config";
import { consoleSheet } from "../../modules/synth/console-sheet";
import { handoffFiles } from "../../modules/synth/handoff";
import { Synthesizer } from "../../modules/synth/stacks";
import { next } from "../support/invocation";
import { Project } from "../support/project";
import { writeHere } from "../support/resynth";

const REPOSITORY = resolve(__dirname, "../..");
const LONDON =
  "instanceArn: arn:aws:connect:eu-west-2:210987654321:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f\napplications: { agent: {} }\n";

// As a user has it, whatever the caller of the tests has set.
delete process.env["CDKTF_OUTDIR"];
delete process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"];

let project: Project;
beforeEach(() => {
  project = new Project().workshop().copy("examples");
  process.chdir(project.folder);
});
afterEach(() => {
  process.chdir(REPOSITORY);
  project.remove();
});

/** What `npm run synth` does with a good config, but for its report. */
const run = (location = "config") => writeHere(location);

interface Values {
  readonly applications: Readonly<Record<string, { readonly acsUrl: string }>>;
}

function sheets(): string[] {
  const files = Object.keys(project.files("cdktf.out/handoff"));
  return files.filter((file) => !file.includes("/module/"));
}

const read = (path: string) => project.read(`cdktf.out/handoff/${path}`);

describe("the sheets for the console", () => {
  it("are written for each instance, beside the stacks", () => {
    project.write("config/london.yaml", LONDON);
    run();
    expect(sheets()).toEqual([
      "london/RUNBOOK.md",
      "london/index.html",
      "london/values.json",
      "workshop/RUNBOOK.md",
      "workshop/index.html",
      "workshop/values.json",
    ]);
    expect(project.files("cdktf.out/stacks")).toHaveProperty(["london-federation/cdk.tf.json"]);
  });

  it("are each its own instance's, under its name", () => {
    project.write("config/london.yaml", LONDON);
    run();
    expect(read("london/RUNBOOK.md")).toMatch(/^# Sign-in to Amazon Connect: `london`\n/m);
    expect(read("london/index.html")).toContain("<title>london: ");
    expect(JSON.parse(read("london/values.json"))).toMatchObject({
      instance: { region: "eu-west-2", accountId: "210987654321" },
    });
    expect(read("workshop/RUNBOOK.md")).toMatch(/^# Sign-in to Amazon Connect: `workshop`\n/m);
    expect(JSON.parse(read("workshop/values.json"))).toMatchObject({
      instance: { region: "us-east-1", accountId: "123456789012" },
    });
    expect(read("london/index.html")).not.toContain("123456789012");
  });

  it("give the ACS URL of the instance's region, and say that the global one works too", () => {
    project.write("config/london.yaml", LONDON);
    run();
    const regional = "https://eu-west-2.signin.aws.amazon.com/saml";
    const global = "https://signin.aws.amazon.com/saml";
    const { applications } = JSON.parse(read("london/values.json")) as Values;
    expect(applications["agent"]?.acsUrl).toBe(regional);
    const html = read("london/index.html");
    expect(html).toContain(`>${regional}</code>`);
    expect(html).toContain(`As the ACS URL, <code>${global}</code> works too.`);
    const runbook = read("london/RUNBOOK.md");
    expect(runbook).toContain(`   Application ACS URL:\n\n   \`\`\`text\n   ${regional}\n`);
    expect(runbook).toContain(`As the ACS URL, \`${global}\` works too.`);
    expect(runbook).toContain(
      `Set the Application ACS URL of \`Amazon Connect - Agent\` to \`${regional}\` (\`${global}\` works too).`,
    );
    expect(read("london/module/README.md")).toContain(
      `besides the Application ACS URL, here \`${regional}\` (\`${global}\` works too).`,
    );
  });

  it("give the global ACS URL where the config says so, and the only one in us-east-1", () => {
    project.write("config/london.yaml", `${LONDON}signInEndpoint: global\n`);
    run();
    const { applications } = JSON.parse(read("london/values.json")) as Values;
    expect(applications["agent"]?.acsUrl).toBe("https://signin.aws.amazon.com/saml");
    expect(read("london/RUNBOOK.md")).toContain(
      "As the ACS URL, `https://eu-west-2.signin.aws.amazon.com/saml` works too.",
    );
    expect(read("workshop/RUNBOOK.md")).toContain("https://signin.aws.amazon.com/saml");
    expect(read("workshop/RUNBOOK.md")).not.toContain("works too");
  });

  it("are refused where an application has no values, which it names", () => {
    const [settings] = loadConfig("config").instances;
    if (!settings) throw new Error("no instance");
    const workshop = new Synthesizer().make(settings).instance;
    expect(() => handoffFiles({ ...workshop, values: {} }, next())).toThrow(
      "workshop: application agent has no values for the console",
    );
  });

  it("are removed with the instance that they were for, and those of others stay", () => {
    project.write("config/london.yaml", LONDON);
    run();
    const workshop = read("workshop/index.html");
    rmSync(project.path("config/london.yaml"));
    run();
    expect(sheets()).toEqual([
      "workshop/RUNBOOK.md",
      "workshop/index.html",
      "workshop/values.json",
    ]);
    expect(existsSync(project.path("cdktf.out/handoff/london"))).toBe(false);
    expect(read("workshop/index.html")).toBe(workshop);
  });

  it("are written over when the config changes", () => {
    run();
    project.edit("config/workshop.yaml", (text) => text.replace("/connect/ccp", "/ccp-v2"));
    run();
    for (const file of ["index.html", "RUNBOOK.md", "values.json"]) {
      expect(read(`workshop/${file}`)).toContain("?destination=%2Fccp-v2");
      expect(read(`workshop/${file}`)).not.toContain("connect%2Fccp");
    }
  });

  it("are the same to the byte each time, and in each folder", () => {
    run();
    const first = project.files("cdktf.out/handoff");
    run();
    expect(project.files("cdktf.out/handoff")).toEqual(first);
    const other = new Project().workshop();
    try {
      process.chdir(other.folder);
      run();
      expect(other.files("cdktf.out/handoff")).toEqual(first);
    } finally {
      other.remove();
    }
  });

  it("tell nothing of this machine", () => {
    run();
    for (const content of Object.values(project.files("cdktf.out/handoff"))) {
      for (const place of [project.folder, tmpdir(), REPOSITORY, homedir(), hostname()]) {
        expect(content).not.toContain(place);
      }
    }
  });

  it("end in a line end, values.json being indented JSON", () => {
    run();
    expect(read("workshop/values.json")).toMatch(
      /^\{\n {2}"\/\/": "Generated by connect-sso 0\.1\.0 from config\/workshop\.yaml; .*",\n {2}"instance": \{\n {4}"arn": "arn:aws:connect:us-east-1:.*\n\}\n$/s,
    );
    expect(read("workshop/RUNBOOK.md")).toMatch(/[^\n]\n$/);
    expect(read("workshop/index.html")).toMatch(/<\/html>\n$/);
  });

  it("hold letters of every script as UTF-8", () => {
    project.edit("config/workshop.yaml", (text) =>
      text.replace("  agent:\n", "  agent:\n    displayName: Büro – 電話\n"),
    );
    run();
    expect(read("workshop/values.json")).toContain('"displayName": "Büro – 電話"');
    expect(read("workshop/RUNBOOK.md")).toContain("\n### `Büro – 電話`\n");
    expect(read("workshop/index.html")).toContain(">Büro – 電話</h3>");
  });
});

describe("what a sheet takes from the config", () => {
  const runbook = (name: string) => read(`${name}/RUNBOOK.md`);
  const commands = (name: string) =>
    runbook(name).match(/With credentials of .*|^ {2}.*npx cdktf deploy .*$/gm);

  it("is the file that takes what comes back", () => {
    run();
    expect(runbook("workshop")).toContain(
      "Save each metadata file in `metadata`, the folder next to `config/workshop.yaml`.",
    );
    expect(runbook("workshop").match(/still to come.*|Done: .*/g)).toEqual([
      "still to come from the console",
      "still to come from the console",
      "still to come from the console.",
      "still to come from the console.",
    ]);
  });

  it("is both commands to deploy, before the console visit too", () => {
    run();
    expect(commands("workshop")).toEqual([
      "With credentials of account `123456789012`:",
      "  npx cdktf deploy workshop-federation",
      "With credentials of the account of Identity Center:",
      "  npx cdktf deploy workshop-assignments",
    ]);
    expect(runbook("workshop")).toContain("\n  npm run synth\n");
    expect(runbook("workshop")).toContain("run `npm run rehearse -- FILE`:");
    expect(runbook("workshop")).toContain(
      "Without a file, `npm run trace -- --user NAME` says some minutes later what AWS and Amazon Connect answered to one person",
    );
  });

  it("is each with its account, reading the config at the same place", () => {
    run("examples/people.yaml");
    expect(commands("people")).toEqual([
      "With credentials of account `123456789012`:",
      "  npx cdktf deploy --skip-synth people-federation",
      "With credentials of account `210987654321`:",
      "  npx cdktf deploy --skip-synth people-assignments",
    ]);
  });

  it("is the account of Identity Center, which the applications' ARNs tell too", () => {
    project.edit("examples/people.yaml", (text) => text.replace(/^ {2}accountId: .*\n/m, ""));
    run("examples/people.yaml");
    expect(runbook("people")).toContain(
      "| IAM Identity Center | `eu-west-1, account 210987654321` |\n",
    );
    expect(commands("people")).toContain("With credentials of account `210987654321`:");
  });

  it("is the account of Identity Center before the console visit, where the config gives it", () => {
    project.edit("config/workshop.yaml", (text) =>
      text.replace("identityCenter:\n", 'identityCenter:\n  accountId: "210987654321"\n'),
    );
    run();
    expect(runbook("workshop")).toContain(
      "| IAM Identity Center | `us-east-1 (a guess), account 210987654321` |\n",
    );
  });

  it("is what it still waits for", () => {
    project.write("config/london.yaml", LONDON);
    run();
    expect(runbook("london")).toContain(
      "- `Amazon Connect - Agent`: metadata file and application ARN still to come from the console\n",
    );
    // Its metadata files are samples.
    expect(runbook("workshop")).toContain(
      "- `Amazon Connect - Agent`: metadata file and application ARN still to come from the console\n",
    );
  });

  it("is the region of Identity Center, a guess as long as there are samples only", () => {
    run("examples/govcloud.yaml");
    expect(runbook("govcloud")).toContain("| IAM Identity Center | `us-gov-west-1 (a guess)` |\n");
    expect(runbook("govcloud")).toContain(
      'aws sso-admin list-instances --region us-gov-west-1 --query "Instances[].OwnerAccountId" --output text\n',
    );
  });

  it("is who has a user made, as Connect will have it", () => {
    run("examples/people.yaml");
    expect(runbook("people").match(/^\| `.*@example\.com`.*$/gm)).toEqual([
      "| `agent1@example.com` | `Basic Routing Profile` | `Agent` | `agent` | Terraform creates it |",
      "| `supervisor1@example.com` | `Supervisors` | `CallCenterManager` | `supervisor` | must exist |",
    ]);
    expect(runbook("people").match(/^Waiting: .*$/gm)).toEqual([
      "Waiting: metadata file still to come from the console.",
      "Waiting: metadata file still to come from the console.",
    ]);
  });
});

describe("values.json and consoleSheet", () => {
  it("are the same to whoever makes the sheet in a program", () => {
    const [workshop] = run().instances;
    if (!workshop) throw new Error("no instance");
    const { values } = consoleSheet({
      instanceArn: workshop.settings.instance.arn,
      applications: workshop.values,
    });
    const written = JSON.parse(read("workshop/values.json")) as typeof values;
    expect(written.instance).toEqual(values.instance);
    for (const key of ["agent", "admin"]) {
      expect(written.applications[key]).toEqual({
        ...values.applications[key],
        displayName: key === "agent" ? "Amazon Connect - Agent" : "Amazon Connect - Admin",
        groups: key === "agent" ? ["ConnectAgents"] : ["ConnectAdmins"],
      });
    }
  });
});
