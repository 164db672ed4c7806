import type { RoleSettings } from "../../config";
import { escapeTemplates } from "../../text";

export { outputNames } from "../../constructs/console-handoff";

/*
 * Terraform addresses of the resources in the stacks. State files, import blocks and people use them:
 * when one changes, Terraform replaces a resource that is in use.
 */

/**
 * Name of an element of a stack, `agent` in `aws_iam_role.agent`: the second construct on its
 * path, without CDKTF's hash; `undefined` for an element directly in the stack.
 *
 * @param path IDs of the constructs from below the stack down to the element
 */
export function elementName([, second]: readonly string[]): string | undefined {
  return second?.replace(/^application-/, "").replaceAll("-", "_");
}

export const SIGN_IN_POLICY = "aws_iam_policy.sign_in_permission";
export const SIGN_IN_PROTECTION = "terraform_data.sign_in_protection";
export const CONNECT_USERS = "aws_connect_user.user";
export const CONNECT_INSTANCE = "data.aws_connect_instance.instance";
export const ROUTING_PROFILES = "data.aws_connect_routing_profile.routing_profile";
export const SECURITY_PROFILES = "data.aws_connect_security_profile.security_profile";
/** Address of the data source for the account of the credentials, which the module looks up. */
export const CALLER_IDENTITY = "data.aws_caller_identity.current";
/** Address of the data source for the Identity Center instances that the account sees. */
export const IDENTITY_CENTERS = "data.aws_ssoadmin_instances.identity_center";
export const CREATED_GROUPS = "aws_identitystore_group.created";
export const EXISTING_GROUPS = "data.aws_identitystore_group.existing";
export const CREATED_USERS = "aws_identitystore_user.created";
export const EXISTING_USERS = "data.aws_identitystore_user.existing";
export const CREATED_MEMBERSHIPS = "aws_identitystore_group_membership.created";

export function samlProviderAddress(application: string): string {
  return `aws_iam_saml_provider.${application}`;
}

export function roleAddress(role: RoleSettings): string {
  return `aws_iam_role.${roleName(role)}`;
}

/** Address of a role's inline policy. */
export function inlinePolicyAddress(role: RoleSettings): string {
  return `aws_iam_role_policy.${roleName(role)}`;
}

/** Address of the attachment of the managed policy to a role. */
export function policyAttachmentAddress(role: RoleSettings): string {
  return `aws_iam_role_policy_attachment.${roleName(role)}`;
}

/** Address of an application's assignments, which has an instance for each principal. */
export function assignmentsAddress(application: string): string {
  return `aws_ssoadmin_application_assignment.${application}`;
}

export function permissionSetAddress(application: string): string {
  return `aws_ssoadmin_permission_set.${application}`;
}

/** Address of the inline policy of a permission set. */
export function permissionSetPolicyAddress(application: string): string {
  return `aws_ssoadmin_permission_set_inline_policy.${application}`;
}

/** Address of the account assignments of a permission set, which has an instance for each principal. */
export function accountAssignmentsAddress(application: string): string {
  return `aws_ssoadmin_account_assignment.${application}`;
}

/**
 * Address of one instance of a resource: `aws_connect_user.user["agent1@example.com"]`. Terraform
 * evaluates no template in an address, but wants `${` to be escaped there.
 */
export function instanceAddress(resource: string, key: string): string {
  return `${resource}[${JSON.stringify(escapeTemplates(key))}]`;
}

function roleName({ applications: [application], isShared }: RoleSettings): string {
  if (isShared) return "shared_role";
  if (!application) throw new Error("a role without an application");
  return application.key;
}
