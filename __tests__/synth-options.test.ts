import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

import type { Outcome } from "./support/command";
import { Project } from "./support/project";
import { synthHere } from "./support/synth-here";

const STACK_AS_HCL = ["main.tf", "outputs.tf", "providers.tf", "versions.tf"];
const HELP = `Usage: npm run synth [-- --hcl]

  --hcl         write the stacks as HCL too, to cdktf.out/hcl/
  -h, --help    show this

Exit code: 0 fine, 1 problems found, 2 wrong usage`;

// As a user has it, whatever the caller of the tests has set.
delete process.env["CONNECT_SSO_CONFIG"];
delete process.env["FORCE_COLOR"];
delete process.env["NO_COLOR"];
delete process.env["CDKTF_OUTDIR"];
delete process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"];
delete process.env["SYNTH_HCL_OUTPUT"];

const projects: Project[] = [];

function newProject(): Project {
  const project = new Project().copy("config");
  projects.push(project);
  return project;
}

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

interface As {
  readonly env?: Record<string, string>;
  readonly uid?: number;
}

/** Runs what `npm run synth -- ARGUMENTS` runs, as a process. */
function synthProcess(project: Project, args: readonly string[], { env, uid }: As = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "main.ts", ...args],
    {
      cwd: project.folder,
      env: { ...process.env, ...env },
      encoding: "utf8",
      timeout: 60_000,
      ...(uid !== undefined && { uid, gid: uid }),
    },
  );
  return { code: status, stdout, stderr };
}

describe("--hcl", () => {
  it("writes each stack to its own folder and says where; a run without it removes folders that hold no state", async () => {
    const project = newProject().copy("examples");
    const env = { CONNECT_SSO_CONFIG: "examples/people.yaml" };
    const { code, stdout, stderr } = synthProcess(project, ["--hcl"], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const federation = STACK_AS_HCL.map((file) => `people-federation/${file}`);
    expect(Object.keys(project.files("cdktf.out/hcl"))).toEqual([
      "people-assignments/main.tf",
      "people-assignments/providers.tf",
      "people-assignments/versions.tf",
      ...federation,
    ]);
    expect(stdout).toContain("\nWrote cdktf.out/stacks/people-federation/cdk.tf.json\n");
    expect(stdout).toContain("cdktf.out/hcl/people-federation");
    expect(stdout).toContain("cdktf.out/hcl/people-assignments");

    project.write("cdktf.out/hcl/people-assignments/.terraform/providers/aws", "downloaded");
    project.write("cdktf.out/hcl/people-federation/terraform.tfstate", '{ "version": 4 }');
    expect(await synthHere(project, env)).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(project.path("cdktf.out/hcl/people-assignments"))).toBe(false);
    expect(Object.keys(project.files("cdktf.out/hcl"))).toEqual([
      ...federation.slice(0, 3),
      "people-federation/terraform.tfstate",
      ...federation.slice(3),
    ]);
  });

  it("writes the stack as HCL, in addition to everything that is written without it", async () => {
    const [project, plain] = [newProject(), newProject()];
    expect(await synthHere(project, {}, ["--hcl"])).toMatchObject({ code: 0, stderr: "" });
    const written = (file: string) => project.read(`cdktf.out/hcl/workshop-federation/${file}`);
    expect(written("providers.tf")).toBe(`provider "aws" {
  allowed_account_ids = ["123456789012"]
  region              = "us-east-1"
}
`);
    expect(written("versions.tf")).toContain(`
  backend "local" {
    path = "../../../terraform.workshop-federation.tfstate"
  }
}
`);
    expect(written("main.tf")).toContain(`resource "aws_iam_policy" "sign_in_permission" {
  name = "AmazonConnectSSOPolicy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "Statement1"
      Effect = "Allow"
      Action = "connect:GetFederationToken"
      Resource = [
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/user/$\${aws:userid}",
      ]
    }]
  })
`);
    expect(written("outputs.tf")).toContain(`
  value       = "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp"
}
`);

    await synthHere(plain);
    rmSync(project.path("cdktf.out/hcl"), { recursive: true });
    expect(project.files("cdktf.out")).toEqual(plain.files("cdktf.out"));
  });

  it("removes stacks without a config, and keeps what Terraform put next to the others", async () => {
    const project = newProject();
    const beside = {
      "workshop-federation/.terraform.lock.hcl": "# locked\n",
      "workshop-federation/.terraform/providers/aws": "downloaded",
      "workshop-federation/terraform.tfstate": "{}",
    };
    project.write("cdktf.out/hcl/london-federation/main.tf", "");
    project.write("cdktf.out/hcl/workshop-federation/variables.tf", 'variable "gone" {}\n');
    for (const [path, content] of Object.entries(beside)) {
      project.write(`cdktf.out/hcl/${path}`, content);
    }
    expect(await synthHere(project, {}, ["--hcl"])).toMatchObject({ code: 0, stderr: "" });
    const files = project.files("cdktf.out/hcl");
    expect(Object.keys(files).sort()).toEqual(
      [...Object.keys(beside), ...STACK_AS_HCL.map((file) => `workshop-federation/${file}`)].sort(),
    );
    expect(files).toMatchObject(beside);
  });
});

