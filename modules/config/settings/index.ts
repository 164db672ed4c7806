export { type Adoptable, adoptable, withAdoption } from "./adoption";
export { type BackendSettings, backendSettings } from "./backend";
export { applicationNames, policyName, sharedRoleName, userNames } from "./names";
export {
  type Adoption,
  type ApplicationSettings,
  createdUsers,
  hasOwnMetadata,
  identityCenterAccount,
  type InstanceSettings,
  instanceSettings,
  knownIdentityCenterAccount,
  type RoleSettings,
  rolesOf,
  type UserSettings,
  usersOfTerraform,
} from "./settings";
export { stateFile, statePath, withOwnState } from "./state-file";
