import type { TerraformStack } from "cdktf";

import { type InstanceSettings, rolesOf } from "../../config";
import { roleLabel } from "./addresses";
import { protectionKey } from "../../constructs/federation";
import { policyArn, samlProviderArn } from "../../aws/iam";
import { isPrincipalId } from "../../aws/identity-center";
import { literal } from "../../constructs/terraform";

/**
 * An import block: Terraform takes over what exists, instead of making it. Only a root module may
 * have one.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export interface Import {
  /** The address within the stack, or within the module that is made of it. */
  readonly to: string;
  readonly id: string;
}

/** Has Terraform take over what exists. */
export function adopt(stack: TerraformStack, imports: readonly Import[]): void {
  // Not CDKTF's importFrom, which runs `terraform version` at every synth.
  if (imports.length > 0) stack.addOverride("import", imports);
}

/**
 * With `adopt`, what was made by hand under the configured names in the instance's account, and
 * users of the instance whose IDs are given.
 */
export function federationImports(settings: InstanceSettings): Import[] {
  if (!settings.adopt) return [];
  const { instance, applications, permission, protect, users } = settings;
  const policy = policyArn(instance, permission.policyName);
  const roles = rolesOf(settings).map((role) => ({ key: roleLabel(role), name: role.name }));
  return [
    ...applications.map(({ key, samlProviderName }) => ({
      to: `aws_iam_saml_provider.${key}`,
      id: samlProviderArn(instance, samlProviderName),
    })),
    ...roles.map(({ key, name }) => ({ to: `aws_iam_role.${key}`, id: name })),
    ...(permission.attach === "managed"
      ? [
          { to: "aws_iam_policy.sign_in_permission", id: policy },
          ...roles.map(({ key, name }) => ({
            to: `aws_iam_role_policy_attachment.${key}`,
            id: `${name}/${policy}`,
          })),
        ]
      : roles.map(({ key, name }) => ({
          to: `aws_iam_role_policy.${key}`,
          id: `${name}:${permission.policyName}`,
        }))),
    // No resource of AWS, so that it is never missing, and takes any ID.
    ...(protect
      ? applications.map(({ key, roleName, samlProviderName }) => ({
          to: instanceAddress(
            "terraform_data.sign_in_protection",
            protectionKey(key, roleName, samlProviderName),
          ),
          id: key,
        }))
      : []),
    ...users.flatMap(({ email, connectUserId }) =>
      connectUserId === undefined
        ? []
        : [
            {
              to: instanceAddress("aws_connect_user.user", email),
              id: `${instance.instanceId}:${connectUserId}`,
            },
          ],
    ),
  ];
}

/**
 * With `adopt`, the assignments whose principals are given by their IDs, and the configuration that
 * every application has.
 */
export function assignmentsImports(settings: InstanceSettings): Import[] {
  if (!settings.adopt) return [];
  return settings.applications.flatMap(({ key, applicationArn, groups, users }) => {
    if (applicationArn === undefined) return [];
    const assignment = (type: string) => (principalId: string) => ({
      to: instanceAddress(
        `aws_ssoadmin_application_assignment.${key}`,
        `${type.toLowerCase()} ${principalId}`,
      ),
      id: `${applicationArn},${principalId},${type}`,
    });
    return [
      { to: `aws_ssoadmin_application_assignment_configuration.${key}`, id: applicationArn },
      ...groups.filter(isPrincipalId).map(assignment("GROUP")),
      ...users.filter(isPrincipalId).map(assignment("USER")),
    ];
  });
}

/** The address of one instance of a resource: `aws_connect_user.user["agent1@example.com"]`. */
function instanceAddress(resource: string, key: string): string {
  return `${resource}[${JSON.stringify(literal(key))}]`;
}
