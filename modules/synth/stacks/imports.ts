import type { TerraformStack } from "cdktf";

import { type InstanceSettings, rolesOf } from "../../config";
import { protectionKey } from "../../constructs/federation";
import { policyArn, samlProviderArn } from "../../aws/iam";
import { isPrincipalId } from "../../aws/identity-center";
import {
  assignmentKey,
  assignmentsAddress,
  CONNECT_USERS,
  inlinePolicyAddress,
  instanceAddress,
  policyAttachmentAddress,
  roleAddress,
  samlProviderAddress,
  SIGN_IN_POLICY,
  SIGN_IN_PROTECTION,
} from "./addresses";

/**
 * An import block, by which Terraform takes over a resource that exists instead of creating it. Only
 * a root module may have one.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export interface Import {
  /** Address within the stack, or within the module that corresponds to it. */
  readonly to: string;
  readonly id: string;
}

/** Makes Terraform take over resources that exist. */
export function adopt(stack: TerraformStack, imports: readonly Import[]): void {
  // Not CDKTF's importFrom, which runs `terraform version` at every synth.
  if (imports.length > 0) stack.addOverride("import", imports);
}

/**
 * Lists, with `adopt`, the imports of resources that were created by hand under the configured names
 * in the instance's account, and of users of the instance whose IDs are given.
 */
export function federationImports(settings: InstanceSettings): Import[] {
  if (!settings.adopt) return [];
  const { instance, applications, permission, protect, users } = settings;
  const policy = policyArn(instance, permission.policyName);
  const roles = rolesOf(settings);
  return [
    ...applications.map(({ key, samlProviderName }) => ({
      to: samlProviderAddress(key),
      id: samlProviderArn(instance, samlProviderName),
    })),
    ...roles.map((role) => ({ to: roleAddress(role), id: role.name })),
    ...(permission.attach === "managed"
      ? [
          { to: SIGN_IN_POLICY, id: policy },
          ...roles.map((role) => ({
            to: policyAttachmentAddress(role),
            id: `${role.name}/${policy}`,
          })),
        ]
      : roles.map((role) => ({
          to: inlinePolicyAddress(role),
          id: `${role.name}:${permission.policyName}`,
        }))),
    // Not a resource of AWS: it is never missing, and any ID is valid.
    ...(protect
      ? applications.map(({ key, roleName, samlProviderName }) => ({
          to: instanceAddress(SIGN_IN_PROTECTION, protectionKey(key, roleName, samlProviderName)),
          id: key,
        }))
      : []),
    ...users.flatMap(({ email, connectUserId }) =>
      connectUserId === undefined
        ? []
        : [
            {
              to: instanceAddress(CONNECT_USERS, email),
              id: `${instance.instanceId}:${connectUserId}`,
            },
          ],
    ),
  ];
}

/** Lists, with `adopt`, the imports of assignments whose principals are given by their IDs. */
export function assignmentsImports(settings: InstanceSettings): Import[] {
  if (!settings.adopt) return [];
  return settings.applications.flatMap(({ key, applicationArn, groups, users }) => {
    if (applicationArn === undefined) return [];
    const assignment = (type: "GROUP" | "USER") => (principalId: string) => ({
      to: instanceAddress(assignmentsAddress(key), assignmentKey(type, principalId)),
      id: `${applicationArn},${principalId},${type}`,
    });
    return [
      ...groups.filter(isPrincipalId).map(assignment("GROUP")),
      ...users.filter(isPrincipalId).map(assignment("USER")),
    ];
  });
}
