import { STACK } from "../schema";
import { type BackendKey, BACKENDS, type BackendType } from "../settings";
import type { PartialConfig } from "./partial-config";
import type { ConfigSource, Problem } from "../source";

/** Longest name of a workspace. */
const WORKSPACE_MAX = 90;

/** Settings of a backend that miss, contradict each other, or belong to another type. */
export function checkBackend(
  source: ConfigSource,
  { backend }: PartialConfig,
  instanceName: string,
): Problem[] {
  if (backend?.type === undefined) return [];
  const { type } = backend;
  const problem = (key: BackendKey, message: string) => source.problem(["backend", key], message);
  const foreign = keysOf(source)
    .filter((key) => isForeign(key, type))
    .map((key) =>
      source.keyProblem(
        ["backend", key],
        `has no effect with \`type: ${type}\`; it belongs to \`type: ${String(ownerOf(key))}\`; change the type, or remove this line`,
      ),
    );
  const missing = BACKENDS[type].required
    .filter((key) => !source.has(["backend", key]))
    .map((key) => problem(key, `is missing, which \`type: ${type}\` needs; give it`));
  return [
    ...missing,
    ...foreign,
    ...(type === "http" ? checkLocking(source, problem) : []),
    ...(type === "cloud" ? checkWorkspaces(source, backend, problem, instanceName) : []),
  ];
}

/** Whether a value is that of a backend's key which its type does not have: then it is no matter. */
export function isIdle(data: unknown, [part, key]: readonly PropertyKey[]): boolean {
  const { type } = ((data as { backend?: unknown }).backend ?? {}) as { type?: unknown };
  return part === "backend" && isType(type) && isForeign(String(key), type);
}

function isType(type: unknown): type is BackendType {
  return typeof type === "string" && Object.hasOwn(BACKENDS, type);
}

function isForeign(key: string, type: BackendType): boolean {
  const owner = ownerOf(key);
  return owner !== undefined && owner !== type;
}

/** As they stand in the file, whatever their values. */
function keysOf(source: ConfigSource): string[] {
  const { backend } = source.data as { backend?: unknown };
  return typeof backend === "object" && backend !== null ? Object.keys(backend) : [];
}

type Given = NonNullable<PartialConfig["backend"]>;
type ProblemAt = (key: BackendKey, message: string) => Problem;

function checkLocking(source: ConfigSource, problem: ProblemAt): Problem[] {
  const given = keysOf(source);
  if (given.includes("lockAddress")) return [];
  const idle = (["lockMethod", "unlockAddress", "unlockMethod"] as const).filter((key) =>
    given.includes(key),
  );
  return idle.map((key) =>
    problem(key, "has no effect without lockAddress; give that, or remove this line"),
  );
}

function checkWorkspaces(
  source: ConfigSource,
  { workspace, tags }: Given,
  problem: ProblemAt,
  instanceName: string,
): Problem[] {
  const given = keysOf(source);
  if (given.includes("workspace") && given.includes("tags")) {
    return [
      problem(
        "tags",
        "contradicts workspace: workspaces are found by their name or by their tags; remove one of the two",
      ),
    ];
  }
  // A tag that is wrong leaves a gap, and may be the one.
  const isWhole = Object.keys(tags ?? []).length === tags?.length;
  if (isWhole && !tags.some((tag) => tag.includes(STACK))) {
    return [
      problem(
        "tags",
        `has no tag with ${STACK}, so that two stacks would share their workspaces; add one, such as connect-${STACK}`,
      ),
    ];
  }
  const name = (workspace ?? STACK).replaceAll(STACK, `${instanceName}-assignments`);
  return name.length > WORKSPACE_MAX
    ? [
        problem(
          "workspace",
          `names the workspace ${JSON.stringify(name)} of ${String(name.length)} characters; it has ${String(WORKSPACE_MAX)} at the most; shorten it, or the config file's name`,
        ),
      ]
    : [];
}

function ownerOf(key: string): BackendType | undefined {
  const types = Object.keys(BACKENDS) as BackendType[];
  return types.find((type) => {
    const { required, optional } = BACKENDS[type];
    return [...required, ...optional].some((one) => one === key);
  });
}
