import { type BackendConfig, NEEDS_LOCK_ADDRESS, STACK } from "../schema";
import type { ConfigSource, Problem } from "../source";
import type { Partially, PartialConfig } from "./partial-config";

/** Length of the longest workspace name, in characters. */
const WORKSPACE_MAX = 90;

/** Checks what the schema cannot: settings of a backend that need or contradict each other. */
export function checkBackend(
  source: ConfigSource,
  { backend }: PartialConfig,
  instanceName: string,
): Problem[] {
  switch (backend?.type) {
    case "http":
      return checkLocking(source);
    case "cloud":
      return checkWorkspaces(source, backend, instanceName);
    default:
      return [];
  }
}

function checkLocking(source: ConfigSource): Problem[] {
  if (source.has(["backend", "lockAddress"])) return [];
  return NEEDS_LOCK_ADDRESS.map((key) => ["backend", key])
    .filter((path) => source.has(path))
    .map((path) =>
      source.problem(path, "has no effect without lockAddress; give that, or remove this line"),
    );
}

function checkWorkspaces(
  source: ConfigSource,
  { workspace, tags }: Partially<Extract<BackendConfig, { type: "cloud" }>>,
  instanceName: string,
): Problem[] {
  const path = (key: "tags" | "workspace") => ["backend", key];
  if (source.has(path("workspace")) && source.has(path("tags"))) {
    const message =
      "contradicts workspace: workspaces are found by their name or by their tags; remove one of the two";
    return [source.problem(path("tags"), message)];
  }
  // A tag that the schema refused leaves a gap, and may be the one with the stack.
  if (tags?.every((tag) => tag !== undefined && !tag.includes(STACK))) {
    const message = `has no tag with ${STACK}, so two stacks would share their workspaces; add one, such as connect-${STACK}`;
    return [source.problem(path("tags"), message)];
  }
  const name = (workspace ?? STACK).replaceAll(STACK, `${instanceName}-assignments`);
  if (name.length <= WORKSPACE_MAX) return [];
  const message = `names the workspace ${JSON.stringify(name)}, which has ${String(name.length)} characters; a workspace name has at most ${String(WORKSPACE_MAX)}; shorten it, or the config file's name`;
  return [source.problem(path("workspace"), message)];
}
