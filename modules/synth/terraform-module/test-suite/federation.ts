import { type InstanceSettings, type RoleSettings, rolesOf } from "../../../config";
import type { HandoffValues } from "../../console-sheet";
import { protectionKey } from "../../../constructs/federation";
import { type Block, expression, type Json, plain, type TerraformJson } from "../../hcl";
import { policyArn, roleSessionDuration, signInPolicy, trustPolicy } from "../../../aws/iam";
import { roleLabel } from "../../stacks";
import { requiredOf } from "../inputs";
import { holds, mockProvider, override, run, same, testFile, text, variables } from "./blocks";
import { federationRefusals } from "./refusals";
import { SAMPLE_METADATA, sampleMetadata } from "./samples";
import { userAsserts } from "./users";

type Values = Readonly<Record<string, HandoffValues>>;

/** Tests of the module of the instance's account, by the names of their files. */
export function federationTests(
  settings: InstanceSettings,
  values: Values,
  json: TerraformJson,
): Record<string, string> {
  const common = setUp(settings, values, json);
  return {
    "federation.tftest.hcl": testFile(common, [
      ...run("makes_the_saml_providers", providerAsserts(settings)),
      ...run("makes_the_roles", rolesOf(settings).flatMap(roleAsserts(settings, values))),
      ...run("permits_to_sign_in", permissionAsserts(settings)),
      ...run("protects_what_users_sign_in_through", protectionAsserts(settings)),
      ...run("makes_the_users", userAsserts(settings)),
      ...run("tells_what_the_console_asks_for", outputAsserts(values)),
      ...run("tags_everything", tagAsserts(settings), variables({ tags: TAGS })),
    ]),
    "refusals.tftest.hcl": testFile(common, federationRefusals(settings, json)),
    "metadata.xml": SAMPLE_METADATA,
  };
}

/** What the mocked provider knows of AWS, and variables that have to be set. */
function setUp(
  { instance, applications, permission, users }: InstanceSettings,
  values: Values,
  json: TerraformJson,
): Block[] {
  return [
    mockProvider(),
    override("data", "data.aws_caller_identity.current", { account_id: instance.accountId }),
    ...applications.map(({ key }) =>
      override("resource", `aws_iam_saml_provider.${key}`, {
        arn: values[key]?.samlProviderArn ?? "",
      }),
    ),
    ...(permission.attach === "managed"
      ? [
          override("resource", "aws_iam_policy.sign_in_permission", {
            arn: policyArn(instance, permission.policyName),
          }),
        ]
      : []),
    ...(users.length > 0
      ? [
          override("data", "data.aws_connect_instance.instance", {
            identity_management_type: "SAML",
          }),
        ]
      : []),
    ...variables({
      instance_arn: plain(instance.arn),
      ...Object.fromEntries(requiredOf(json).map((name) => [name, sampleMetadata(name)])),
    }),
  ];
}

function providerAsserts({ applications }: InstanceSettings): Block[] {
  return applications.flatMap(({ key, samlProviderName }) => {
    const provider = `aws_iam_saml_provider.${key}`;
    return [
      same(
        `${provider}.name`,
        text(samlProviderName),
        `The SAML provider ${samlProviderName} has another name.`,
      ),
      same(
        `${provider}.saml_metadata_document`,
        `var.${key}_saml_metadata_document`,
        `The SAML provider ${samlProviderName} has another document than the application ${key}.`,
      ),
    ];
  });
}

