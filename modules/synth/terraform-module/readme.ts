import { basename } from "node:path";

import { acsUrls } from "../../aws/connect";
import { identityCenterAccount, type InstanceSettings } from "../../config";
import { codeBlock, markdownTable, metadataVariableName } from "../../text";
import { hcl, type TerraformJson } from "../hcl";
import { assignmentsImports, federationImports } from "../stacks";
import { moduleCalls, providers } from "./example";
import {
  type Declaration,
  outputsOf,
  requiredOf,
  resourcesOf,
  variablesOf,
  versionsOf,
} from "./inputs";
import { sampleApplicationArn } from "./samples";
import { applicationArnVariableName } from "./variables";

/** Writes the `README.md` of the module for the instance's account. */
export function federationReadme(
  settings: InstanceSettings,
  federation: TerraformJson,
  assignments: TerraformJson | undefined,
): string {
  const { name, instance } = settings;
  return document([
    `# Single sign-on for Amazon Connect: ${name}`,
    `SAML providers, roles and the permission that let users of IAM Identity Center sign in to the Amazon Connect instance \`${instance.instanceId}\` in ${instance.region}, account ${instance.accountId}.${settings.users.length > 0 ? " It also creates the users of that instance." : ""} The outputs are the values that the Identity Center console asks for, besides the Application ACS URL: ${acsUrlsOf(settings)}.`,
    origin(settings),
    "## Usage",
    codeBlock(
      "hcl",
      hcl([
        ...providers(settings, assignments !== undefined),
        ...moduleCalls(settings, caller(settings), federation, assignments),
      ]),
    ),
    ...toReplace(settings, [federation, assignments ?? {}]),
    `The provider needs credentials of the instance's account, ${instance.accountId}; a plan with credentials of another account fails. The module has neither its own provider nor its own backend; it also runs as a root module, with the region and the credentials in the environment.`,
    ...(settings.protect
      ? [
          "Terraform refuses to destroy, rename or replace what users sign in through (`prevent_destroy`). If you intend such a change, remove these arguments, or synthesize the module with `protect: false`.",
        ]
      : []),
    ...(assignments
      ? [
          "[modules/assignments](modules/assignments) assigns groups and users to the applications, in the account and region of Identity Center. [examples/complete](examples/complete) calls both.",
        ]
      : ["[examples/complete](examples/complete) can be applied as it is."]),
    ...adoption(federationImports(settings), "examples/complete/main.tf"),
    ...interfaceOf(federation),
    ...tests(),
  ]);
}

function acsUrlsOf({ instance, signInEndpoint }: InstanceSettings): string {
  const { acsUrl, otherAcsUrl } = acsUrls(instance, signInEndpoint);
  return `\`${acsUrl}\`${otherAcsUrl === undefined ? "" : ` (\`${otherAcsUrl}\` works too)`}`;
}

/** Writes the `README.md` of the module for the Identity Center account. */
export function assignmentsReadme(settings: InstanceSettings, json: TerraformJson): string {
  const account = identityCenterAccount(settings);
  const where = `${settings.identityCenter.region}${account === undefined ? "" : `, account ${account}`}`;
  return document([
    `# Assignments for Amazon Connect: ${settings.name}`,
    `Assigns groups and users to the applications of IAM Identity Center in ${where}. The applications are created in the console, which shows their ARNs.`,
    origin(settings),
    "## Usage",
    codeBlock(
      "hcl",
      hcl([
        ...providers(settings, true).slice(1),
        ...moduleCalls(settings, caller(settings), {}, json).slice(1),
      ]),
    ),
    ...toReplace(settings, [json]),
    "The provider needs credentials of the account that administers Identity Center, which may differ from the account of Amazon Connect.",
    ...adoption(assignmentsImports(settings), "../../examples/complete/main.tf"),
    ...interfaceOf(json),
    ...tests(),
  ]);
}

/** Inputs of the usage example, with samples for values that the config does not have. */
function caller(settings: InstanceSettings) {
  const { applications, instance } = settings;
  const { accountId } = instance;
  const account = { ...instance, accountId: identityCenterAccount(settings) ?? accountId };
  const known = applications.flatMap(({ applicationArn }) => applicationArn ?? []).at(0);
  const samples = new Map(
    applications.flatMap(({ key }, index) => [
      [metadataVariableName(key), `\${file("${key}.xml")}`],
      [applicationArnVariableName(key), sampleApplicationArn(known, account, index)],
    ]),
  );
  return {
    federation: "./module",
    assignments: "./module/modules/assignments",
    input: (name: string) => {
      const sample = samples.get(name);
      if (sample === undefined) throw new Error(`the variable ${name} has no sample`);
      return sample;
    },
  };
}

function toReplace(
  { applications }: InstanceSettings,
  modules: readonly TerraformJson[],
): string[] {
  const keys = applications.map(({ key }) => key);
  const required = modules.flatMap(requiredOf);
  const files = keys.some((key) => required.includes(metadataVariableName(key)));
  const arns = keys.some((key) => required.includes(applicationArnVariableName(key)));
  const sentences = [
    ...(files
      ? ["Download the metadata files from the applications' pages in the Identity Center console."]
      : []),
    ...(arns ? ["The ARNs of the applications are samples: copy yours from the same pages."] : []),
  ];
  return sentences.length > 0 ? [sentences.join(" ")] : [];
}

function origin({ file }: InstanceSettings): string {
  return `Synthesized from \`${basename(file)}\`: to change this module, change that file and synthesize again.`;
}

function adoption(imports: readonly unknown[], example: string): string[] {
  return imports.length === 0
    ? []
    : [
        `\`import\` blocks take over existing resources instead of creating them. Terraform allows such blocks only in a root module: copy those of [${example}](${example}) to yours, with the name of your \`module\` block.`,
      ];
}

function interfaceOf(json: TerraformJson): string[] {
  const outputs = outputsOf(json);
  return [
    "## Requirements",
    markdownTable(
      ["Name", "Version"],
      versionsOf(json).map(([name, version]) => [name, `\`${version}\``]),
    ),
    "## Resources",
    markdownTable(
      ["Name", "Type"],
      resourcesOf(json).map(({ address, kind }) => [`\`${address}\``, kind]),
    ),
    "## Inputs",
    markdownTable(
      ["Name", "Description", "Type", "Default", "Required"],
      variablesOf(json).map((one) => [
        `\`${one.name}\``,
        one.description,
        `\`${one.type}\``,
        defaultOf(one),
        one.default === undefined ? "yes" : "no",
      ]),
    ),
    "## Outputs",
    outputs.length === 0
      ? "None."
      : markdownTable(
          ["Name", "Description"],
          outputs.map(({ name, description }) => [`\`${name}\``, description]),
        ),
  ];
}

function tests(): string[] {
  return [
    "## Tests",
    "`terraform init && terraform test`, with Terraform 1.11 or later. The tests mock the AWS provider and need no account. They check the values of the resources, and that the module refuses invalid inputs. A plan with mocks shows neither that a resource was added nor that `lifecycle` arguments such as `prevent_destroy` are gone: look at both when you review a change.",
    "Where this module is the root module, Terraform 1.6 and later reads `tests/` at `terraform init`. The tests use `override_during`, which needs Terraform 1.11 or later: to apply this module as a root module with an earlier version, remove `tests/`. Modules that call this one are not affected.",
  ];
}

function defaultOf({ default: value }: Declaration): string {
  if (value === undefined) return "n/a";
  if (typeof value === "string" && value.includes("\n")) return "the document in `variables.tf`";
  return `\`${JSON.stringify(value)}\``;
}

function document(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}
