import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { cliHere } from "../../support/cli-here";
import { Project } from "../../support/project";

let project: Project;
beforeEach(() => {
  project = new Project().copy("config").copy("examples");
});
afterEach(() => {
  project.remove();
});

/** Packages that a process of `connect-sso` has loaded when it ends, of those that take long. */
function loaded(...args: string[]): { code: number | null; packages: string[] } {
  const code = `
    const { runCli } = require("./modules/commands");
    const io = { write: () => undefined, paint: (style, text) => text };
    void runCli(${JSON.stringify(args)}, io).then((code) => {
      const paths = Object.keys(require.cache).join("\\n").replaceAll("\\\\", "/");
      const slow = ["cdktf", "@cdktf/provider-aws", "constructs", "@aws-sdk", "@inquirer"];
      const packages = slow.filter((name) => paths.includes("/node_modules/" + name + "/"));
      console.log(JSON.stringify({ code, packages }));
    });`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", resolve("node_modules/tsx/dist/loader.mjs"), "--eval", code],
    { cwd: project.folder, encoding: "utf8" },
  );
  const [line] = /^\{.*\}$/m.exec(stdout) ?? [];
  if (line === undefined) throw new Error(stderr);
  return JSON.parse(line) as { code: number; packages: string[] };
}

describe("connect-sso synth", () => {
  it("reads the config that it is given, and writes to the folder that it is given", async () => {
    const { code, stdout } = await cliHere(
      project,
      ["synth", "examples/govcloud.yaml", "--out", "terraform"],
      { CONNECT_SSO_CONFIG: "config", CDKTF_OUTDIR: "elsewhere" },
    );
    expect(code).toBe(0);
    expect(stdout).toContain("\nWrote terraform/stacks/govcloud-federation/cdk.tf.json\n");
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
    expect(existsSync(project.path("elsewhere"))).toBe(false);
    expect(project.read("terraform/handoff/govcloud/RUNBOOK.md")).toContain(
      "\n  npm run synth -- examples/govcloud.yaml --out terraform\n",
    );
  });

  it("takes one config only, since it removes what that does not name", async () => {
    const args = ["synth", "examples/govcloud.yaml", "examples/people.yaml"];
    expect(await cliHere(project, args)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'connect-sso: CONFIG is one file or folder, since what it does not name is removed from the output folder; leave out "examples/people.yaml", or name the folder that has them all\n',
    });
    expect(existsSync(project.path("cdktf.out"))).toBe(false);
  });

  it("writes the same as npm run synth, but for the commands to run next", async () => {
    const here = await cliHere(project, ["synth"]);
    project.write("package.json", '{ "name": "phones" }');
    const there = await cliHere(project, ["synth"], { npm_command: "exec" });
    expect(there).toEqual(here);
    expect(project.read("cdktf.out/handoff/workshop/RUNBOOK.md")).toContain(
      "\n  npx connect-sso synth\n",
    );
    expect(project.read("cdktf.out/handoff/workshop/RUNBOOK.md")).toContain(
      "\n  npx cdktf-cli@0.21 deploy workshop-federation\n",
    );
  });

  it("shows its help with the call that works here", async () => {
    const first = async () => {
      const { stdout } = await cliHere(project, ["synth", "--help"], { npm_command: "exec" });
      return stdout.split("\n")[0];
    };
    expect(await first()).toBe("Usage: npm run synth -- [CONFIG] [--hcl] [--out DIR]");
    project.write("package.json", "{}");
    expect(await first()).toBe("Usage: npx connect-sso synth [CONFIG] [--hcl] [--out DIR]");
  });
});

describe("CDKTF, the AWS SDK and prompts", () => {
  it.each([
    [["--help"], 0],
    [["help", "synth"], 0],
    [["synth", "--help"], 0],
    [["check"], 0],
    [["synth", "config/none.yaml.missing"], undefined],
  ])("are not loaded by %j", (args, code) => {
    if (code === undefined) {
      project.write("config/none.yaml.missing", "instanceArn: none\n");
      expect(loaded(...args)).toEqual({ code: 1, packages: [] });
    } else expect(loaded(...args)).toEqual({ code, packages: [] });
  });

  it("are loaded by what needs them: CDKTF by synth", () => {
    expect(loaded("synth").packages).toEqual(["cdktf", "@cdktf/provider-aws", "constructs"]);
  });
});
