import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { command, succeed } from "../support/command";
import { makeMetadata } from "../support/metadata";
import { EMPTY, readAccount } from "./support/account";
import { describeWithBrowser, Visitors } from "./support/browser";
import { Moto } from "./support/moto";
import { packedArchive } from "./support/packed";
import { Registry } from "./support/registry";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const CDKTF = resolve(__dirname, "../../node_modules/cdktf-cli/bundle/bin/cdktf");
const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const ROLES = ["AmazonConnectAdminAccessRole", "AmazonConnectAgentAccessRole"];

describeWithTools("an empty folder, with the package's archive alone", () => {
  const parent = mkdtempSync(join(tmpdir(), "connect-sso-empty-"));
  const folder = join(parent, "phones");
  let registry: Registry;
  let moto: Moto;
  let provider: RunningProvider;
  let variables: Record<string, string>;

  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const run = (program: string, ...args: string[]) =>
    command(program, args, { cwd: folder, env: registry.environment() });

  beforeAll(async () => {
    mkdirSync(folder);
    registry = await Registry.start();
    moto = await Moto.start();
    provider = await RunningProvider.start(moto.environment("us-east-1"));
    variables = {
      ...provider.environment,
      TF_VAR_agent_saml_metadata_document: await makeMetadata({ application: "agent" }),
      TF_VAR_admin_saml_metadata_document: await makeMetadata({ application: "admin" }),
    };
    const npx = ["--yes", `--package=${await packedArchive()}`, "connect-sso", "init", ARN];
    expect(await run("npx", ...npx)).toMatchObject({ code: 0, stderr: "" });
    expect(await run("npm", "install")).toMatchObject({ code: 0, stderr: "" });
  }, 400_000);
  afterAll(async () => {
    await moto.stop();
    await provider.stop();
    await registry.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  it("becomes a project in which synth and check work, through npx and as scripts", async () => {
    const synthesized = await run("npx", "connect-sso", "synth");
    expect(synthesized).toMatchObject({ code: 0, stderr: "" });
    expect(synthesized.stdout).toContain(
      "\nNext, at the Identity Center console: add agent, admin, as cdktf.out/handoff/contact-center/index.html says.\n",
    );
    expect(read("cdktf.out/handoff/contact-center/RUNBOOK.md")).toContain(
      "\n  npx connect-sso synth\n",
    );
    expect((await run("npm", "run", "--silent", "synth")).stdout).toBe(synthesized.stdout);
    const checked = await run("npm", "run", "--silent", "check");
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout).toContain("next          npx connect-sso synth, and follow cdktf.out");
  });

  it("says what to install where CDKTF is missing, without which check works", async () => {
    const library = join(folder, "node_modules/cdktf");
    renameSync(library, `${library}-away`);
    try {
      expect(await run("npx", "connect-sso", "synth")).toEqual({
        code: 1,
        stdout: "",
        stderr:
          "error: synth needs CDKTF or CDK Terrain, and neither is installed; run npm install cdktf@0.21 @cdktf/provider-aws@21, or npm install cdktn@0.24 @cdktn/provider-aws@25. Nothing was written.\n",
      });
      expect((await run("npx", "connect-sso", "check")).code).toBe(0);
    } finally {
      renameSync(`${library}-away`, library);
    }
  });

  it("has a schema where the config says that it is", () => {
    const [, schema = ""] = /\$schema=(\S+)/.exec(read("config/contact-center.yaml")) ?? [];
    expect(JSON.parse(read(join("config", schema)))).toMatchObject({
      properties: { instanceArn: { type: "string" } },
    });
  });

  it("has a CDKTF app, which the CDKTF CLI runs, and deploys as it was written elsewhere", async () => {
    expect((await run("npx", "connect-sso", "synth")).code).toBe(0);
    const stack = "stacks/contact-center-federation/cdk.tf.json";
    const written = read(`cdktf.out/${stack}`);
    const cdktf = (...args: string[]) =>
      succeed("node", [CDKTF, ...args], {
        cwd: folder,
        env: { ...variables, CI: "true", CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" },
      });
    await cdktf("synth");
    expect(read(`cdktf.out/${stack}`)).toBe(written);

    const { stdout } = await run("npx", "connect-sso", "synth", "--out", "other");
    expect(stdout).toContain("\nWrote other/stacks/contact-center-federation/cdk.tf.json\n");
    const before = read(`other/${stack}`);
    await cdktf(
      ...["deploy", "--output", "other", "--skip-synth", "contact-center-federation"],
      ...["--auto-approve", "--skip-provider-lock"],
    );
    expect(read(`other/${stack}`)).toBe(before);
    const { roles } = await readAccount(moto.iam("us-east-1"));
    expect(Object.keys(roles).sort()).toEqual(ROLES);
  });

  it("has a stack that Terraform applies alone", async () => {
    await moto.reset();
    expect((await run("npx", "connect-sso", "synth")).code).toBe(0);
    const stack = join(folder, "cdktf.out/stacks/contact-center-federation");
    const terraform = new Terraform(stack, variables);
    await terraform.init();
    await terraform.apply();
    const account = await readAccount(moto.iam("us-east-1"));
    expect(account).not.toEqual(EMPTY);
    expect(Object.keys(account.roles).sort()).toEqual(ROLES);
    expect(await terraform.isUpToDate()).toBe(true);
  });

  describeWithBrowser("has a sheet", () => {
    it("that opens, and asks for nothing", async () => {
      expect((await run("npx", "connect-sso", "synth")).code).toBe(0);
      const visitors = await Visitors.launch();
      try {
        const sheet = join(folder, "cdktf.out/handoff/contact-center/index.html");
        const page = await (await visitors.come()).open(pathToFileURL(sheet).href);
        expect(await page.title()).toBe("contact-center: Amazon Connect sign-in, at the console");
        expect(await page.locator("body").textContent()).toContain("npx connect-sso synth");
        expect(await visitors.leave()).toEqual([]);
      } finally {
        await visitors.close();
      }
    });
  });
});
