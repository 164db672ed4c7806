export { configJsonSchema, DEFAULT_STATE_PATH, STACK } from "./schema";
export {
  adoptable,
  type ApplicationSettings,
  type BackendSettings,
  createdUsers,
  identityCenterAccount,
  type InstanceSettings,
  knownIdentityCenterAccount,
  type RoleSettings,
  rolesOf,
  type UserSettings,
} from "./settings";
export { commandPrefix, formatProblem, type Problem, shownPath } from "./source";
export { type LoadedConfig, loadConfig } from "./load";
