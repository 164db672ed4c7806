import {
  type InstanceSettings,
  type RoleSettings,
  rolesOf,
  usersOfTerraform,
} from "../../../config";
import type { HandoffValues } from "../../console-sheet";
import { protectionKey } from "../../../constructs/federation";
import { metadataVariableName } from "../../../text";
import { type Block, expression, type Json } from "../../hcl";
import { roleSessionDuration, samlProviderArn, signInPolicy, trustPolicy } from "../../../aws/iam";
import {
  CALLER_IDENTITY,
  CONNECT_INSTANCE,
  inlinePolicyAddress,
  outputNames,
  policyAttachmentAddress,
  roleAddress,
  samlProviderAddress,
  SIGN_IN_POLICY,
  SIGN_IN_PROTECTION,
} from "../../stacks";
import { namePrefix, withPrefix } from "../names";
import { NAME_PREFIX } from "../variables";
import { dataSource, run, same, testFile, text, variables } from "./blocks";
import { federationRefusals } from "./refusals";
import { sampleMetadata } from "./samples";
import { userAsserts } from "./users";

/** Values that an application has in the console, by application. */
type Values = Readonly<Record<string, HandoffValues>>;

/** Writes the tests of the module for the instance's account, by file name. */
export function federationTests(
  settings: InstanceSettings,
  values: Values,
): Record<string, string> {
  const common = setUp(settings);
  return {
    "federation.tftest.hcl": testFile(common, [
      ...run("trusts_the_saml_providers", trustAsserts(settings)),
      ...run("permits_sign_in_and_nothing_else", permissionAsserts(settings)),
      ...run("protects_what_users_sign_in_through", protectionAsserts(settings)),
      ...run("outputs_what_the_console_asks_for", outputAsserts(values)),
      ...run("creates_the_users", userAsserts(settings)),
      ...run("puts_a_prefix_before_every_name", nameAsserts(withPrefix(settings, "Second-")), [
        variables({ [NAME_PREFIX]: "Second-" }),
      ]),
    ]),
    "refusals.tftest.hcl": testFile(common, federationRefusals(settings)),
  };
}

/** Variables for every run, none of which depends on `terraform.tfvars`, and who runs them. */
function setUp(settings: InstanceSettings): Block[] {
  const { instance, applications } = settings;
  return [
    dataSource(CALLER_IDENTITY, { account_id: instance.accountId }),
    ...(usersOfTerraform(settings).length > 0
      ? [dataSource(CONNECT_INSTANCE, { identity_management_type: "SAML" })]
      : []),
    variables({
      instance_arn: instance.arn,
      ...Object.fromEntries(
        applications.map(({ key }) => [metadataVariableName(key), sampleMetadata(key)]),
      ),
      [NAME_PREFIX]: namePrefix(settings),
      tags: TAGS,
    }),
  ];
}

const TAGS = { team: "Contact center" };

function trustAsserts(settings: InstanceSettings): Block[] {
  const { applications } = settings;
  return [
    ...applications.map(({ key }) =>
      same(
        `${samlProviderAddress(key)}.saml_metadata_document`,
        `var.${metadataVariableName(key)}`,
        `The SAML provider of ${key} does not have the document of that application.`,
      ),
    ),
    ...rolesOf(settings).flatMap((role) => roleAsserts(settings, role)),
  ];
}

function roleAsserts(settings: InstanceSettings, own: RoleSettings): Block[] {
  const { instance, rolePath, permissionsBoundary } = settings;
  const { name, applications } = own;
  const role = roleAddress(own);
  const trusted = applications.map(({ samlProviderName }) =>
    samlProviderArn(instance, samlProviderName),
  );
  const seconds = roleSessionDuration(...applications.map(({ sessionSeconds }) => sessionSeconds));
  const boundary = permissionsBoundary === undefined ? "null" : text(permissionsBoundary);
  return [
    same(
      `${role}.assume_role_policy`,
      policy(trustPolicy(trusted, instance.signInUrls)),
      `The trust policy of the role ${name} differs.`,
    ),
    same(`${role}.path`, text(rolePath), `The path of the role ${name} differs.`),
    same(
      `${role}.permissions_boundary`,
      boundary,
      `The permissions boundary of the role ${name} differs.`,
    ),
    same(
      `${role}.max_session_duration`,
      String(seconds),
      `The maximum session duration of the role ${name} differs.`,
    ),
    same(`${role}.tags`, `tomap(${expression(TAGS)})`, `The tags of the role ${name} differ.`),
  ];
}

function permissionAsserts(settings: InstanceSettings): Block[] {
  if (settings.applications.length === 0) return [];
  const { instance, permission } = settings;
  const isPermission = (resource: string) =>
    same(
      `${resource}.policy`,
      policy(signInPolicy(permission.form, instance)),
      `The permission policy ${permission.policyName} differs.`,
    );
  const roles = rolesOf(settings);
  const isManaged = permission.attach === "managed";
  const attached = isManaged ? policyAttachmentAddress : inlinePolicyAddress;
  return [
    ...(isManaged
      ? [isPermission(SIGN_IN_POLICY)]
      : roles.map((role) => isPermission(inlinePolicyAddress(role)))),
    ...roles.map((role) =>
      same(
        `${attached(role)}.role`,
        text(role.name),
        `The role ${role.name} does not have the permission.`,
      ),
    ),
  ];
}

function protectionAsserts({ protect, applications }: InstanceSettings): Block[] {
  const keys = applications.map(({ key, roleName, samlProviderName }) =>
    protectionKey(key, roleName, samlProviderName),
  );
  return protect && applications.length > 0
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
    return (["attributeMappingValue", "relayStateUrl"] as const).map((value) =>
      same(`output.${names[value]}`, text(own[value]), `The output ${names[value]} differs.`),
    );
  });
}

function nameAsserts(settings: InstanceSettings): Block[] {
  if (settings.applications.length === 0) return [];
  const { applications, permission } = settings;
  const roles = rolesOf(settings);
  const policies =
    permission.attach === "managed" ? [SIGN_IN_POLICY] : roles.map(inlinePolicyAddress);
  const names = [
    ...applications.map(
      ({ key, samlProviderName }) => [samlProviderAddress(key), samlProviderName] as const,
    ),
    ...roles.map((role) => [roleAddress(role), role.name] as const),
    ...policies.map((address) => [address, permission.policyName] as const),
  ];
  return names.map(([address, name]) =>
    same(`${address}.name`, text(name), `The name of ${address} differs.`),
  );
}

function policy(document: object): string {
  return `jsonencode(${expression(document as Json)})`;
}
