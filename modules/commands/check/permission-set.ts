import { reservedRolePrefix } from "../../aws/identity-center";
import type { InstanceSettings, NextCommands, PermissionSetSettings } from "../../config";
import type { Finding } from "./account";
import { permissionSetStep } from "./next-step";

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
  set: PermissionSetSettings,
  settings: InstanceSettings,
  next: NextCommands,
  live: readonly Finding[] | undefined,
): CheckedPermissionSet {
  const { key, name, sessionSeconds, groups, users } = set;
  return {
    key,
    name,
    roleNamePrefix: reservedRolePrefix(name),
    sessionSeconds,
    groups,
    users,
    next: permissionSetStep(set, settings, next, live),
  };
}
