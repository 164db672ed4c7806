import type { ApplicationConfig, BackendConfig, Config, UserConfig } from "../schema";
import type { ConfigSource } from "../source";

/** The well-formed parts of a config file, so that one mistake does not hide the next. */
export type PartialConfig = Partial<Omit<Config, "applications" | "users" | "backend">> & {
  backend?: Partial<BackendConfig> | undefined;
  applications?: Record<string, Partial<ApplicationConfig>>;
  users?: readonly (Partial<UserConfig> | undefined)[] | undefined;
};

/** A config file as far as it is well-formed, and the account that it is for, if that is known. */
export interface CheckedConfig {
  readonly source: ConfigSource;
  readonly config: PartialConfig;
  readonly accountId?: string;
}
