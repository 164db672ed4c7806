import { reservedRolePrefix } from "../../../aws/identity-center";
import type { InstanceSettings, PermissionSetSettings } from "../../../config";

/** A session of a permission set of a config. */
export interface PermissionSetSession {
  readonly settings: InstanceSettings;
  readonly permissionSet: PermissionSetSettings;
  /** Role session name, which is the user name in Identity Center. */
  readonly userName: string;
  /** Name of the role that Identity Center has created. */
  readonly roleName: string;
}

/** Finds the permission set that a session is of, or says why it is of none. */
export function sessionIn(
  arn: string,
  instances: readonly InstanceSettings[],
): PermissionSetSession | string {
  const [, accountId, roleName = "", userName = ""] =
    /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
  const [found] = instances.flatMap((settings) =>
    settings.permissionSets.flatMap((permissionSet) => {
      const prefix = reservedRolePrefix(permissionSet.name);
      const isIts =
        roleName.startsWith(prefix) && /^[0-9a-f]+$/.test(roleName.slice(prefix.length));
      return isIts && settings.instance.accountId === accountId
        ? [{ settings, permissionSet, userName, roleName }]
        : [];
    }),
  );
  if (found) return found;
  const sets = instances.flatMap(({ permissionSets, instance }) =>
    permissionSets.map(({ name }) => `${name} in account ${instance.accountId}`),
  );
  return sets.length === 0
    ? "no config has a permission set (signIn: permission-set); name a file with a response instead"
    : `the profile is ${arn}, which is not a session of ${sets.join(" or ")}; give a profile with that sso_role_name and sso_account_id`;
}
