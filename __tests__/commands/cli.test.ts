import { run } from "../../modules/commands/check/run";
import { runCli } from "../../modules/commands/cli";
import { UsageError } from "../../modules/commands/usage";
import { cliHere } from "../support/cli-here";
import { command } from "../support/command";
import { CONNECT_SSO } from "../support/program";
import { Project } from "../support/project";

delete process.env["CONNECT_SSO_CONFIG"];

const projects: Project[] = [];

function newProject(): Project {
  const project = new Project();
  projects.push(project);
  return project;
}

afterAll(() => {
  for (const project of projects) project.remove();
});

/** What the package's `bin` does, from its source, for what takes a process of its own. */
function cli(project: Project, args: string[], env: Record<string, string> = {}) {
  return command("node", [...CONNECT_SSO, ...args], {
    cwd: project.folder,
    env: { FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
  });
}

const WORKSHOP = `config/workshop.yaml: Amazon Connect instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca, us-east-1, account 123456789012
  policy AmazonConnectSSOPolicy, managed; no users
  Identity Center in us-east-1, which is a guess: set identityCenter.region to the right one

  agent: Amazon Connect - Agent
    phase         before the console visit
    metadata      issued by Identity Center in us-east-1 for application ins-5a3c1e9f70b2d846 in account 123456789012
    certificate   2026-11-01 to 2076-11-01
    SAML provider AmazonConnectAgentAccess
    role          AmazonConnectAgentAccessRole, for sessions up to 12h
    for           group ConnectAgents
    next          npm run synth, and follow cdktf.out/handoff/workshop/index.html in the Identity Center console; then set applications.agent.samlMetadataFile to the metadata file that it provides

  admin: Amazon Connect - Admin
    phase         before the console visit
    metadata      issued by Identity Center in us-east-1 for application ins-0f4d2b6a8c1e9357 in account 123456789012
    certificate   2026-11-01 to 2076-11-01
    SAML provider AmazonConnectAdminAccess
    role          AmazonConnectAdminAccessRole, for sessions up to 12h
    for           group ConnectAdmins
    next          npm run synth, and follow cdktf.out/handoff/workshop/index.html in the Identity Center console; then set applications.admin.samlMetadataFile to the metadata file that it provides

1 instance with 2 applications: no errors, no warnings
`;

describe("connect-sso check", () => {
  const project = newProject().workshop().copy("examples");

  it("says for each application how far it has come", async () => {
    expect(await cliHere(project, ["check"])).toEqual({ code: 0, stdout: WORKSHOP, stderr: "" });
  });

  it("reads the config where CONNECT_SSO_CONFIG says, unless one is named", async () => {
    const env = { CONNECT_SSO_CONFIG: "examples/govcloud.yaml" };
    const { stdout } = await cliHere(project, ["check"], env);
    expect(stdout).toContain("examples/govcloud.yaml: Amazon Connect instance 3f0c8a52-");
    expect(stdout).toContain(
      "npm run synth -- examples/govcloud.yaml, and follow cdktf.out/handoff/govcloud/index.html",
    );
    expect(await cliHere(project, ["check", "config"], env)).toMatchObject({ stdout: WORKSHOP });
  });

  it("writes one JSON document and nothing else", async () => {
    const { code, stdout, stderr } = await cliHere(project, ["check", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).toMatchObject({ ok: true, errors: 0, warnings: 0, problems: [] });
  });

  it("ends with 1 when there are errors, in JSON as well", async () => {
    const broken = newProject().workshop();
    broken.edit("config/workshop.yaml", (text) => text.replace("/connect/ccp", "ccp"));
    expect(await cliHere(broken, ["check"])).toEqual({
      code: 1,
      stdout:
        'error: config/workshop.yaml:10:18 applications.agent.destination: "ccp" is neither a path nor an https URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website\n\n1 error, no warnings\nFix the errors to see the rest of the report.\n',
      stderr: "",
    });
    const { code, stdout } = await cliHere(broken, ["check", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      errors: 1,
      problems: [{ keyPath: "applications.agent.destination", line: 10, column: 18 }],
      instances: [],
    });
  });

  it("checks several files together, each once", async () => {
    const { code, stdout } = await cliHere(project, ["check", "config", "examples/people.yaml"]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'applications.agent: "agent" would create the role "AmazonConnectAgentAccessRole" in account 123456789012, as config/workshop.yaml (applications.agent) does; set another namePrefix in this file',
    );
    const twice = await cliHere(project, ["check", "config", "./config/workshop.yaml"]);
    expect(twice).toMatchObject({ code: 0 });
    expect(twice.stdout).toContain("1 instance with 2 applications");
  });

  it("uses colours where they are asked for, and none where they are not wanted", async () => {
    const red = "\u001b[32mno errors, no warnings\u001b[39m";
    const forced = await cli(project, ["check"], { FORCE_COLOR: "1" });
    expect(forced.stdout).toContain(red);
    const plain = await cli(project, ["check"], { NO_COLOR: "1" });
    expect(plain).toEqual({ code: 0, stdout: WORKSHOP, stderr: "" });
  });

  it("loads neither the AWS SDK nor CDKTF, and for help next to nothing", async () => {
    const preload = `process.on("exit", () => {
      const names = Object.keys(require.cache).map((path) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(path)?.[1]);
      console.error(JSON.stringify([...new Set(names)].filter((name) => name && !/^(tsx|esbuild)$/.test(name)).sort()));
    });`;
    project.write("preload.cjs", preload);
    const source = ["--import", "tsx", "--require", "./preload.cjs", "modules/commands/bin.ts"];
    const run = (...args: string[]) =>
      command("node", [...source, ...args], { cwd: project.folder });
    const check = await run("check");
    expect(JSON.parse(check.stderr)).toEqual([
      "csv-parse",
      "fastest-levenshtein",
      "saxes",
      "xmlchars",
      "yaml",
      "zod",
    ]);
    const help = await run("check", "--help");
    expect(JSON.parse(help.stderr)).toEqual(["fastest-levenshtein"]);
  });

  it("ends quietly when its reader closes the pipe", async () => {
    const program = `node ${CONNECT_SSO.join(" ")} check --json`;
    const many = Array.from({ length: 3 }, () => program).join("; ");
    const { stderr } = await command("sh", ["-c", `(${many}) | head -n 1`], {
      cwd: project.folder,
    });
    expect(stderr).toBe("");
  });
});

// Of Linux alone, where it must be there.
const onLinux = process.platform === "linux" ? it : it.skip;

onLinux("what cannot be written is an error, in the system's words", async () => {
  const program = `node ${CONNECT_SSO.join(" ")} check > /dev/full`;
  const outcome = await command("sh", ["-c", program], { cwd: newProject().workshop().folder });
  expect(outcome).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "error: standard output: no space left on device (ENOSPC); make room there, and run this again\n",
  });
});

