export { type BackendSettings, STACK } from "./backend";
export { commandPrefix, shownPath } from "./files";
export { type LoadedConfig, loadConfig } from "./load";
export { formatProblem, type Problem, visible } from "./problem";
export { type Config, configJsonSchema } from "./schema";
export {
  type ApplicationSettings,
  identityCenterAccount,
  type InstanceSettings,
  type RoleSettings,
  rolesOf,
  type UserSettings,
} from "./settings";
export { nearest } from "./suggest";