describe("Other options", () => {
  it.each(["--help", "-h"])("%s says what there is, and writes nothing", async (option) => {
    const project = newProject();
    expect(await synthHere(project, {}, [option, "--hcl"])).toEqual({
      code: 0,
      stdout: `${HELP}\n`,
      stderr: "",
    });
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
  });

  it.each([
    ["--hlc", "--hlc is not an option here; did you mean --hcl?"],
    ["--hcl=yes", "--hcl takes no value; write --hcl alone"],
    ["hcl", '"hcl" is not expected here; did you mean --hcl?'],
    ["config/workshop.yaml", '"config/workshop.yaml" is not expected here; leave it out'],
  ])(
    "%s is refused with what was likely meant, and nothing is written",
    async (option, message) => {
      const project = newProject();
      expect(await synthHere(project, {}, [option])).toEqual({
        code: 2,
        stdout: "",
        stderr: `npm run synth: ${message}\n`,
      });
      expect(existsSync(project.path("cdktf.out"))).toBe(false);
    },
  );
});

describe("A process", () => {
  it("says in its exit code that an option is refused", () => {
    expect(synthProcess(newProject(), ["--hlc"])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("A problem of the config", () => {
  it("is coloured where that is asked for", () => {
    const project = newProject();
    project.edit("config/workshop.yaml", (text) => text.replace("/connect/ccp", "ccp"));
    const coloured = synthProcess(project, [], { env: { FORCE_COLOR: "1" } });
    expect(coloured.stderr).toContain("\u001b[31merror:\u001b[39m config/workshop.yaml:10:18 ");
    const plain = synthProcess(project, [], { env: { NO_COLOR: "1" } });
    expect(plain.stderr).toContain("error: config/workshop.yaml:10:18 ");
  });
});

describe("CDKTF_OUTDIR", () => {
  it("names another folder, within folders that are not there yet", async () => {
    const [project, plain] = [newProject(), newProject()];
    const env = { CDKTF_OUTDIR: "out/of/the/way" };
    expect(await synthHere(project, env)).toMatchObject({ code: 0, stderr: "" });
    await synthHere(plain);
    expect(project.files("out/of/the/way")).toEqual(plain.files("cdktf.out"));
  });
});

describe("SYNTH_HCL_OUTPUT", () => {
  it("is refused, and nothing is written", async () => {
    const project = newProject();
    expect(await synthHere(project, { SYNTH_HCL_OUTPUT: "true" }, ["--hcl"])).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: --hcl of the CDKTF CLI writes HCL that Terraform refuses or reads wrongly; run npm run synth -- --hcl instead. Nothing was written.\n",
    });
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
  });
});

/** The user that owns nothing, if tests run as one who may become that user here. */
function nobody(): number | undefined {
  const uid = 65_534;
  if (process.getuid?.() !== 0) return undefined;
  const { status } = spawnSync("test", ["-r", resolve(__dirname, "../main.ts")], {
    uid,
    stdio: "ignore",
  });
  return status === 0 ? uid : undefined;
}

it("What is written is the same to the byte twice, in two folders, of two users", async () => {
  const here = newProject();
  const there = newProject();
  for (const project of [here, there]) {
    project.copy("examples");
    for (const name of ["people-agent", "people-supervisor", "govcloud-agent", "govcloud-admin"]) {
      project.write(`both/metadata/${name}.xml`, project.read(`examples/metadata/${name}.xml`));
    }
    project.write("both/people.yaml", project.read("examples/people.yaml"));
    const govcloud = project.read("examples/govcloud.yaml");
    project.write(
      "both/govcloud.yaml",
      `${govcloud}namePrefix: Gov\ntags: { Team: Contact center, a: b }\n`,
    );
  }
  const uid = nobody();
  mkdirSync(there.path("home"));
  for (const folder of [".", "home"]) chmodSync(there.path(folder), 0o777);
  const config = { CONNECT_SSO_CONFIG: "both" };
  const other: As = {
    env: {
      ...config,
      HOME: there.path("home"),
      TMPDIR: there.path("home"),
      USER: "somebody",
      LOGNAME: "somebody",
      TZ: "Pacific/Kiritimati",
      LC_ALL: "tr_TR.UTF-8",
    },
    ...(uid !== undefined && { uid }),
  };

  const first = await synthHere(here, config, ["--hcl"]);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(synthProcess(there, ["--hcl"], other)).toEqual(first);
  const written = here.files("cdktf.out");
  expect(Object.keys(written)).toEqual(
    expect.arrayContaining([
      join("handoff", "govcloud", "module", "main.tf"),
      join("hcl", "people-assignments", "main.tf"),
      join("hcl", "govcloud-federation", "main.tf"),
    ]),
  );
  expect(there.files("cdktf.out")).toEqual(written);
  expect(await synthHere(here, config, ["--hcl"])).toEqual(first);
  expect(here.files("cdktf.out")).toEqual(written);
});
