import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { loadConfig } from "../../../modules/config";
import { cliHere } from "../../support/cli-here";
import { Project } from "../../support/project";

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

/** An empty folder. */
class Folder extends Project {
  public constructor() {
    super();
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name));
  }
}

let project: Project;
beforeEach(() => {
  project = new Folder();
});
afterEach(() => {
  project.remove();
});

const init = (...args: string[]) => cliHere(project, ["init", ...args], { npm_command: "exec" });

describe("init in an empty folder", () => {
  it("writes a project, and says how to go on", async () => {
    expect(await init(ARN)).toEqual({
      code: 0,
      stdout: `Wrote .gitignore
Wrote cdktf.json
Wrote main.ts
Wrote package.json
Wrote config/contact-center.yaml

Next: npm install, and then npx connect-sso synth
`,
      stderr: "",
    });
    expect(JSON.parse(project.read("cdktf.json"))).toMatchObject({
      language: "typescript",
      app: "npx tsx main.ts",
      sendCrashReports: "false",
    });
    expect(project.read("main.ts")).toContain('import { synth } from "connect-sso/app";');
    expect(project.read(".gitignore")).toMatch(/^cdktf\.out\/$/m);
  });

  it("has the packages installed that synth needs, in the versions that it takes", async () => {
    await init(ARN);
    expect(JSON.parse(project.read("package.json"))).toMatchObject({
      private: true,
      scripts: { check: "connect-sso check", synth: "connect-sso synth" },
      dependencies: {
        "@cdktf/provider-aws": "^21.22.1",
        cdktf: "^0.21.0",
        "connect-sso": "^0.1.0",
        constructs: "^10.4.2",
      },
      devDependencies: { tsx: expect.stringMatching(/^\^4\./) as string },
    });
    expect(project.read("package.json")).not.toContain("cdktf-cli");
  });

  it("has the CDKTF CLI installed where that is wanted", async () => {
    await init(ARN, "--cdktf-cli");
    expect(project.read("package.json")).toContain('"cdktf-cli": "^0.21.0"');
  });

  it("writes a config without a problem, which names the schema that the package has", async () => {
    await init(ARN);
    expect(project.read("config/contact-center.yaml")).toBe(
      `# yaml-language-server: $schema=../node_modules/connect-sso/connect-sso.schema.json
#
# Every name, ARN and URL is derived from the ARN of the instance. The sheet that synth writes says what
# to do at the Identity Center console, and which lines to add here for what comes back.
instanceArn: ${ARN}
applications:
  agent:
    # destination: /connect/ccp # landing page; left out: the admin website
    # assign: { groups: [] } # who may use it: groups by display name, users by user name
  admin:
    # destination: /connect/ccp # landing page; left out: the admin website
    # assign: { groups: [] } # who may use it: groups by display name, users by user name
`,
    );
    const { instances, problems } = loadConfig(project.path("config"));
    expect(problems).toEqual([]);
    expect(instances[0]?.applications.map(({ key }) => key)).toEqual(["agent", "admin"]);
  });

  it("takes every answer as an option", async () => {
    const { code } = await init(
      ...[ARN, "--name", "london", "--applications", "desk, lead"],
      ...["--identity-center-region", "eu-west-2"],
    );
    expect(code).toBe(0);
    const { instances, problems } = loadConfig(project.path("config"));
    expect(problems).toEqual([]);
    expect(instances).toMatchObject([
      {
        name: "london",
        applications: [{ key: "desk" }, { key: "lead" }],
        identityCenter: { region: "eu-west-2", isRegionGuessed: false },
      },
    ]);
  });
});

