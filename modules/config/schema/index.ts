export { type BackendConfig, backend as backendSchema } from "./backend";
export { DEFAULT_STATE_PATH, NEEDS_LOCK_ADDRESS, STACK } from "./backend-values";
export { explainIssue } from "./explain";
export { DEFAULT_ROUTING_PROFILE, type UserConfig, type UsersFromConfig } from "./people";
export { applicationKeyProblem, regionProblem } from "./rules";
export {
  type ApplicationConfig,
  type Config,
  type ConfigFile,
  configJsonSchema,
  configSchema,
} from "./schema";
