import { type InstanceSettings, type RoleSettings, rolesOf } from "../../../config";
import type { HandoffValues } from "../../console-sheet";
import { protectionKey } from "../../../constructs/federation";
import { metadataVariableName } from "../../../text";
import { type Block, expression, type Json, plain, type TerraformJson } from "../../hcl";
import { policyArn, roleSessionDuration, signInPolicy, trustPolicy } from "../../../aws/iam";
import {
  CALLER_IDENTITY,
  CONNECT_INSTANCE,
  CONNECT_USERS,
  inlinePolicyAddress,
  outputNames,
  policyAttachmentAddress,
  roleAddress,
  samlProviderAddress,
  SIGN_IN_POLICY,
  SIGN_IN_PROTECTION,
} from "../../stacks";
import { requiredOf } from "../inputs";
import { holds, mockProvider, override, run, same, testFile, text, variables } from "./blocks";
import { federationRefusals } from "./refusals";
import { SAMPLE_METADATA, sampleMetadata } from "./samples";
import { userAsserts } from "./users";

type Values = Readonly<Record<string, HandoffValues>>;

/** Writes the tests of the module for the instance's account, by file name. */
export function federationTests(
  settings: InstanceSettings,
  values: Values,
  json: TerraformJson,
): Record<string, string> {
  const common = setUp(settings, values, json);
  return {
    "federation.tftest.hcl": testFile(common, [
      ...run("creates_the_saml_providers", providerAsserts(settings)),
      ...run("creates_the_roles", rolesOf(settings).flatMap(roleAsserts(settings, values))),
      ...run("permits_sign_in", permissionAsserts(settings)),
      ...run("protects_what_users_sign_in_through", protectionAsserts(settings)),
      ...run("creates_the_users", userAsserts(settings)),
      ...run("outputs_what_the_console_asks_for", outputAsserts(values)),
      ...run("tags_everything", tagAsserts(settings), variables({ tags: TAGS })),
    ]),
    "refusals.tftest.hcl": testFile(common, federationRefusals(settings, json)),
    "metadata.xml": SAMPLE_METADATA,
  };
}

/** Values that the mocked provider returns, and variables that must be set. */
function setUp(
  { instance, applications, permission, users }: InstanceSettings,
  values: Values,
  json: TerraformJson,
): Block[] {
  return [
    mockProvider(),
    override("data", CALLER_IDENTITY, { account_id: instance.accountId }),
    ...applications.map(({ key }) =>
      override("resource", samlProviderAddress(key), {
        arn: valuesOf(values, key).samlProviderArn,
      }),
    ),
    ...(permission.attach === "managed"
      ? [
          override("resource", SIGN_IN_POLICY, {
            arn: policyArn(instance, permission.policyName),
          }),
        ]
      : []),
    ...(users.length > 0
      ? [
          override("data", CONNECT_INSTANCE, {
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
    const provider = samlProviderAddress(key);
    return [
      same(
        `${provider}.name`,
        text(samlProviderName),
        `The SAML provider ${samlProviderName} has a different name.`,
      ),
      same(
        `${provider}.saml_metadata_document`,
        `var.${metadataVariableName(key)}`,
        `The SAML provider ${samlProviderName} does not have the document of the application ${key}.`,
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
    const role = roleAddress(settings);
    const arns = applications.map(({ key }) => valuesOf(values, key).samlProviderArn);
    const seconds = applications.map(({ sessionSeconds }) => sessionSeconds);
    const boundary = permissionsBoundary === undefined ? "null" : text(permissionsBoundary);
    return [
      same(`${role}.name`, text(name), `The role ${name} has a different name.`),
      same(`${role}.path`, text(rolePath), `The role ${name} has a different path.`),
      same(
        `${role}.permissions_boundary`,
        boundary,
        `The permissions boundary of the role ${name} differs.`,
      ),
      same(
        `${role}.assume_role_policy`,
        policy(trustPolicy(arns, instance.signInUrls)),
        `The trust policy of the role ${name} differs.`,
      ),
      same(
        `${role}.max_session_duration`,
        String(roleSessionDuration(...seconds)),
        `The maximum session duration of the role ${name} differs.`,
      ),
    ];
  };
}

function permissionAsserts(settings: InstanceSettings): Block[] {
  const { instance, permission } = settings;
  const { policyName } = permission;
  const isPermission = (resource: string) => [
    same(`${resource}.name`, text(policyName), `The policy ${policyName} has a different name.`),
    same(
      `${resource}.policy`,
      policy(signInPolicy(permission.form, instance)),
      `The permission policy ${policyName} differs.`,
    ),
  ];
  const isOf = (resource: string, role: string) =>
    same(
      `${resource}.role`,
      text(role),
      `The policy ${policyName} is not attached to the role ${role}.`,
    );
  if (permission.attach === "inline") {
    return rolesOf(settings).flatMap((role) => {
      const resource = inlinePolicyAddress(role);
      return [...isPermission(resource), isOf(resource, role.name)];
    });
  }
  return [
    ...isPermission(SIGN_IN_POLICY),
    ...rolesOf(settings).flatMap((role) => {
      const { name } = role;
      const attachment = policyAttachmentAddress(role);
      return [
        isOf(attachment, name),
        same(
          `${attachment}.policy_arn`,
          text(policyArn(instance, policyName)),
          `The role ${name} does not have the policy ${policyName}.`,
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
          `toset(keys(${SIGN_IN_PROTECTION}))`,
          `toset(${expression(keys)})`,
          "The sign-in protection does not match the applications.",
        ),
      ]
    : [];
}

function outputAsserts(values: Values): Block[] {
  return Object.entries(values).flatMap(([key, own]) => {
    const names = outputNames(key);
    return VALUES.map((value) =>
      same(`output.${names[value]}`, text(own[value]), `The output ${names[value]} differs.`),
    );
  });
}

const VALUES = [
  "attributeMappingValue",
  "relayStateUrl",
  "roleArn",
  "samlProviderArn",
] as const satisfies readonly (keyof HandoffValues)[];

const TAGS = { team: "Contact center" };

function tagAsserts(settings: InstanceSettings): Block[] {
  const { applications, permission, users } = settings;
  const tags = `tomap(${expression(TAGS)})`;
  const tagged = [
    ...applications.map(({ key }) => samlProviderAddress(key)),
    ...rolesOf(settings).map(roleAddress),
    ...(permission.attach === "managed" ? [SIGN_IN_POLICY] : []),
  ];
  return [
    ...tagged.map((resource) => same(`${resource}.tags`, tags, `The tags of ${resource} differ.`)),
    ...(users.length > 0
      ? [
          holds(
            `alltrue([for one in ${CONNECT_USERS} : one.tags == ${tags}])`,
            "The tags of the users differ.",
          ),
        ]
      : []),
  ];
}

function valuesOf(values: Values, application: string): HandoffValues {
  const own = values[application];
  if (!own) throw new Error(`the application ${application} has no values for the console`);
  return own;
}

function policy(document: object): string {
  return `jsonencode(${expression(document as Json)})`;
}
