import { existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import { ownMetadata } from "./support/config";
import { Project } from "./support/project";
import { resynth } from "./support/resynth";
import { synthHere } from "./support/synth-here";

const STACK = "cdktf.out/stacks/workshop-federation";
const OTHER =
  "instanceArn: arn:aws:connect:eu-west-2:210987654321:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f\n";

const MODULE = [
  "LICENSE",
  "README.md",
  "examples/complete/README.md",
  "examples/complete/admin.xml",
  "examples/complete/agent.xml",
  "examples/complete/main.tf",
  "examples/several-instances/README.md",
  "examples/several-instances/main.tf",
  "main.tf",
  "modules/assignments/README.md",
  "modules/assignments/main.tf",
  "modules/assignments/outputs.tf",
  "modules/assignments/terraform.tfvars",
  "modules/assignments/tests/assignments.tftest.hcl",
  "modules/assignments/variables.tf",
  "modules/assignments/versions.tf",
  "outputs.tf",
  "terraform.tfvars",
  "tests/federation.tftest.hcl",
  "tests/refusals.tftest.hcl",
  "variables.tf",
  "versions.tf",
];

const WORKSHOP_REPORT = `workshop: Amazon Connect instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca, us-east-1, account 123456789012
Wrote cdktf.out/stacks/workshop-federation/cdk.tf.json
Wrote cdktf.out/handoff/workshop/index.html, the sheet for the console
Wrote cdktf.out/handoff/workshop/module, a Terraform module

agent: application "Amazon Connect - Agent"
Relay state:
https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp
Value of the attribute https://aws.amazon.com/SAML/Attributes/Role:
arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess

admin: application "Amazon Connect - Admin"
Relay state:
https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca
Value of the attribute https://aws.amazon.com/SAML/Attributes/Role:
arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess

Next, at the Identity Center console: add agent, admin, as cdktf.out/handoff/workshop/index.html says.
It also says what comes back from there, and what to run then.
`;

const LONDON_REPORT = `london: Amazon Connect instance c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f, eu-west-2, account 210987654321
Wrote cdktf.out/stacks/london-federation/cdk.tf.json
Wrote cdktf.out/handoff/london/index.html, the sheet for the console
Wrote cdktf.out/handoff/london/module, a Terraform module

agent: application "Amazon Connect - Agent"
Relay state:
https://eu-west-2.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f
Value of the attribute https://aws.amazon.com/SAML/Attributes/Role:
arn:aws:iam::210987654321:role/AmazonConnectAgentAccessRole,arn:aws:iam::210987654321:saml-provider/AmazonConnectAgentAccess

Next, at the Identity Center console: add agent, as cdktf.out/handoff/london/index.html says.
It also says what comes back from there, and what to run then.
`;

// As a user has it, whatever the caller of the tests has set.
delete process.env["CONNECT_SSO_CONFIG"];
delete process.env["FORCE_COLOR"];
delete process.env["NO_COLOR"];
delete process.env["CDKTF_OUTDIR"];
delete process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"];

const projects: Project[] = [];

function newProject(): Project {
  const project = new Project();
  projects.push(project);
  return project;
}

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** When each file and folder under the output folder was last written. */
function writeTimes(project: Project): Record<string, number> {
  const names = [
    "",
    ...readdirSync(project.path("cdktf.out"), { recursive: true, encoding: "utf8" }),
  ];
  return Object.fromEntries(
    names.map((name) => [name, statSync(join(project.path("cdktf.out"), name)).mtimeMs]),
  );
}

function misspell(project: Project): void {
  project.edit("config/workshop.yaml", (text) =>
    text
      .replace("destination: /connect/ccp", "destination: ccp")
      .replace("applications:", "protect: yes\napplications:"),
  );
}

const MISSPELT = `error: config/workshop.yaml:7:10 protect: "yes" is text; it takes true or false; write true
error: config/workshop.yaml:11:18 applications.agent.destination: "ccp" is neither a path nor an https URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website
2 errors; nothing was written.
`;

describe("A good config", () => {
  test("is synthesized, with the values for the console and the next step", async () => {
    const project = newProject().workshop();
    expect(await project.synth()).toEqual({ code: 0, stdout: WORKSHOP_REPORT, stderr: "" });
    expect(Object.keys(project.files("cdktf.out"))).toEqual([
      ".connect-sso/written.json",
      "handoff/workshop/RUNBOOK.md",
      "handoff/workshop/index.html",
      ...MODULE.map((file) => `handoff/workshop/module/${file}`),
      "handoff/workshop/values.json",
      "manifest.json",
      "stacks/workshop-federation/cdk.tf.json",
    ]);
  });

  test("is synthesized despite a warning", async () => {
    const project = newProject().workshop();
    project.edit("config/workshop.yaml", (text) =>
      text.replace("/connect/ccp", "/connect/ccp\n    newDomain: true"),
    );
    const { code, stdout, stderr } = await synthHere(project);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'warning: config/workshop.yaml:10:18 applications.agent.destination: "/connect/ccp" starts with /connect; pages of the new domain do not; write "/ccp-v2"\n',
    });
    expect(stdout).toContain("Wrote cdktf.out/stacks/workshop-federation/cdk.tf.json");
  });

  test("in two files makes two stacks in one run", async () => {
    const project = newProject()
      .workshop()
      .write("config/london.yaml", `${OTHER}applications: { agent: {} }\n`);
    expect(await synthHere(project)).toEqual({
      code: 0,
      stdout: `${LONDON_REPORT}\n${WORKSHOP_REPORT}`,
      stderr: "",
    });
    expect(readdirSync(project.path("cdktf.out/stacks")).sort()).toEqual([
      "london-federation",
      "workshop-federation",
    ]);
  });

  test("without a metadata file takes the document from a Terraform variable", async () => {
    const project = newProject().write(
      "config/london.yaml",
      `${OTHER}applications: { agent: {} }\n`,
    );
    expect(await synthHere(project)).toEqual({ code: 0, stdout: LONDON_REPORT, stderr: "" });
    const terraform: unknown = JSON.parse(
      project.read("cdktf.out/stacks/london-federation/cdk.tf.json"),
    );
    expect(terraform).toMatchObject({
      variable: { agent_saml_metadata_document: { type: "string", nullable: false } },
      resource: {
        aws_iam_saml_provider: {
          agent: {
            name: "AmazonConnectAgentAccess",
            saml_metadata_document: "${var.agent_saml_metadata_document}",
          },
        },
      },
    });
  });
});

