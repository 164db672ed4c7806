import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import { COMMANDS } from "../modules/commands/commands";
import { cliHere } from "./support/cli-here";
import { command } from "./support/command";
import { commandsIn } from "./support/documents";
import { Project } from "./support/project";
import { fixture } from "./support/fixture";
import { synthHere } from "./support/synth-here";

const PAGES = [
  "README.md",
  ...readdirSync(resolve(__dirname, "../docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Commands that are run below, with their exit codes where nothing of AWS can be reached. */
const RUN_HERE: Readonly<Record<string, number>> = {
  "npm run check": 0,
  "npm run check -- --live --profile connect --identity-center-profile directory": 3,
  "npm run adopt -- --profile connect --identity-center-profile directory": 3,
  "npm run discover": 3,
  "npm run discover -- --profile contact-centre --identity-center-profile organization": 3,
  "npm run discover -- --write": 3,
  "npm run discover -- config/workshop.yaml --json": 3,
  "npm run trace -- --user agent1@example.com --since 2h": 3,
  "npm run users -- plan": 3,
};

/** Commands that other tests run: the file, and the text in it that runs them. */
const RUN_ELSEWHERE: Readonly<Record<string, readonly [file: string, text: string]>> = {
  "npm ci && npm run synth": [".ci/run", "npm ci\n"],
  "npm run synth": ["scripts/docs/run-synth.ts", '"start.js", "main.ts", ...args'],
  "npx cdktf diff workshop-federation": ["__tests__/e2e/cdktf-deploy.test.ts", 'cdktf("diff"'],
  "npx cdktf deploy workshop-federation": ["__tests__/e2e/cdktf-deploy.test.ts", 'cdktf("deploy"'],
  "npm install connect-sso cdktn@0.24 @cdktn/provider-aws@25": [
    "__tests__/e2e/cdk-terrain.test.ts",
    "/npm install connect-sso (.*)/",
  ],
  "npm run users -- apply": ["__tests__/commands/users/run.test.ts", 'users("apply"'],
  "npm install connect-sso cdktf@0.21 @cdktf/provider-aws@21 constructs": [
    "__tests__/e2e/package.test.ts",
    '["cdktf@0.21", "@cdktf/provider-aws@21", "constructs"]',
  ],
  "terraform init && terraform apply": ["__tests__/e2e/support/terraform.ts", '"apply"'],
  "cd cdktf.out/stacks/workshop-federation": [
    "__tests__/e2e/support/example.ts",
    "cdktf.out/stacks/",
  ],
  "npm run metadata": ["__tests__/commands/metadata/run.test.ts", "await metadata();"],
  "npm run metadata -- agent https://portal.sso.us-east-1.amazonaws.com/saml/metadata/MTIz...": [
    "__tests__/commands/metadata/run.test.ts",
    'await metadata(["agent", urlOf(AGENT)])',
  ],
};

/** Commands that have their own tests below. */
const RUN_BELOW = [
  "npm run synth -- --out terraform",
  "git add terraform/stacks terraform/.connect-sso config",
  'git commit -m "..."',
  'export TF_VAR_agent_saml_metadata_document="$(cat agent.xml)"',
];

/** Commands that no test can run, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  "terraform login": "opens a browser and asks a person for a token of HCP Terraform",
  "aws connect delete-all-entity-sessions --region us-east-1 --instance-id 9690dd9b-3de7-4097-b4d9-67829f7c8fca --entity-type USER --entity-id ID":
    "needs a live account; the page says that it was not tried",
  "aws connect list-users --region us-east-1 --instance-id 9690dd9b-3de7-4097-b4d9-67829f7c8fca":
    "needs a live account; the stand-in answers the call itself",
  "TF_VAR_identity_center_profile=directory npx cdktf deploy workshop-people":
    "needs a profile of a second account; people-from-groups.test.ts deploys the stack in one",
};

const shown = [...new Set(PAGES.flatMap((page) => commandsIn(fixture(page))))].sort();

describe("the commands of the documentation", () => {
  let project: Project;
  beforeEach(() => {
    project = new Project().workshop();
  });
  afterEach(() => {
    project.remove();
  });

  it("are those that tests run, but for those that no test can run", () => {
    const known = [RUN_HERE, RUN_ELSEWHERE, NOT_RUN].flatMap((all) => Object.keys(all));
    expect(shown).toEqual([...known, ...RUN_BELOW].sort());
  });

  it.each(Object.entries(RUN_ELSEWHERE))("%s is run by another test", (_, [file, text]) => {
    expect(fixture(file).includes(text)).toBe(true);
  });

  it.each(Object.entries(RUN_HERE))("%s ends with %i", async (line, expected) => {
    const [name = "", ...args] = line.replace("npm run ", "").replace(" --", "").split(" ");
    const profiles = ["connect", "directory", "contact-centre", "organization"];
    project.write("aws", profiles.map((one) => `[profile ${one}]\nregion = us-east-1\n`).join(""));
    const environment = {
      AWS_CONFIG_FILE: project.path("aws"),
      AWS_SHARED_CREDENTIALS_FILE: project.path("none"),
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      AWS_MAX_ATTEMPTS: "1",
      AWS_ACCESS_KEY_ID: "",
      AWS_PROFILE: "connect",
    };
    const { code, stdout, stderr } = await cliHere(project, [name, ...args], environment);
    expect({ code, stderr: code === 2 ? stderr : "" }).toEqual({ code: expected, stderr: "" });
    expect(`${stdout}${stderr}`).not.toBe("");
  });

  it("put the metadata into Terraform's variable, line by line as it is", async () => {
    const metadata = project.read("config/metadata/agent.xml");
    project.write("agent.xml", metadata);
    const line = shown.find((one) => one.startsWith("export ")) ?? "";
    const script = `${line}\nprintf %s "$TF_VAR_agent_saml_metadata_document"`;
    const { code, stdout } = await command("sh", ["-c", script], { cwd: project.folder });
    expect(code).toBe(0);
    expect(stdout).toBe(metadata.trimEnd());
  });

  it("commit the folders that HCP Terraform takes from a repository", async () => {
    const { code } = await synthHere(project, {}, ["--out", "terraform"]);
    expect(code).toBe(0);
    const git = (...args: string[]) =>
      command("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd: project.folder,
      });
    await git("init", "--quiet");
    const [, add = ""] = /git (add .*)/.exec(fixture("docs/hcp-terraform.md")) ?? [];
    expect(await git(...add.split(" "))).toMatchObject({ code: 0 });
    expect(await git(...["commit", "--quiet", "-m", "..."])).toMatchObject({ code: 0 });
    const { stdout } = await git("ls-files");
    expect(stdout).toContain("terraform/stacks/workshop-federation/cdk.tf.json\n");
    expect(stdout).toContain("terraform/.connect-sso/written.json\n");
  });

  it("upload the folder of a stack as the API of HCP Terraform takes it", async () => {
    const [, script = ""] = /```bash\n(.*?)```/s.exec(fixture("docs/hcp-terraform.md")) ?? [];
    const folder = "cdktf.out/stacks/workshop-federation";
    project.write(`${folder}/cdk.tf.json`, "{}").write(`${folder}/.terraform/x`, "");
    project.write(
      "bin/curl",
      `#!/bin/sh\nprintf '%s\\n' "$*" >> calls\necho '{"data":{"attributes":{"upload-url":"https://archivist.example.com/1"}}}'\n`,
    );
    const { code, stderr } = await command("bash", ["-c", `chmod +x bin/curl\n${script}`], {
      cwd: project.folder,
      env: {
        PATH: `${project.path("bin")}:${process.env["PATH"] ?? ""}`,
        TOKEN: "secret",
        WORKSPACE: "ws-1",
      },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [create, upload] = project.read("calls").split("\n");
    expect(create).toContain(
      "https://app.terraform.io/api/v2/workspaces/ws-1/configuration-versions",
    );
    expect(upload).toContain("--request PUT");
    expect(upload).toContain("--data-binary @stack.tar.gz https://archivist.example.com/1");
    const packed = await command("tar", ["-tzf", "stack.tar.gz"], { cwd: project.folder });
    expect(packed.stdout).toBe("./\n./cdk.tf.json\n");
  });
});

describe("commands in the text of the documentation", () => {
  const texts = [...PAGES, "help"].map((page) => fixture(page));

  it("name scripts that exist", () => {
    const { scripts } = JSON.parse(fixture("package.json")) as { scripts: Record<string, string> };
    const named = texts.flatMap((text) =>
      [...text.matchAll(/npm (?:run (?:-s )?)?([\w:]+)/g)].map(([, name = ""]) => name),
    );
    // Words of npm itself, and of sentences about it.
    const ofNpm = ["ci", "install", "pack", "run", "warns", "looks", "chooses", "chose"];
    const own = new Set(named.filter((name) => !ofNpm.includes(name)));
    expect([...own]).toEqual(expect.arrayContaining(["synth", "check", "test"]));
    expect([...own].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it("name options that exist", () => {
    const named = texts.flatMap((text) =>
      [...text.matchAll(/npm run (?:-s )?(\w+) -- ([^`\n|]*)/g)].flatMap(
        ([, name = "", rest = ""]) =>
          [...rest.matchAll(/(?<= |^)--([a-z-]+)/g)].map(([, option = ""]) => ({ name, option })),
      ),
    );
    expect(named).toContainEqual({ name: "adopt", option: "write" });
    const ofBench = ["instances", "rounds"];
    const wrong = named.filter(
      ({ name, option }) =>
        option !== "help" &&
        !(name === "bench"
          ? ofBench.includes(option)
          : Object.hasOwn(COMMANDS[name]?.options ?? {}, option)),
    );
    expect(wrong).toEqual([]);
  });
});
