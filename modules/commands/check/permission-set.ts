import { reservedRolePrefix } from "../../aws/identity-center";
import {
  identityCenterAccount,
  type InstanceSettings,
  type NextCommands,
  type PermissionSetSettings,
} from "../../config";

/** One permission set, in the report: a preview, which no live account has confirmed. */
export interface CheckedPermissionSet {
  readonly key: string;
  /** Name of the permission set, which the access portal shows as the role. */
  readonly name: string;
  /** Start of the name of the role that Identity Center creates; a hash follows. */
  readonly roleNamePrefix: string;
  readonly sessionSeconds: number;
  readonly groups: readonly string[];
  readonly users: readonly string[];
  /** What to do next for it. */
  readonly next: string;
}

/** Describes a permission set and says what to do next. */
export function checkedPermissionSet(
  { key, name, sessionSeconds, groups, users }: PermissionSetSettings,
  settings: InstanceSettings,
  next: NextCommands,
): CheckedPermissionSet {
  const account = identityCenterAccount(settings);
  const owner = account === undefined ? "the account of Identity Center" : `account ${account}`;
  const deploy = `${next.deploy(`${settings.name}-assignments`)}, with credentials of ${owner}`;
  return {
    key,
    name,
    roleNamePrefix: reservedRolePrefix(name),
    sessionSeconds,
    groups,
    users,
    next:
      groups.length + users.length === 0
        ? `list who may use it in applications.${key}.assign`
        : `${next.synth}, then ${deploy}; then confirm with one test user that it works, as docs/no-console.md says: this is a preview`,
  };
}
