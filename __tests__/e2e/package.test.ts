import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { consoleSheet } from "../../modules/synth/console-sheet";
import { command, succeed } from "../support/command";
import { anchorsIn, linksIn } from "../support/documents";
import { makeMetadata } from "../support/metadata";
import { fixture } from "../support/fixture";
import { readAccount } from "./support/account";
import { permission, trust } from "./support/example";
import { Moto } from "./support/moto";
import { packedArchive } from "./support/packed";
import { docsProgram } from "./support/docs-program";
import { Registry } from "./support/registry";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

/** The program of docs/constructs.md. */
function program(): string {
  // CDKTF pins the provider's version; the machine that tests may have another that will do.
  const version = `stack.addOverride("terraform.required_providers.aws.version", ">= 5.100.0, < 7.0.0");`;
  return docsProgram().replace("app.synth();", `${version}\napp.synth();`);
}

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const STACK = "cdktf.out/stacks/contact-center";
// What an app has beside the package, from here: npm would spend seconds on installing it once more.
const [TSC = "", JEST = ""] = ["typescript/bin/tsc", "jest/bin/jest.js"].map((program) =>
  resolve(__dirname, "../../node_modules", program),
);
const STRICT = ["--strict", "--module", "node16", "--target", "es2022"];

let registry: Registry;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-sso-apps-"));
  registry = await Registry.start();
});
afterAll(async () => {
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An empty project. */
function project(type: "commonjs" | "module"): string {
  const app = join(folder, type);
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, type }));
  return app;
}

/** Compiles the program of docs/constructs.md as strictly as can be, libraries included, and runs it. */
async function runReadme(app: string): Promise<unknown> {
  const { type } = JSON.parse(readFileSync(join(app, "package.json"), "utf8")) as { type: string };
  // Node.js finds the file of a folder for require() only.
  const text =
    type === "module" ? program().replace('lib/provider"', 'lib/provider/index.js"') : program();
  writeFileSync(join(app, "main.ts"), text);
  await succeed("node", [TSC, ...STRICT, "main.ts"], { cwd: app });
  await succeed("node", ["main.js"], { cwd: app });
  // CDKTF keeps the state beside the output folder, by its path.
  const written = readFileSync(join(app, STACK, "cdk.tf.json"), "utf8").replaceAll(app, "");
  return JSON.parse(written) as unknown;
}

describeWithTools("the package, installed with npm install into an empty project", () => {
  let app: string;
  let written: unknown;
  beforeAll(async () => {
    app = project("commonjs");
    const cdktf = ["cdktf@0.21", "@cdktf/provider-aws@21", "constructs"];
    const install = ["install", await packedArchive(), ...cdktf, "@types/node"];
    await succeed("npm", install, { cwd: app, env: registry.environment() });
    written = await runReadme(app);
  }, 300_000);

  it("has what is compiled, its licence, and nothing of the repository's", () => {
    const installed = readdirSync(join(app, "node_modules/connect-sso"));
    expect(installed.sort()).toEqual([
      ...[
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
      ],
      ...["config", "connect-sso.schema.json", "docs", "examples", "help", "lib", "package.json"],
    ]);
  });

  it("has every file and heading that its documents link to", () => {
    const installed = join(app, "node_modules/connect-sso");
    const read = (path: string) => readFileSync(join(installed, path), "utf8");
    const documents = readdirSync(installed, { recursive: true, encoding: "utf8" });
    const links = documents
      .filter((path) => path.endsWith(".md"))
      .flatMap((path) => linksIn(path, read(path)));
    expect(links.map(({ to }) => to)).toEqual(
      expect.arrayContaining(["docs/adopt.md", "docs/images/sign-in.svg"]),
    );
    expect(links.filter(({ to }) => !existsSync(join(installed, to)))).toEqual([]);
    const broken = links.filter(
      ({ to, anchor }) => anchor !== undefined && !anchorsIn(read(to)).includes(anchor),
    );
    expect(broken).toEqual([]);
  });

  it("has the schema that editors check a config with, under its name", async () => {
    const code = `console.log(require("connect-sso/schema.json").$id)`;
    expect(await succeed("node", ["--eval", code], { cwd: app })).toBe(
      "urn:uuid:5b0f6c3e-8d0a-4d2e-9a51-6f1c7e2b94d8\n",
    );
  });

  it("is compiled and run as an ES module too, to the same Terraform", async () => {
    const other = project("module");
    symlinkSync(join(app, "node_modules"), join(other, "node_modules"));
    expect(await runReadme(other)).toEqual(written);
  }, 200_000);

  it("is used in a test with Jest, which needs no configuration", async () => {
    writeFileSync(
      join(app, "federation.test.js"),
      `const { Testing, TerraformStack, App } = require("cdktf");
       const { ConnectFederation, SamlMetadataVariable } = require("connect-sso");
       test("makes a role", () => {
         const stack = new TerraformStack(new App(), "contact-center");
         new ConnectFederation(stack, "federation", {
           instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
           applications: { agent: { samlProviderName: "A", roleName: "Agents", samlMetadataDocument: new SamlMetadataVariable(stack, "metadata", "agent").stringValue } },
         });
         expect(Testing.synth(stack)).toContain('"name": "Agents"');
       });`,
    );
    await succeed("node", [JEST], { cwd: app });
  });

  it("has a command line, which says what to install for a comparison with the account", async () => {
    const sdk = join(app, "node_modules/@aws-sdk");
    writeFileSync(join(app, "hotline.yaml"), `instanceArn: ${ARN}\napplications: { agent: {} }\n`);
    const check = (...args: string[]) =>
      command("npx", ["connect-sso", "check", "hotline.yaml", ...args], { cwd: app });
    expect(await check()).toMatchObject({ code: 0, stderr: "" });
    renameSync(sdk, `${sdk}-away`);
    try {
      const { code, stdout } = await check("--live");
      expect(code).toBe(3);
      expect(stdout).toContain(
        "failed  AWS SDK: is not installed, and reading an account needs it; run npm install @aws-sdk/client-connect @aws-sdk/client-iam @aws-sdk/client-identitystore @aws-sdk/client-sso-admin @aws-sdk/client-sts\n",
      );
    } finally {
      renameSync(`${sdk}-away`, sdk);
    }
  });

  it("writes the console sheet with the page's style and script in it", async () => {
    const sheet = { instanceArn: ARN, applications: {} };
    writeFileSync(
      join(app, "sheet.js"),
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

  describe("and its stack, deployed", () => {
    let moto: Moto;
    let metadata: string;
    beforeAll(async () => {
      moto = await Moto.start();
      metadata = await makeMetadata({ application: "another app" });
    });
    afterAll(() => moto.stop());

    it("refuses ARNs of anything else, also where only Terraform knows them", async () => {
      const provider = await RunningProvider.start(moto.environment("us-east-1"));
      try {
        await new Terraform(join(app, STACK), provider.environment).init();
        for (const arn of [
          "arn:aws-cn:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
          "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/",
        ]) {
          const { code, stderr } = await new Terraform(join(app, STACK), {
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
        await moto.reset();
        const provider = await RunningProvider.start(moto.environment(region));
        try {
          const terraform = new Terraform(join(app, STACK), {
            ...provider.environment,
            TF_VAR_instance_arn: arn,
            TF_VAR_agent_saml_metadata_document: metadata,
          });
          const state = `-state=${region}.tfstate`;
          await terraform.init();
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
        }
      },
    );
  });
});
