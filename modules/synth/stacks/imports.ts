import type { TerraformStack } from "cdktf";

import { adoptable, type InstanceSettings, rolesOf, usersOfTerraform } from "../../config";
import { protectionKey } from "../../constructs/federation";
import { policyArn, samlProviderArn } from "../../aws/iam";
import { instanceOfPermissionSet } from "../../aws/identity-center";
import {
  accountAssignmentsAddress,
  assignmentsAddress,
  CONNECT_USERS,
  CREATED_GROUPS,
  CREATED_MEMBERSHIPS,
  CREATED_USERS,
  inlinePolicyAddress,
  instanceAddress,
  permissionSetAddress,
  permissionSetPolicyAddress,
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

/** Lists the imports of resources in the instance's account that the config adopts. */
export function federationImports(settings: InstanceSettings): Import[] {
  const { adopt: adopted, instance, applications, permission, protect } = settings;
  if (!adopted) return [];
  const policy = policyArn(instance, permission.policyName);
  const roles = rolesOf(settings);
  return [
    ...applications
      .filter(({ samlProviderName }) => adopted.samlProviders.includes(samlProviderName))
      .map(({ key, samlProviderName }) => ({
        to: samlProviderAddress(key),
        id: samlProviderArn(instance, samlProviderName),
      })),
    ...roles
      .filter(({ name }) => adopted.roles.includes(name))
      .map((role) => ({ to: roleAddress(role), id: role.name })),
    ...(adopted.policies.length > 0 ? [{ to: SIGN_IN_POLICY, id: policy }] : []),
    ...roles
      .filter(({ name }) => adopted.rolesWithPolicy.includes(name))
      .map((role) =>
        permission.attach === "managed"
          ? { to: policyAttachmentAddress(role), id: `${role.name}/${policy}` }
          : { to: inlinePolicyAddress(role), id: `${role.name}:${permission.policyName}` },
      ),
    // Not a resource of AWS: it is never missing, and any ID is valid.
    ...(protect
      ? applications.map(({ key, roleName, samlProviderName }) => ({
          to: instanceAddress(SIGN_IN_PROTECTION, protectionKey(key, roleName, samlProviderName)),
          id: key,
        }))
      : []),
    ...userImports(settings, (name) => listedUsers(settings).has(name)),
  ];
}

/** Lists the imports of users who come from groups that the config adopts. */
export function peopleImports(settings: InstanceSettings): Import[] {
  return userImports(settings, (name) => !listedUsers(settings).has(name));
}

function userImports(
  { adopt: adopted, instance }: InstanceSettings,
  isOwn: (name: string) => boolean,
): Import[] {
  const own = Object.entries(adopted?.connectUsers ?? {}).filter(([name]) => isOwn(name));
  return importsOf(CONNECT_USERS, Object.fromEntries(own), (id) => `${instance.instanceId}:${id}`);
}

/** Names of the users whom the config lists, who are in the stack of the federation. */
function listedUsers(settings: InstanceSettings): ReadonlySet<string> {
  return new Set(usersOfTerraform(settings).map(({ connectUserName }) => connectUserName));
}

/** Lists the imports of resources in the account of Identity Center that the config adopts. */
export function assignmentsImports(settings: InstanceSettings): Import[] {
  const { adopt: adopted } = settings;
  if (!adopted) return [];
  const setId = (name: string) => {
    const arn = adopted.permissionSets[name];
    return arn === undefined ? undefined : `${arn},${instanceOfPermissionSet(arn)}`;
  };
  const inStore = (id: string) => `${adopted.identityStoreId ?? ""}/${id}`;
  return [
    ...importsOf(CREATED_GROUPS, adopted.groups, inStore),
    ...importsOf(CREATED_USERS, adopted.directoryUsers, inStore),
    ...importsOf(CREATED_MEMBERSHIPS, adopted.memberships, inStore),
    ...settings.permissionSets.flatMap(({ key, name }) => {
      const set = setId(name);
      if (set === undefined) return [];
      return [
        { to: permissionSetAddress(key), id: set },
        ...(adopted.permissionSetsWithPolicy.includes(name)
          ? [{ to: permissionSetPolicyAddress(key), id: set }]
          : []),
      ];
    }),
    ...adoptable(settings).assignments.flatMap(({ application, of, name, type }) => {
      const { [name]: id } = adopted.assignments[application] ?? {};
      if (id === undefined) return [];
      if ("applicationArn" in of) {
        const to = instanceAddress(assignmentsAddress(application), name);
        return [{ to, id: `${of.applicationArn},${id},${type}` }];
      }
      const to = instanceAddress(accountAssignmentsAddress(application), name);
      const set = setId(of.permissionSet);
      const account = settings.instance.accountId;
      return set === undefined ? [] : [{ to, id: `${id},${type},${account},AWS_ACCOUNT,${set}` }];
    }),
  ];
}

/** Imports instances of a resource, whose keys are names. */
function importsOf(
  resource: string,
  ids: Readonly<Record<string, string>>,
  idOf: (id: string) => string,
): Import[] {
  return Object.entries(ids).map(([name, id]) => ({
    to: instanceAddress(resource, name),
    id: idOf(id),
  }));
}