test("A machine without Terraform can synthesize", async () => {
  const project = newProject().workshop();
  mkdirSync(project.path("bin"));
  symlinkSync(process.execPath, project.path("bin/node"));
  expect(await project.synth({ PATH: project.path("bin") })).toEqual({
    code: 0,
    stdout: WORKSHOP_REPORT,
    stderr: "",
  });
});

describe("A bad config", () => {
  test("is reported line by line, and no output folder is created", async () => {
    const project = newProject().workshop();
    misspell(project);
    expect(await project.synth()).toEqual({ code: 1, stdout: "", stderr: MISSPELT });
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
  });

  test("with keys that are no text is told of them, and Node has nothing to add", async () => {
    const project = newProject().write(
      "config/london.yaml",
      `${OTHER}applications: { agent: {} }\n? [a, b]\n: x\n__proto__: { protect: false }\n`,
    );
    expect(await project.synth()).toEqual({
      code: 1,
      stdout: "",
      stderr: `error: config/london.yaml:3:3 has a key that is not text; write it as text
error: config/london.yaml:5:1 "__proto__" is not a key here; remove it
2 errors; nothing was written.
`,
    });
  });

  test("that is not UTF-8 is told in one line", async () => {
    const project = newProject().write(
      "config/london.yaml",
      Buffer.from(`${OTHER}applications: { agent: {} } # Zürich\n`, "latin1"),
    );
    expect(await synthHere(project)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: config/london.yaml is not UTF-8; YAML files are UTF-8; save it as UTF-8\n1 error; nothing was written.\n",
    });
  });

  test("leaves the output of the last run as it is, to the byte and the time of writing", async () => {
    const project = newProject().workshop();
    expect(await synthHere(project)).toMatchObject({ code: 0 });
    project.write(`${STACK}/.terraform.lock.hcl`, "# locked\n");
    const before = { files: project.files("cdktf.out"), times: writeTimes(project) };
    misspell(project);
    expect(await synthHere(project)).toEqual({ code: 1, stdout: "", stderr: MISSPELT });
    expect({ files: project.files("cdktf.out"), times: writeTimes(project) }).toEqual(before);
  });

  test("beside a good one keeps both from being written", async () => {
    const project = newProject()
      .workshop()
      .write("config/london.yaml", `${OTHER}applications: {}\n`);
    expect(await synthHere(project)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: config/london.yaml:2:15 applications: has no applications; name at least one, such as agent\n1 error; nothing was written.\n",
    });
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
  });
});