it("a message on standard error is coloured by the rules of standard output, and shows what is invisible", async () => {
  const project = newProject().workshop();
  project.edit("config/workshop.yaml", (text) => text.replace("/connect/ccp", "ccp\u202e"));
  const rehearse = (env: Record<string, string>) => cli(project, ["rehearse", "x.xml"], env);
  project.write("x.xml", "");
  const path = "config/workshop.yaml:10:18 applications.agent.destination:";
  const { stderr } = await rehearse({ FORCE_COLOR: "1" });
  expect(stderr).toContain(`\u001b[31merror:\u001b[39m ${path} "ccp\\u{202e}" `);
  expect((await rehearse({ NO_COLOR: "1" })).stderr).toContain(`error: ${path} "ccp`);
  expect((await rehearse({})).stderr).toContain(`error: ${path} "ccp`);
});

describe("a call that cannot be understood", () => {
  it("is quoted with what is invisible in it written out", async () => {
    const { stderr } = await cliHere(newProject(), ["check", "--j\u202e"]);
    expect(stderr).toBe("connect-sso: --j\\u{202e} is not an option here\n");
  });

  it("ends with 2, and says so on standard error", async () => {
    const { code, stdout, stderr } = await cli(newProject(), ["chekc"]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: 'connect-sso: "chekc" is not a command; did you mean check?\n',
    });
  });

  it.each([
    [
      [],
      "a command is missing; the commands are adopt, check, discover, init, metadata, rehearse, synth, trace, users; see connect-sso --help",
    ],
    [
      ["deploy"],
      '"deploy" is not a command; the commands are adopt, check, discover, init, metadata, rehearse, synth, trace, users; see connect-sso --help',
    ],
    [["help", "chekc"], '"chekc" is not a command; did you mean check?'],
    [["hlep"], '"hlep" is not a command; did you mean help?'],
    [["help", "check", "config"], '"config" is not expected here; leave it out'],
    [["help", "check", "--json"], "--json is not an option here"],
    [["--version", "check"], '"check" is not expected here; leave it out'],
    [["--jsno"], "commands come first; --jsno is not an option here"],
    [
      ["--versoin"],
      "commands come first; --versoin is not an option here; did you mean --version?",
    ],
    [["check", "--jsno"], "--jsno is not an option here; did you mean --json?"],
    [["check", "-x"], "-x is not an option here"],
    [["check", "--json=yes"], "--json takes no value; write --json alone"],
    [["check", "--live", "--profile"], "--profile needs a value; write --profile VALUE"],
    [["check", "--profile", "--live"], "--profile needs a value; write --profile VALUE"],
  ])("%j is answered with what to write", async (args, message) => {
    await expect(runCli(args, terminal())).rejects.toThrow(new UsageError(message));
  });

  it("is one with a profile for nothing, too", async () => {
    const values = { "identity-center-profile": "a" };
    await expect(run({ values, positionals: [] }, terminal())).rejects.toThrow(
      new UsageError(
        "--identity-center-profile has no effect without --live; add that, or leave it out",
      ),
    );
  });
});

