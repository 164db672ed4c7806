import type { TerraformStack } from "cdktf";

import { type InstanceSettings, rolesOf } from "../config";
import { protectionKey } from "../federation";
import { policyArn, samlProviderArn } from "../iam";
import { isPrincipalId } from "../identity-center";
import { literal } from "../terraform-text";

/** An import block: Terraform takes over what exists, instead of making it. */
interface Import {
  readonly to: string;
  readonly id: string;
}

/**
 * Has Terraform take over what was made by hand under the configured names in the instance's
 * account, and users of the instance whose IDs are given.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export function adoptFederation(stack: TerraformStack, settings: InstanceSettings): void {
  const { instance, applications, permission, protect, sharedRoleName, users } = settings;
  const policy = policyArn(instance, permission.policyName);
  const roles = rolesOf(settings);
  adopt(stack, [
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
            protectionKey(key, sharedRoleName ?? roleName, samlProviderName),
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
  ]);
}

/**
 * Has Terraform take over the assignments whose principals are given by their IDs, and the
 * configuration that every application has.
 */
export function adoptAssignments(stack: TerraformStack, settings: InstanceSettings): void {
  adopt(
    stack,
    settings.applications.flatMap(({ key, applicationArn, groups, users }) => {
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
    }),
  );
}

function adopt(stack: TerraformStack, imports: readonly Import[]): void {
  // Not CDKTF's importFrom, which runs `terraform version` at every synth.
  if (imports.length > 0) stack.addOverride("import", imports);
}

/** The address of one instance of a resource: `aws_connect_user.user["agent1@example.com"]`. */
function instanceAddress(resource: string, key: string): string {
  return `${resource}[${JSON.stringify(literal(key))}]`;
}