describe("The ARN of an application", () => {
  const AGENT_ARN =
    "applicationArn: arn:aws:sso::111122223333:application/ssoins-1234567890abcdef/apl-1111111111111111";
  const ADMIN_ARN =
    "applicationArn: arn:aws:sso::111122223333:application/ssoins-1234567890abcdef/apl-2222222222222222";

  test("adds the stack of assignments, which goes again with the last ARN", async () => {
    const project = newProject().workshop();
    const workshop = project.read("config/workshop.yaml");
    project.write(
      "config/workshop.yaml",
      workshop.replace("  agent:\n", `  agent:\n    ${AGENT_ARN}\n`),
    );
    expect(await synthHere(project)).toEqual({
      code: 0,
      stdout: WORKSHOP_REPORT.replace(
        "workshop-federation/cdk.tf.json\n",
        "workshop-federation/cdk.tf.json\nWrote cdktf.out/stacks/workshop-assignments/cdk.tf.json\n",
      ),
      stderr:
        "warning: config/workshop.yaml:17:17 identityCenter.createGroups: creates ConnectAgents without members, so nobody sees the tile through it; add the members in Identity Center after the deployment\n",
    });
    expect(Object.keys(project.files("cdktf.out"))).toEqual([
      ".connect-sso/written.json",
      "handoff/workshop/RUNBOOK.md",
      "handoff/workshop/index.html",
      ...MODULE.map((file) => `handoff/workshop/module/${file}`),
      "handoff/workshop/values.json",
      "manifest.json",
      "stacks/workshop-assignments/cdk.tf.json",
      "stacks/workshop-federation/cdk.tf.json",
    ]);

    project
      .write("config/workshop.yaml", workshop)
      .write("terraform.workshop-assignments.tfstate", '{ "version": 4 }');
    expect(await synthHere(project)).toEqual({
      code: 0,
      stdout: `${WORKSHOP_REPORT}
Removed cdktf.out/stacks/workshop-assignments: nothing in config uses it. The resources that it deployed still exist; their state is in terraform.workshop-assignments.tfstate.
`,
      stderr: "",
    });
    expect(Object.keys(project.files("cdktf.out"))).toEqual([
      ".connect-sso/written.json",
      "handoff/workshop/RUNBOOK.md",
      "handoff/workshop/index.html",
      ...MODULE.map((file) => `handoff/workshop/module/${file}`),
      "handoff/workshop/values.json",
      "manifest.json",
      "stacks/workshop-federation/cdk.tf.json",
    ]);
  });

  test("of each, with the place of Identity Center and another config folder, leaves nothing to wait for", async () => {
    const project = newProject().workshop();
    project.write(
      "contact center/workshop.yaml",
      project
        .read("config/workshop.yaml")
        .replace("connect:us-east-1", "connect:eu-west-2")
        .replaceAll("metadata/", "../config/metadata/")
        .replace("  agent:\n", `  agent:\n    ${AGENT_ARN}\n`)
        .replace("  admin:\n", `  admin:\n    ${ADMIN_ARN}\n`)
        .replace(
          "identityCenter:\n",
          'identityCenter:\n  region: us-east-1\n  accountId: "111122223333"\n',
        ),
    );
    for (const key of ["agent", "admin"]) project.edit(`config/metadata/${key}.xml`, ownMetadata);
    const { code, stdout, stderr } = await synthHere(project, {
      CONNECT_SSO_CONFIG: "contact center",
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        "warning: contact center/workshop.yaml:20:17 identityCenter.createGroups: creates ConnectAgents and ConnectAdmins without members, so nobody sees the tile through them; add the members in Identity Center after the deployment\n",
    });
    expect(stdout.split("\n\n").at(-1)).toBe(
      `Next, at the terminal, with credentials of account 123456789012:
npx cdktf deploy --skip-synth workshop-federation
or, in cdktf.out/stacks/workshop-federation: terraform init && terraform apply
Then, with credentials of account 111122223333, where Identity Center is in us-east-1:
npx cdktf deploy --skip-synth workshop-assignments
or, in cdktf.out/stacks/workshop-assignments: terraform init && terraform apply
Then the people: cdktf.out/handoff/workshop/index.html says what each of them needs to sign in.
`,
    );
  });
});