describe("a config that the call names, and that does not exist", () => {
  it.each([
    [["nowhere.yaml"], "nowhere.yaml"],
    [["config", "config/workshop.yaml/x"], "config/workshop.yaml/x"],
    [[""], ""],
  ])("makes %j a call that cannot be understood", async (positionals, named) => {
    await expect(run({ values: {}, positionals }, terminal())).rejects.toThrow(
      new UsageError(`CONFIG "${named}" does not exist; name a config file or a folder of them`),
    );
  });
});

describe("help", () => {
  it("is there for the program and each command", async () => {
    const own = terminal();
    expect(await runCli(["-h"], own)).toBe(0);
    expect(own.written()).toContain(
      "  check      check config and metadata, and say what comes next\n",
    );
    const check = terminal();
    expect(await runCli(["check", "--live", "--help"], check)).toBe(0);
    expect(check.written()).toMatch(/^Usage: npm run check -- \[CONFIG...\] \[--json\]\n/);
    expect(
      Math.max(
        ...check
          .written()
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThan(101);
  });

  it.each([[["help"]], [["--help"]], [["-h"]], [["help", "--help"]]])(
    "of the program follows %j",
    async (args) => {
      const own = terminal();
      expect(await runCli(args, own)).toBe(0);
      expect(own.written()).toMatch(/^Usage: connect-sso COMMAND \[OPTIONS\]\n/);
    },
  );

  it.each([[["help", "rehearse"]], [["rehearse", "--help"]], [["rehearse", "x.xml", "-h"]]])(
    "of a command follows %j",
    async (args) => {
      const own = terminal();
      expect(await runCli(args, own)).toBe(0);
      expect(own.written()).toMatch(/^Usage: npm run rehearse -- \[FILE\]/);
    },
  );

  it.each(["--version", "-v"])("has the version at %s", async (option) => {
    const own = terminal();
    expect(await runCli([option], own)).toBe(0);
    expect(own.written()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

function terminal() {
  let written = "";
  return {
    write: (text: string) => (written += text),
    paint: (_: unknown, text: string) => text,
    written: () => written,
  };
}
