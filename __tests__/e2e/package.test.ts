import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { consoleSheet } from "../../modules/synth/console-sheet";
import { command, succeed } from "../support/command";
import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { fixture } from "../support/synth";
import { readAccount } from "./support/account";
import { permission, trust } from "./support/example";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const MODULES = resolve(__dirname, "../../node_modules");

/** The README's program for other apps. */
function program(): string {
  const code = /<!-- library -->\s+```ts\n(.*?)```/s.exec(fixture("README.md"))?.[1];
  if (code === undefined) throw new Error("README.md has no program after its library mark");
  // CDKTF pins the provider's version; the machine that tests may have another that will do.
  const version = `stack.addOverride("terraform.required_providers.aws.version", ">= 5.100.0, < 7.0.0");`;
  return code.replace("app.synth();", `${version}\napp.synth();`);
}

describeWithTools("the package, in another CDKTF app as the README has it", () => {
  const source = new Project();
  const app = source.path("app");
  let metadata: string;
  beforeAll(async () => {
    metadata = await makeMetadata({ application: "another app" });
    // What npm would publish, beside dependencies that are installed here already.
    for (const file of ["tsconfig.build.json", "README.md", "LICENSE"]) source.copy(file);
    const installed = source.path("app/node_modules/connect-sso");
    mkdirSync(installed, { recursive: true });
    await succeed("npm", ["pack", "--pack-destination", app], { cwd: source.folder });
    const [archive = ""] = readdirSync(app).filter((name) => name.endsWith(".tgz"));
    await succeed("tar", ["-xzf", archive, "-C", installed, "--strip-components=1"], { cwd: app });
    expect(readdirSync(installed).sort()).toEqual(["LICENSE", "README.md", "lib", "package.json"]);
    for (const name of readdirSync(MODULES)) {
      symlinkSync(resolve(MODULES, name), source.path(`app/node_modules/${name}`));
    }

    source.write("app/main.ts", program());
    const options = ["--strict", "--noEmit", "--module", "node16", "--target", "es2022"];
    const compiler = ["node_modules/typescript/bin/tsc", "--skipLibCheck", ...options, "main.ts"];
    await succeed("node", compiler, { cwd: app });
    await succeed("node", ["--import", "tsx", "main.ts"], { cwd: app });
    await succeed("terraform", ["init", "-input=false"], { cwd: `${app}/${STACK}` });
  });
  afterAll(() => {
    source.remove();
  });
  const STACK = "cdktf.out/stacks/contact-center";

  it("has a command line, which says what to install for a comparison with the account", async () => {
    source.workshop();
    // Apart from here, where Node.js would find the AWS SDK in a folder above.
    const folder = mkdtempSync(join(tmpdir(), "connect-sso-without-sdk-"));
    try {
      const installed = join(folder, "node_modules/connect-sso");
      cpSync(`${app}/node_modules/connect-sso`, installed, { recursive: true });
      for (const name of ["entities", "fastest-levenshtein", "saxes", "yaml", "zod"]) {
        symlinkSync(resolve(MODULES, name), join(folder, "node_modules", name));
      }
      const bin = (...args: string[]) =>
        command("node", [join(installed, "lib/commands/bin.js"), ...args], { cwd: source.folder });
      expect(await bin("check")).toMatchObject({ code: 0, stderr: "" });
      const { code, stdout } = await bin("check", "--live");
      expect(code).toBe(3);
      expect(stdout).toContain(
        "failed  AWS SDK: is not installed, and --live needs it; run npm install @aws-sdk/client-connect @aws-sdk/client-iam @aws-sdk/client-identitystore @aws-sdk/client-sso-admin @aws-sdk/client-sts\n",
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("writes the console sheet with the page's style and script in it", async () => {
    const sheet = {
      instanceArn:
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      applications: {},
    };
    source.write(
      "app/sheet.js",
      `const { consoleSheet } = require("connect-sso");
       process.stdout.write(consoleSheet(${JSON.stringify(sheet)}).html);`,
    );
    const { code, stdout } = await command("node", ["sheet.js"], { cwd: app });
    expect(code).toBe(0);
    expect(stdout).toContain(
      `<style>${fixture("modules/synth/console-sheet/page/page.css")}</style>`,
    );
    expect(stdout).toContain(
      `<script>${fixture("modules/synth/console-sheet/page/page.js")}</script>`,
    );
    expect(stdout).toBe(consoleSheet(sheet).html);
  });

  it("refuses ARNs of anything else, also where only Terraform knows them", async () => {
    const moto = await Moto.start();
    const provider = await RunningProvider.start(moto.environment("us-east-1"));
    try {
      for (const arn of [
        "arn:aws-cn:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/",
      ]) {
        const { code, stderr } = await new Terraform(`${app}/${STACK}`, {
          ...provider.environment,
          TF_VAR_instance_arn: arn,
          TF_VAR_agent_saml_metadata_document: metadata,
        }).attempt("plan", "-input=false", "-state=none.tfstate");
        expect(code).toBe(1);
        expect(stderr.replace(/\s+/g, " ")).toContain(
          "The instance ARN is not that of an Amazon Connect instance",
        );
      }
    } finally {
      await provider.stop();
      await moto.stop();
    }
  });

  it.each([
    {
      region: "us-east-1",
      arn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      iam: "arn:aws:iam::123456789012",
      url: "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fagent-app-v2&new_domain=true",
      aud: ["https://signin.aws.amazon.com/saml"],
    },
    {
      region: "eu-west-2",
      arn: "arn:aws:connect:eu-west-2:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
      iam: "arn:aws:iam::123456789012",
      url: "https://eu-west-2.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f?destination=%2Fagent-app-v2&new_domain=true",
      aud: ["https://signin.aws.amazon.com/saml", "https://eu-west-2.signin.aws.amazon.com/saml"],
    },
    {
      region: "us-gov-west-1",
      arn: "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60",
      iam: "arn:aws-us-gov:iam::123456789012",
      url: "https://console.amazonaws-us-gov.com/connect/federate/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60?destination=%2Fagent-app-v2&new_domain=true",
      aud: ["https://signin.amazonaws-us-gov.com/saml"],
    },
  ])(
    "takes an ARN in $region that only Terraform knows",
    async ({ region, arn, iam, url, aud }) => {
      const moto = await Moto.start();
      const provider = await RunningProvider.start(moto.environment(region));
      try {
        const terraform = new Terraform(`${app}/${STACK}`, {
          ...provider.environment,
          TF_VAR_instance_arn: arn,
          TF_VAR_agent_saml_metadata_document: metadata,
        });
        const state = `-state=${region}.tfstate`;
        await terraform.apply(state);
        expect(await terraform.outputs(state)).toEqual({
          agent_attribute_mapping_value: `${iam}:role/Agents,${iam}:saml-provider/Agents`,
          agent_relay_state_url: url,
          agent_role_arn: `${iam}:role/Agents`,
          agent_saml_provider_arn: `${iam}:saml-provider/Agents`,
        });
        expect(await readAccount(moto.iam(region))).toEqual({
          samlProviders: { [`${iam}:saml-provider/Agents`]: metadata },
          roles: {
            Agents: {
              arn: `${iam}:role/Agents`,
              maxSessionDuration: 43_200,
              trust: trust(`${iam}:saml-provider/Agents`, aud),
              managed: [`${iam}:policy/AmazonConnectSSOPolicy`],
              inline: {},
            },
          },
          policies: {
            [`${iam}:policy/AmazonConnectSSOPolicy`]: permission({
              Resource: [`${arn}/user/\${aws:userid}`],
            }),
          },
        });
      } finally {
        await provider.stop();
        await moto.stop();
      }
    },
  );
});
