export { type Adoptable, adoptable, type AssignmentSettings, withAdoption } from "./adoption";
export { type BackendSettings, backendSettings } from "./backend";
export {
  applicationNames,
  isPermissionSet,
  permissionSetName,
  policyName,
  sentAs,
  sharedRoleName,
  userNames,
} from "./names";
export {
  type Adoption,
  type ApplicationSettings,
  createdUsers,
  groupsOfTerraform,
  hasOwnMetadata,
  identityCenterAccount,
  identityCenterOwner,
  isFederationDue,
  lateMetadata,
  type InstanceSettings,
  instanceSettings,
  type PermissionSetSettings,
  type RoleSettings,
  rolesOf,
  type UserSettings,
  usersOfTerraform,
} from "./settings";
export { stateFile, statePath, withOwnState } from "./state-file";
