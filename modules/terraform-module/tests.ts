import { type ApplicationSettings, type InstanceSettings, rolesOf } from "../config";
import type { HandoffValues } from "../console-sheet";
import { type Block, expression, hcl, type Json, plain, type TerraformJson } from "../hcl";
import { roleSessionDuration, signInPolicy, trustPolicy } from "../iam";
import { identityCenterArn } from "../identity-center";
import { requiredOf } from "./inputs";
import { assignedApplications } from "./modules";
import { sampleApplicationArn, sampleMetadata } from "./samples";

/*
 * Tests of the modules for `terraform test`. They mock the AWS provider, so that they need no
 * account, and promise the literal values that the config leads to.
 *
 * https://developer.hashicorp.com/terraform/language/tests/mocking
 */

/** `tests/federation.tftest.hcl` */
export function federationTests(
  settings: InstanceSettings,
  values: Readonly<Record<string, HandoffValues>>,
  json: TerraformJson,
): string {
  const { applications, instance, users } = settings;
  const samples = requiredOf(json).map((name) => [name, sampleMetadata(name)] as const);
  return hcl([
    mockProvider,
    override("data", "data.aws_caller_identity.current", { account_id: instance.accountId }),
    ...applications.map(({ key }) =>
      override("resource", `aws_iam_saml_provider.${key}`, {
        arn: values[key]?.samlProviderArn ?? "",
      }),
    ),
    ...(users.length > 0
      ? [
          override("data", "data.aws_connect_instance.instance", {
            identity_management_type: "SAML",
          }),
        ]
      : []),
    variables({ instance_arn: instance.arn, ...Object.fromEntries(samples) }),
    run("as_configured", [
      ...roleAsserts(settings, values),
      ...permissionAsserts(settings),
      ...applications.flatMap(({ key }) => outputAsserts(key, values[key])),
      ...(users.length > 0
        ? [
            same(
              "toset(keys(aws_connect_user.user))",
              set(users.map(({ email }) => email)),
              "The users are not those of the config.",
            ),
          ]
        : []),
    ]),
    refused("an_arn_of_anything_else", "instance_arn", `${instance.arn}/queue/x`),
    ...applications.map(({ key }) =>
      refused(
        `a_file_name_as_metadata_of_${key}`,
        `${key}_saml_metadata_document`,
        `metadata/${key}.xml`,
      ),
    ),
    refused("a_tag_of_aws", "tags", { "aws:owner": "somebody" }),
  ]);
}

/** `modules/assignments/tests/assignments.tftest.hcl` */
export function assignmentsTests(settings: InstanceSettings, json: TerraformJson): string {
  const { partition, accountId } = settings.instance;
  const applications = assignedApplications(settings);
  const known = applications.flatMap(({ applicationArn }) => applicationArn ?? []).at(0);
  const samples = requiredOf(json).map(
    (name, index) => [name, sampleApplicationArn(known, { partition, accountId }, index)] as const,
  );
  const [first = ""] = known === undefined ? samples.map(([, arn]) => arn) : [known];
  return hcl([
    mockProvider,
    override("data", "data.aws_ssoadmin_instances.identity_center", {
      arns: [identityCenterArn(first)],
      identity_store_ids: ["d-1234567890"],
    }),
    ...(samples.length > 0 ? [variables(Object.fromEntries(samples))] : []),
    run("as_configured", applications.flatMap(assignmentAsserts)),
    ...applications.map(({ key }) =>
      refused(
        `an_arn_of_anything_else_for_${key}`,
        `${key}_application_arn`,
        identityCenterArn(first),
      ),
    ),
  ]);
}

function roleAsserts(
  settings: InstanceSettings,
  values: Readonly<Record<string, HandoffValues>>,
): Block[] {
  return rolesOf(settings).flatMap(({ key, name, applications }) => {
    const role = `aws_iam_role.${key}`;
    const arns = applications.flatMap((one) => values[one.key]?.samlProviderArn ?? []);
    const seconds = applications.map(({ sessionSeconds }) => sessionSeconds);
    return [
      same(`${role}.name`, text(name), `The role ${name} has another name.`),
      same(
        `${role}.assume_role_policy`,
        policy(trustPolicy(arns, settings.instance.signInUrls)),
        `The trust policy of the role ${name} is another.`,
      ),
      same(
        `${role}.max_session_duration`,
        String(roleSessionDuration(...seconds)),
        `The longest session of the role ${name} is another.`,
      ),
    ];
  });
}

function permissionAsserts(settings: InstanceSettings): Block[] {
  const { instance, permission } = settings;
  const document = policy(signInPolicy(permission.form, instance));
  const addresses =
    permission.attach === "managed"
      ? ["aws_iam_policy.sign_in_permission"]
      : rolesOf(settings).map(({ key }) => `aws_iam_role_policy.${key}`);
  return addresses.map((address) =>
    same(
      `${address}.policy`,
      document,
      `The permission policy ${permission.policyName} is another.`,
    ),
  );
}

function outputAsserts(key: string, values: HandoffValues | undefined): Block[] {
  if (!values) return [];
  const outputs = {
    attribute_mapping_value: values.attributeMappingValue,
    relay_state_url: values.relayStateUrl,
    role_arn: values.roleArn,
    saml_provider_arn: values.samlProviderArn,
  };
  return Object.entries(outputs).map(([name, value]) =>
    same(`output.${key}_${name}`, text(value), `The output ${key}_${name} is another.`),
  );
}

function assignmentAsserts({ key, groups, users }: ApplicationSettings): Block[] {
  const principals = [...groups.map((one) => `group ${one}`), ...users.map((one) => `user ${one}`)];
  return [
    ...(principals.length > 0
      ? [
          same(
            `toset(keys(aws_ssoadmin_application_assignment.${key}))`,
            set(principals),
            `The application ${key} is assigned to others.`,
          ),
        ]
      : []),
    same(
      `aws_ssoadmin_application_assignment_configuration.${key}.assignment_required`,
      "true",
      `The application ${key} is open to everybody.`,
    ),
  ];
}

const mockProvider: Block = {
  type: "mock_provider",
  labels: ["aws"],
  attributes: { override_during: "${plan}" },
};

function override(kind: "resource" | "data", target: string, values: Json): Block {
  return {
    type: `override_${kind}`,
    attributes: { target: `\${${target}}`, values: plain(values), override_during: "${plan}" },
  };
}

function variables(values: Record<string, Json>): Block {
  return { type: "variables", attributes: plain(values) as Record<string, Json> };
}

/** Planned rather than applied: Terraform could not take away again what is protected. */
function run(name: string, asserts: readonly Block[]): Block {
  return { type: "run", labels: [name], attributes: { command: "${plan}" }, blocks: asserts };
}

function refused(what: string, variable: string, value: Json): Block {
  return {
    type: "run",
    labels: [`refuses_${what}`],
    attributes: { command: "${plan}", expect_failures: [`\${var.${variable}}`] },
    blocks: [variables({ [variable]: value })],
  };
}

function same(actual: string, expected: string, message: string): Block {
  return {
    type: "assert",
    attributes: { condition: `\${${actual} == ${expected}}`, error_message: plain(message) },
  };
}

function text(value: string): string {
  return expression(value);
}

function set(values: readonly string[]): string {
  return `toset(${expression(values)})`;
}

function policy(document: object): string {
  return `jsonencode(${expression(document as Json)})`;
}
