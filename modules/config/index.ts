export { type BackendSettings, STACK } from "./settings/backend";
export { commandPrefix, shownPath } from "./source/files";
export { type LoadedConfig, loadConfig } from "./load";
export { formatProblem, type Problem, visible } from "./source/problem";
export { type Config, configJsonSchema } from "./schema/schema";
export {
  type ApplicationSettings,
  identityCenterAccount,
  type InstanceSettings,
  type RoleSettings,
  rolesOf,
  type UserSettings,
} from "./settings/settings";
export { nearest } from "../text";
