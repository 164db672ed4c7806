export {
  applicationKeyProblem,
  configJsonSchema,
  DEFAULT_STATE_PATH,
  regionProblem,
  STACK,
} from "./schema";
export {
  type Adoptable,
  adoptable,
  type Adoption,
  type ApplicationSettings,
  type AssignmentSettings,
  type BackendSettings,
  createdUsers,
  groupsOfTerraform,
  hasOwnMetadata,
  identityCenterAccount,
  identityCenterOwner,
  isFederationDue,
  lateMetadata,
  type InstanceSettings,
  type PermissionSetSettings,
  type RoleSettings,
  rolesOf,
  stateFile,
  statePath,
  type UserSettings,
  usersOfTerraform,
  withOwnState,
} from "./settings";
export { commandLine, forEverybody, howStarted, type Invocation } from "./invocation";
export { type NextCommands, nextCommands } from "./next-commands";
export {
  formatProblem,
  instanceNameProblem,
  parseYaml,
  type Problem,
  readBounded,
  shownPath,
} from "./source";
export { type LoadedConfig, loadConfig } from "./load";
