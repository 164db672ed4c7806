export {
  type BackendKey,
  BACKENDS,
  type BackendSettings,
  backendSettings,
  type BackendType,
} from "./backend";
export { applicationNames, policyName, sharedRoleName } from "./names";
export {
  type ApplicationSettings,
  identityCenterAccount,
  type InstanceSettings,
  instanceSettings,
  type RoleSettings,
  rolesOf,
  type UserSettings,
} from "./settings";
