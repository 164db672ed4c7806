export { adoptable, withAdoption } from "./adoption";
export { type BackendSettings, backendSettings } from "./backend";
export { applicationNames, policyName, sharedRoleName, userNames } from "./names";
export {
  type ApplicationSettings,
  createdUsers,
  identityCenterAccount,
  type InstanceSettings,
  instanceSettings,
  knownIdentityCenterAccount,
  type RoleSettings,
  rolesOf,
  type UserSettings,
} from "./settings";
