import { existsSync } from "node:fs";

import { UsageError } from "./usage";

/**
 * Returns the paths of the configs: those given, or else that in `CONNECT_SSO_CONFIG`, or else the
 * folder config.
 *
 * @param name the name of such a path in the help: `CONFIG`, `--config`
 * @throws UsageError for a given path that does not exist
 */
export function configLocations(paths: readonly string[], name: string): readonly string[] {
  for (const path of paths) {
    if (existsSync(path)) continue;
    throw new UsageError(
      `${name} ${JSON.stringify(path)} does not exist; name a config file or a folder of them`,
    );
  }
  return paths.length > 0 ? paths : [process.env["CONNECT_SSO_CONFIG"] || "config"];
}
