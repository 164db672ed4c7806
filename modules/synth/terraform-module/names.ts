import { PERMISSION_SET_NAME, POLICY_NAME, ROLE_NAME, SAML_PROVIDER_NAME } from "../../aws/iam";
import { type InstanceSettings, rolesOf } from "../../config";

/** Returns what the module's variable `name_prefix` is in this installation: the config's prefix. */
export function namePrefix(settings: InstanceSettings): string {
  const prefix = settings.namePrefix;
  const isBefore = (name: string) => name.startsWith(prefix) && name !== prefix;
  // Names that the config gives may lack the prefix: then the module has all names as they are.
  return namesOf(settings).every(isBefore) ? prefix : "";
}

/** Returns settings in which every name of an IAM resource or permission set has another prefix than the config's. */
export function withPrefix<T extends InstanceSettings>(settings: T, prefix: string): T {
  const own = namePrefix(settings);
  const renamed = (name: string) => `${prefix}${name.slice(own.length)}`;
  const { applications, permissionSets, roles, permission } = settings;
  return {
    ...settings,
    applications: applications.map((application) => ({
      ...application,
      samlProviderName: renamed(application.samlProviderName),
      roleName: renamed(application.roleName),
    })),
    permissionSets: permissionSets.map((one) => ({ ...one, name: renamed(one.name) })),
    roles: roles.kind === "shared" ? { ...roles, name: renamed(roles.name) } : roles,
    permission: { ...permission, policyName: renamed(permission.policyName) },
  };
}

/** Returns the length of the longest prefix with which IAM takes every name. */
export function longestPrefix(settings: InstanceSettings): number {
  const bare = withPrefix(settings, "");
  return Math.min(
    ...bare.applications.map(
      ({ samlProviderName }) => SAML_PROVIDER_NAME.max - samlProviderName.length,
    ),
    ...rolesOf(bare).map(({ name }) => ROLE_NAME.max - name.length),
    POLICY_NAME.max - bare.permission.policyName.length,
  );
}

/** Returns the length of the longest prefix with which Identity Center takes every permission set. */
export function longestPermissionSetPrefix(settings: InstanceSettings): number {
  const { permissionSets } = withPrefix(settings, "");
  return Math.min(...permissionSets.map(({ name }) => PERMISSION_SET_NAME.max - name.length));
}

function namesOf(settings: InstanceSettings): string[] {
  return [
    ...settings.applications.map(({ samlProviderName }) => samlProviderName),
    ...rolesOf(settings).map(({ name }) => name),
    settings.permission.policyName,
    ...settings.permissionSets.map(({ name }) => name),
  ];
}
