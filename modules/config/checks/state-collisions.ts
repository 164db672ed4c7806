import { posix } from "node:path";

import { backendSchema, DEFAULT_STATE_PATH, STACK } from "../schema";
import { type BackendSettings, backendSettings } from "../settings";
import type { CheckedConfig } from "./partial-config";
import { instanceName, type Problem } from "../source";

/**
 * Finds stacks that would keep their state in one place, where each would destroy the resources of
 * the other.
 */
export function stateCollisions(configs: readonly CheckedConfig[]): Problem[] {
  const first = new Map<string, { stack: string; file: string }>();
  return configs.flatMap(({ source, config }) => {
    const { backend } = config;
    const { data: complete } = backendSchema.safeParse(backend);
    if (!complete) return [];
    const name = instanceName(source.file);
    const problems = ["federation", "assignments", "people"].flatMap((part) => {
      const stack = `${name}-${part}`;
      const place = placeOf(backendSettings(complete), stack);
      if (!place) return [];
      const { key, id } = place;
      const twin = first.get(id);
      if (!twin) {
        first.set(id, { stack, file: source.file });
        return [];
      }
      const message = `would keep the state of ${stack} where ${twin.file} keeps that of ${twin.stack}; set another ${key}`;
      return [source.problem(["backend", key], message)];
    });
    // The other stack has the same problem, and the same fix.
    return problems.slice(0, 1);
  });
}

/** The place of a stack's state, and the key that changes it. */
function placeOf(settings: BackendSettings, stack: string) {
  const own = (text: string) => text.replaceAll(STACK, stack);
  switch (settings.type) {
    case "local":
      // Below so many folders that no relative path leads out of all of them.
      return {
        key: "path",
        id: posix.join("/".padEnd(64, "x/"), stack, own(settings.path ?? DEFAULT_STATE_PATH)),
      };
    case "s3":
      return { key: "key", id: `s3 ${settings.bucket} ${own(settings.key)}` };
    case "http":
      return { key: "address", id: `http ${own(settings.server.address)}` };
    case "cloud": {
      const { organization, hostname, workspaces } = settings.block;
      return workspaces.name === undefined
        ? undefined
        : {
            key: "workspace",
            id: `cloud ${hostname ?? ""} ${organization} ${own(workspaces.name)}`,
          };
    }
    case "none":
      return undefined;
  }
}