describe("init beside what exists", () => {
  it("writes the config alone into a CDKTF project", async () => {
    project.write("cdktf.json", "{}\n");
    const { code, stdout } = await init(ARN, "--name", "london");
    expect(code).toBe(0);
    expect(stdout).toBe(`Wrote config/london.yaml
This folder has a CDKTF app, so nothing else was written.

Next: npm install connect-sso cdktf@0.21 @cdktf/provider-aws@21 constructs, if they are not installed, and npx connect-sso synth
`);
    expect(Object.keys(project.files("."))).toEqual(["cdktf.json", "config/london.yaml"]);
    expect(project.read("cdktf.json")).toBe("{}\n");
  });

  it("writes one more config into a clone, with the schema that is there", async () => {
    project.write("cdktf.json", "{}\n").write("package.json", '{ "name": "connect-sso" }');
    const { stdout } = await init(ARN, "--name", "london");
    expect(stdout).toContain("\nNext: npm run synth\n");
    expect(project.read("config/london.yaml")).toMatch(
      /\$schema=\.\.\/connect-sso\.schema\.json\n/,
    );
  });

  it("leaves what it would have written, and says what that lacks", async () => {
    const own = { ".gitignore": "mine\n", "main.ts": "mine();\n", "package.json": "{}\n" };
    for (const [path, text] of Object.entries(own)) project.write(path, text);
    const { code, stdout } = await init(ARN);
    expect(code).toBe(0);
    expect(stdout).toBe(`Wrote cdktf.json
Wrote config/contact-center.yaml
Left .gitignore as it is; it should list node_modules/, cdktf.out/ and *.tfstate*
Left main.ts as it is; cdktf.json runs it, so it must synthesize, as connect-sso/app does
Left package.json as it is; run npm install connect-sso cdktf@0.21 @cdktf/provider-aws@21 constructs tsx

Next: npx connect-sso synth
`);
    expect(project.files(".")).toMatchObject(own);
  });

  it("refuses a config that exists, even as a link that leads nowhere, and writes nothing", async () => {
    mkdirSync(project.path("config"));
    symlinkSync("nowhere", project.path("config/contact-center.yaml"));
    expect(await init(ARN)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: config/contact-center.yaml exists, and is not overwritten; choose another name with --name, or change that file; nothing was written\n",
    });
    expect(readdirSync(project.folder)).toEqual(["config"]);
  });

  it("refuses an instance that has a config already, and writes nothing", async () => {
    const config = `instanceArn: ${ARN}\napplications: { agent: {} }\n`;
    project.write("config/london.yaml", config);
    expect(await init(ARN)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: config/london.yaml is for this instance already; change that file, and run npx connect-sso synth; nothing was written\n",
    });
    expect(project.files(".")).toEqual({ "config/london.yaml": config });
  });

  it("names a sample that would be synthesized too", async () => {
    const arn = ARN.replace("123456789012", "444455556666");
    project.write("config/workshop.yaml", `instanceArn: ${ARN}\napplications: { agent: {} }\n`);
    const { code, stdout } = await init(arn);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^config\/workshop\.yaml is a sample, whose files are written too: remove it\n/,
    );
  });

  it("writes nothing at all where it cannot write everything", async () => {
    project.write("config", "in the way\n");
    const { code, stdout } = await init(ARN);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(project.files(".")).toEqual({ config: "in the way\n" });
  });
});

describe("init without a terminal", () => {
  it("needs the ARN", async () => {
    expect(await init()).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "connect-sso: ARN is missing; write npx connect-sso init ARN, with the Instance ARN from the Amazon Connect console (choose the instance, Account overview)\n",
    });
    expect(readdirSync(project.folder)).toEqual([]);
  });

  it.each([
    [[`${ARN}/`], "ARN: "],
    [["phones"], 'ARN: "phones" is not an ARN'],
    [[ARN, "more"], '"more" is not expected here; init takes one ARN'],
    [[ARN, "--name", "a b"], '--name: "a b" a name takes letters'],
    [[ARN, "--applications", "a,,b"], '--applications: "a,,b" has an empty key'],
    [[ARN, "--applications", "a,a"], '--applications: "a,a" lists a twice'],
    [[ARN, "--applications", "1st"], 'has the key "1st", which does not start with a letter'],
    [[ARN, "--identity-center-region", "London"], '"London" is not a region'],
  ])("refuses %j, as the config would, and writes nothing", async (args, message) => {
    const { code, stderr } = await init(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(project.folder)).toEqual([]);
  });

  it("warns of an ARN that may be wrong", async () => {
    const { code, stderr } = await init(ARN.replace(/[^/]+$/, "workshop"));
    expect(code).toBe(0);
    expect(stderr).toContain('warning: ARN: "arn:aws:connect:');
    expect(stderr).toContain('ends in "workshop", which is not a UUID');
  });
});