function roleAsserts(
  { instance, rolePath, permissionsBoundary }: InstanceSettings,
  values: Values,
) {
  return (settings: RoleSettings): Block[] => {
    const { name, applications } = settings;
    const key = roleLabel(settings);
    const role = `aws_iam_role.${key}`;
    const arns = applications.flatMap((one) => values[one.key]?.samlProviderArn ?? []);
    const seconds = applications.map(({ sessionSeconds }) => sessionSeconds);
    const boundary = permissionsBoundary === undefined ? "null" : text(permissionsBoundary);
    return [
      same(`${role}.name`, text(name), `The role ${name} has another name.`),
      same(`${role}.path`, text(rolePath), `The role ${name} is in another path.`),
      same(
        `${role}.permissions_boundary`,
        boundary,
        `The permissions boundary of the role ${name} is another.`,
      ),
      same(
        `${role}.assume_role_policy`,
        policy(trustPolicy(arns, instance.signInUrls)),
        `The trust policy of the role ${name} is another.`,
      ),
      same(
        `${role}.max_session_duration`,
        String(roleSessionDuration(...seconds)),
        `The longest session of the role ${name} is another.`,
      ),
    ];
  };
}

function permissionAsserts(settings: InstanceSettings): Block[] {
  const { instance, permission } = settings;
  const { policyName } = permission;
  const isPermission = (resource: string) => [
    same(`${resource}.name`, text(policyName), `The policy ${policyName} has another name.`),
    same(
      `${resource}.policy`,
      policy(signInPolicy(permission.form, instance)),
      `The permission policy ${policyName} is another.`,
    ),
  ];
  const isOf = (resource: string, role: string) =>
    same(
      `${resource}.role`,
      text(role),
      `The policy ${policyName} is not that of the role ${role}.`,
    );
  if (permission.attach === "inline") {
    return rolesOf(settings).flatMap((role) => {
      const [key, name] = [roleLabel(role), role.name];
      const resource = `aws_iam_role_policy.${key}`;
      return [...isPermission(resource), isOf(resource, name)];
    });
  }
  return [
    ...isPermission("aws_iam_policy.sign_in_permission"),
    ...rolesOf(settings).flatMap((role) => {
      const [key, name] = [roleLabel(role), role.name];
      const attachment = `aws_iam_role_policy_attachment.${key}`;
      return [
        isOf(attachment, name),
        same(
          `${attachment}.policy_arn`,
          text(policyArn(instance, policyName)),
          `The role ${name} has another policy than ${policyName}.`,
        ),
      ];
    }),
  ];
}

function protectionAsserts({ protect, applications }: InstanceSettings): Block[] {
  const keys = applications.map(({ key, roleName, samlProviderName }) =>
    protectionKey(key, roleName, samlProviderName),
  );
  return protect
    ? [
        same(
          "toset(keys(terraform_data.sign_in_protection))",
          `toset(${expression(keys)})`,
          "The protection of what users sign in through is not that of the applications.",
        ),
      ]
    : [];
}

function outputAsserts(values: Values): Block[] {
  return Object.entries(values).flatMap(([key, own]) => {
    const outputs = {
      attribute_mapping_value: own.attributeMappingValue,
      relay_state_url: own.relayStateUrl,
      role_arn: own.roleArn,
      saml_provider_arn: own.samlProviderArn,
    };
    return Object.entries(outputs).map(([name, value]) =>
      same(`output.${key}_${name}`, text(value), `The output ${key}_${name} is another.`),
    );
  });
}

const TAGS = { team: "Contact center" };

function tagAsserts(settings: InstanceSettings): Block[] {
  const { applications, permission, users } = settings;
  const tags = `tomap(${expression(TAGS)})`;
  const tagged = [
    ...applications.map(({ key }) => `aws_iam_saml_provider.${key}`),
    ...rolesOf(settings).map((role) => `aws_iam_role.${roleLabel(role)}`),
    ...(permission.attach === "managed" ? ["aws_iam_policy.sign_in_permission"] : []),
  ];
  return [
    ...tagged.map((resource) =>
      same(`${resource}.tags`, tags, `The tags of ${resource} are others.`),
    ),
    ...(users.length > 0
      ? [
          holds(
            `alltrue([for one in aws_connect_user.user : one.tags == ${tags}])`,
            "The tags of the users are others.",
          ),
        ]
      : []),
  ];
}

function policy(document: object): string {
  return `jsonencode(${expression(document as Json)})`;
}