test("Adoption is for one deployment, and the report says so", async () => {
  const project = newProject().workshop();
  project.edit("config/workshop.yaml", (text) => `${text}adopt: true\n`);
  const { code, stdout } = await synthHere(project);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `${WORKSHOP_REPORT}
This takes over what adopt names instead of creating it, and fails if part of that does not exist.
Afterwards remove adopt and run this again; nothing is left to change then.
`,
  );
});

describe("A stack whose config is gone", () => {
  const london = `${OTHER}applications: { agent: {} }\n`;

  /** A project in which the stack has been synthesized, and its config removed then. */
  function withoutLondon(): Project {
    const project = newProject().workshop().write("config/london.yaml", london);
    resynth(project);
    rmSync(project.path("config/london.yaml"));
    return project;
  }

  test("goes, but not what Terraform has put there, and the report says so", async () => {
    const project = withoutLondon();
    project.write("cdktf.out/stacks/london-federation/.terraform/providers/x", "");
    expect(await synthHere(project)).toEqual({
      code: 0,
      stdout: `${WORKSHOP_REPORT}
Removed cdktf.out/handoff/london: nothing in config uses it.

Removed cdktf.out/stacks/london-federation: nothing in config uses it. Kept in it: .terraform. If its config was only renamed, name it london.yaml again before you deploy: another name has another state.
`,
      stderr: "",
    });
    expect(project.files("cdktf.out/stacks/london-federation")).toEqual({
      ".terraform/providers/x": "",
    });
    expect(existsSync(project.path("cdktf.out/handoff/london"))).toBe(false);
  });

  test("goes, and the report says where the state of what it deployed is", async () => {
    const project = withoutLondon();
    project.write("terraform.london-federation.tfstate", '{ "version": 4 }');
    const { code, stdout } = await synthHere(project);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "\nRemoved cdktf.out/stacks/london-federation: nothing in config uses it. The resources that it deployed still exist; their state is in terraform.london-federation.tfstate. If its config was only renamed, name it london.yaml again before you deploy: another name has another state.\n",
    );
    expect(readdirSync(project.path("cdktf.out/stacks"))).toEqual(["workshop-federation"]);
    expect(project.read("terraform.london-federation.tfstate")).toBe('{ "version": 4 }');
  });

  test("is left to the CDKTF CLI, where that runs the synthesis", async () => {
    const project = withoutLondon();
    const { code, stdout } = await synthHere(project, {
      CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true",
    });
    expect(code).toBe(0);
    expect(stdout).not.toContain("london-federation");
    expect(readdirSync(project.path("cdktf.out/stacks/london-federation"))).toEqual([
      "cdk.tf.json",
    ]);
  });

  test("stays when it holds Terraform state, and the report says why", async () => {
    const project = withoutLondon();
    project.write("cdktf.out/stacks/london-federation/terraform.tfstate", '{ "version": 4 }');
    const before = project.files("cdktf.out/stacks/london-federation");
    const { code, stdout } = await synthHere(project);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "\nKept cdktf.out/stacks/london-federation, because it holds Terraform state; nothing in config uses it.\n",
    );
    expect(project.files("cdktf.out/stacks/london-federation")).toEqual(before);
    // It is still known, for the run after the state has been moved.
    rmSync(project.path("cdktf.out/stacks/london-federation/terraform.tfstate"));
    expect((await synthHere(project)).stdout).toContain(
      "\nRemoved cdktf.out/stacks/london-federation: nothing in config uses it. If its config was only renamed, name it london.yaml again before you deploy: another name has another state.\n",
    );
  });

  test("stays where no run is known to have written it", async () => {
    const project = newProject()
      .workshop()
      .write("cdktf.out/stacks/london-federation/cdk.tf.json", "{}");
    expect(await synthHere(project)).toEqual({
      code: 0,
      stdout: `${WORKSHOP_REPORT}
Left alone, because no earlier run is known to have written it: cdktf.out/stacks/london-federation.
`,
      stderr: "",
    });
    expect(project.files("cdktf.out/stacks/london-federation")).toEqual({ "cdk.tf.json": "{}" });
  });
});

describe("Another run", () => {
  test("changes nothing, and keeps what Terraform put there", async () => {
    const project = newProject().workshop();
    const first = await synthHere(project);
    const terraform = {
      ".terraform.lock.hcl": "# locked\n",
      ".terraform/providers/registry.terraform.io/hashicorp/aws": "provider",
      "terraform.tfstate": "{}",
    };
    for (const [name, content] of Object.entries(terraform)) {
      project.write(`${STACK}/${name}`, content);
    }
    const before = project.files("cdktf.out");
    expect(await synthHere(project)).toEqual(first);
    expect(project.files("cdktf.out")).toEqual(before);
    expect(project.files(STACK)).toMatchObject(terraform);
  });
});

