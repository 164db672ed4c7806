import { existsSync } from "node:fs";

import { UsageError } from "./usage";

/**
 * Finds where configs are: as the call says, or else as `CONNECT_SSO_CONFIG` does, or else in the
 * folder config.
 *
 * @param name what the call's help calls such a path: `CONFIG`, `--config`
 * @throws UsageError for a path of the call that does not exist
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
