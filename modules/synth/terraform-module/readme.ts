import { basename } from "node:path";

import { acsUrls } from "../../aws/connect";
import { identityCenterAccount, type InstanceSettings, usersOfTerraform } from "../../config";
import { codeBlock, metadataVariableName } from "../../text";
import { SESSION_NAME_ATTRIBUTES } from "../../aws/identity-center";
import { hcl, hclAttributes, type Json, type TerraformJson } from "../hcl";
import { additionalRegions, assignmentsImports, federationImports } from "../stacks";
import { type ArgumentOf, assignmentsArguments, federationArguments } from "./arguments";
import { documentFile, moduleCalls, providers } from "./example";
import { resourcesOf } from "./inputs";
import { assignedApplications, passedName } from "./modules";
import { reference } from "./reference";
import { sampleApplicationArn } from "./samples";

/** Writes the `README.md` of the module for the instance's account. */
export function federationReadme(
  settings: InstanceSettings,
  federation: TerraformJson,
  assignments: TerraformJson | undefined,
): string {
  const { name, instance, protect } = settings;
  return document([
    `# Single sign-on for Amazon Connect: ${name}`,
    `SAML providers, roles and the permission that let users of IAM Identity Center sign in to an Amazon Connect instance.${usersOfTerraform(settings).length > 0 ? " It also creates the users of the instance." : ""} The outputs are the values that the Identity Center console asks for, besides the Application ACS URL, here ${acsUrlsOf(settings)}.`,
    sessionName(settings),
    origin(settings),
    "## Usage",
    codeBlock(
      "hcl",
      hcl([
        ...providers(settings, assignments !== undefined),
        ...moduleCalls(
          settings,
          SOURCE,
          federationArguments(settings, ({ key }) => documentFile(key)),
          assignments && assignmentsArguments(settings, applicationArn(settings)),
        ),
      ]),
    ),
    `Save the metadata files of the applications next to this code, from the applications' pages in the Identity Center console.${arnsToCopy(settings)}`,
    ...preview(settings),
    ...(assignments ? guessedRegion(settings) : []),
    `The module has neither a provider nor a backend. Its provider needs credentials of the instance's account, here ${instance.accountId}; a plan with credentials of another account fails. As a root module it takes the values in \`terraform.tfvars\`, and region and credentials from the environment.`,
    "The attribute mapping value and the relay state are known when Terraform plans, so the console can be set up before the first apply. An apply fails if the ARNs of the role and the SAML provider turn out to be others than those in the attribute mapping value.",
    ...(protect
      ? [
          "Terraform refuses to destroy, rename or replace what users sign in through (`prevent_destroy`). If you intend such a change, remove these arguments, or synthesize the module with `protect: false`.",
        ]
      : []),
    ...(assignments
      ? [
          "[modules/assignments](modules/assignments) assigns groups and users to the applications, in the account and region of Identity Center. [examples/complete](examples/complete) calls both.",
        ]
      : ["[examples/complete](examples/complete) calls it with the values of this instance."]),
    ...adoption(federationImports(settings), "examples/complete/main.tf"),
    ...(settings.applications.length > 0
      ? [
          "**Several instances in one account**: call the module with `for_each`, and give each instance its own `name_prefix`. [examples/several-instances](examples/several-instances) does, and its plan fails where two instances would have the same names.",
        ]
      : []),
    ...fromStack(`${name}-federation`, "federation", federation),
    ...reference(federation),
    ...tests(
      "whom the roles trust, what they permit, what the console is given and what is refused",
    ),
  ]);
}

function acsUrlsOf({ instance, signInEndpoint }: InstanceSettings): string {
  const { acsUrl, otherAcsUrl } = acsUrls(instance, signInEndpoint);
  return `\`${acsUrl}\`${otherAcsUrl === undefined ? "" : ` (\`${otherAcsUrl}\` works too)`}`;
}

/** Writes the `README.md` of the module for the Identity Center account. */
export function assignmentsReadme(settings: InstanceSettings, json: TerraformJson): string {
  const { protect, identityCenter } = settings;
  const account = identityCenterAccount(settings);
  const regions = additionalRegions(settings, settings.applications);
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
        ...moduleCalls(
          settings,
          SOURCE,
          {},
          assignmentsArguments(settings, applicationArn(settings)),
        ).slice(1),
      ]),
    ),
    ...[arnsToCopy(settings).trim()].filter((text) => text !== ""),
    ...preview(settings),
    ...guessedRegion(settings),
    "The provider needs credentials of the account that administers Identity Center, which may differ from the account of Amazon Connect.",
    ...regions.map(
      (region) =>
        `\`${passedName(region)}\` is the provider of ${region}, an additional region of Identity Center: assignments of applications that were created there are made there.`,
    ),
    ...adoption(assignmentsImports(settings), "../../examples/complete/main.tf"),
    ...fromStack(`${settings.name}-assignments`, "assignments", json),
    ...reference(json),
    ...(protect && identityCenter.createGroups.length > 0
      ? [
          "Terraform refuses to delete or rename the groups that it created (`prevent_destroy`): all members would lose the tile. If you intend such a change, remove these arguments, or synthesize the module with `protect: false`.",
        ]
      : []),
    ...tests("who is assigned, and what is refused", regions.length > 0),
  ]);
}