describe("What is written", () => {
  test("is the same to the byte in another folder, of another user, anywhere", async () => {
    const here = newProject().workshop();
    const there = newProject().workshop();
    const [first, second] = [
      await synthHere(here),
      await there.synth({
        HOME: there.folder,
        USER: "somebody",
        LOGNAME: "somebody",
        TZ: "Pacific/Kiritimati",
        LANG: "tr_TR.UTF-8",
        LC_ALL: "tr_TR.UTF-8",
        CI: "true",
      }),
    ];
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(second).toEqual(first);
    expect(there.files("cdktf.out")).toEqual(here.files("cdktf.out"));
  });

  test("carries no path of this machine", async () => {
    const project = newProject()
      .workshop()
      .write("config/london.yaml", `${OTHER}applications: { agent: {} }\n`);
    const { code, stdout } = await synthHere(project);
    expect(code).toBe(0);
    const written = [stdout, ...Object.values(project.files("cdktf.out"))].join("\n");
    for (const path of [project.folder, process.cwd(), `${homedir()}/`, `${tmpdir()}/`]) {
      expect(written).not.toContain(path);
    }
  });
});

describe("CONNECT_SSO_CONFIG", () => {
  test("names a file", async () => {
    const project = newProject()
      .workshop()
      .write("elsewhere/london.yaml", `${OTHER}applications: { agent: {} }\n`);
    expect(await project.synth({ CONNECT_SSO_CONFIG: "elsewhere/london.yaml" })).toEqual({
      code: 0,
      stdout: LONDON_REPORT.replace("npx cdktf deploy", "npx cdktf deploy --skip-synth"),
      stderr: "",
    });
  });

  test("names a folder, by its absolute path too", async () => {
    const project = newProject().write(
      "elsewhere/london.yaml",
      `${OTHER}applications: { agent: {} }\n`,
    );
    expect(await synthHere(project, { CONNECT_SSO_CONFIG: project.path("elsewhere") })).toEqual({
      code: 0,
      stdout: LONDON_REPORT,
      stderr: "",
    });
  });

  test("is named in the next step, which needs it too", async () => {
    const project = newProject().copy("examples");
    for (const key of ["agent", "admin"]) {
      project.edit(`examples/metadata/govcloud-${key}.xml`, ownMetadata);
    }
    const { code, stdout, stderr } = await synthHere(project, {
      CONNECT_SSO_CONFIG: "examples/govcloud.yaml",
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(
      "\nNext, at the terminal, with credentials of account 123456789012:\nnpx cdktf deploy --skip-synth govcloud-federation\n",
    );
  });

  test("that names nothing is told", async () => {
    const project = newProject().workshop();
    expect(await synthHere(project, { CONNECT_SSO_CONFIG: "elsewhere" })).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: elsewhere does not exist; write elsewhere/<instance>.yaml, as npm run init -- ARN does, or name another config file or folder\n1 error; nothing was written.\n",
    });
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
  });

  test.each(["config/nope.yaml", "config/workshop.yaml/nope.yaml"])(
    "that names the missing file %s is told",
    async (missing) => {
      const project = newProject().workshop();
      expect(await synthHere(project, { CONNECT_SSO_CONFIG: missing })).toEqual({
        code: 1,
        stdout: "",
        stderr: `error: ${missing} does not exist; write it, as npm run init -- ARN does, or name another config file or folder\n1 error; nothing was written.\n`,
      });
      expect(existsSync(project.path("cdktf.out"))).toBe(false);
    },
  );

  test("that is empty means the folder config", async () => {
    const project = newProject().workshop();
    expect(await synthHere(project, { CONNECT_SSO_CONFIG: "" })).toMatchObject({
      code: 0,
      stdout: WORKSHOP_REPORT,
    });
  });
});

test("An output folder that cannot be written to is told in one line", async () => {
  const project = newProject().workshop().write("cdktf.out", "in the way\n");
  expect(await project.synth()).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "error: cdktf.out: file already exists (EEXIST); move it away, or name another folder\n",
  });
  expect(project.read("cdktf.out")).toBe("in the way\n");
});