/** Writes the `README.md` of `examples/complete`. */
export function completeExampleReadme(settings: InstanceSettings): string {
  const { name, applications, instance } = settings;
  const late = applications.filter(({ metadata }) => !metadata);
  const variables = late.map(({ key }) =>
    codeBlock("sh", `export TF_VAR_${metadataVariableName(key)}="$(cat ${key}.xml)"`),
  );
  return document([
    `# Example: ${name}`,
    `Single sign-on for the Amazon Connect instance \`${instance.instanceId}\`, with the values of \`${basename(settings.file)}\`. The AWS providers at the top of \`main.tf\` name the accounts and regions; give each its credentials, such as \`profile\`.`,
    codeBlock("sh", "terraform init\nterraform apply"),
    ...(late.length < applications.length
      ? [
          "The metadata documents are the `.xml` files here. After the certificate of an application was rotated, replace its file and apply again.",
        ]
      : []),
    ...(late.length > 0
      ? ["Metadata that the config does not have yet is a variable:", ...variables]
      : []),
  ]);
}

/** Writes the `README.md` of `examples/several-instances`. */
export function severalInstancesReadme(settings: InstanceSettings): string {
  const instances = ["East", "West"].map((prefix, index) => [
    prefix,
    {
      instance_arn: settings.instance.arn.replace(
        /[^/]*$/,
        `00000000-0000-4000-8000-00000000000${String(index + 1)}`,
      ),
      ...Object.fromEntries(
        settings.applications.map(({ key }) => [
          `${key}_saml_metadata_file`,
          `${prefix.toLowerCase()}-${key}.xml`,
        ]),
      ),
    },
  ]);
  return document([
    "# Example: several instances in one account",
    "Calls the module once for each Amazon Connect instance, with the prefix of its names as the key. Two instances with the same names fail when Terraform plans, before anything is created; IAM would refuse them in the middle of an apply.",
    "`terraform.tfvars`, with your ARNs and metadata files; each application has its own file:",
    codeBlock("hcl", hclAttributes({ instances: Object.fromEntries(instances) as Json })),
    codeBlock("sh", "terraform init\nterraform apply"),
  ]);
}

const SOURCE = { federation: "./module", assignments: "./module/modules/assignments" };

/** ARN of an application, or a sample where the config does not have it. */
function applicationArn(settings: InstanceSettings): ArgumentOf {
  const known = settings.applications.flatMap((one) => one.applicationArn ?? []).at(0);
  const accountId = identityCenterAccount(settings) ?? settings.instance.accountId;
  return (application, index) =>
    application.applicationArn ??
    sampleApplicationArn(known, { ...settings.instance, accountId }, index);
}

/** Says that ARNs are samples, where one is. */
function arnsToCopy(settings: InstanceSettings): string {
  return assignedApplications(settings).every((one) => one.applicationArn !== undefined)
    ? ""
    : " The ARNs with `apl-000000` are samples: copy those of your applications from the same pages.";
}

/** Says what permission sets are, and what nobody has confirmed. */
function preview({ permissionSets }: InstanceSettings): string[] {
  return permissionSets.length === 0
    ? []
    : [
        `**Preview**: ${permissionSets.map(({ key }) => `\`${key}\``).join(", ")} ${permissionSets.length === 1 ? "signs" : "sign"} in through permission sets, which [modules/assignments](modules/assignments) creates, without an application in the console. Every part is documented by AWS; the whole is confirmed on no live account. The name of the user in Amazon Connect is the user name in IAM Identity Center.`,
      ];
}

function sessionName({ roleSessionName }: InstanceSettings): string {
  const { what, value } = SESSION_NAME_ATTRIBUTES[roleSessionName];
  return `The role session name is the ${what} in IAM Identity Center (\`${value}\`), and the user in Amazon Connect has exactly that name.`;
}

function guessedRegion({ identityCenter }: InstanceSettings): string[] {
  return identityCenter.isRegionGuessed
    ? [
        `The region of Identity Center, ${identityCenter.region}, is a guess: set \`identityCenter.region\` in the config to the right one.`,
      ]
    : [];
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

/** Says how the resources of a stack that is deployed come into the module, which has the same. */
function fromStack(stack: string, module: string, json: TerraformJson): string[] {
  const moved = resourcesOf(json)
    .filter(({ kind }) => kind === "resource")
    .map(({ address }) => `moved {\n  from = ${address}\n  to   = module.${module}.${address}\n}`);
  return [
    `## From the stack to this module`,
    `Where the stack \`${stack}\` is deployed already, its resources can stay: give your root module the state of that stack (its backend, or a copy of its state file as \`terraform.tfstate\`), and these blocks beside the \`module\` block. The next plan moves the resources and neither adds, changes nor destroys one; after its apply the blocks can go. From then on, deploy the module only.`,
    codeBlock("hcl", moved.join("\n\n")),
  ];
}

function tests(what: string, hasAliases = false): string[] {
  return [
    "## Tests",
    ...(hasAliases
      ? [
          "`terraform validate` in this folder ends with `Provider configuration not present`: Terraform checks a module with provider aliases only together with a caller. Run it in `examples/complete`.",
        ]
      : []),
    `\`terraform init && terraform test\`, or the same with \`tofu\`: Terraform 1.7 or OpenTofu 1.8, or later. The tests mock the AWS provider and need no account. They check ${what}. A plan with mocks shows neither that a resource was added nor that \`lifecycle\` arguments such as \`prevent_destroy\` are gone: look at both when you review a change.`,
  ];
}

function document(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}
