import { type BackendKey, BACKENDS, type BackendType, STACK } from "./backend";
import type { PartialConfig } from "./check";
import type { Problem } from "./problem";
import type { ConfigSource } from "./source";

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
  const { required, optional } = BACKENDS[type];
  const given = Object.keys(backend).filter((key) => key !== "type") as BackendKey[];
  const problem = (key: BackendKey, message: string) => source.problem(["backend", key], message);
  const foreign = given
    .filter((key) => ![...required, ...optional].includes(key))
    .map((key) =>
      source.keyProblem(
        ["backend", key],
        `has no effect with \`type: ${type}\`; it belongs to \`type: ${ownerOf(key)}\`; change the type, or remove this line`,
      ),
    );
  const missing = required
    .filter((key) => !source.has(["backend", key]))
    .map((key) => problem(key, `is missing, which \`type: ${type}\` needs; give it`));
  return [
    ...missing,
    ...foreign,
    ...(type === "http" ? checkLocking(backend, problem) : []),
    ...(type === "cloud" ? checkWorkspaces(backend, problem, instanceName) : []),
  ];
}

type Given = NonNullable<PartialConfig["backend"]>;
type ProblemAt = (key: BackendKey, message: string) => Problem;

function checkLocking(backend: Given, problem: ProblemAt): Problem[] {
  if (backend.lockAddress !== undefined) return [];
  const keys = ["lockMethod", "unlockAddress", "unlockMethod"] as const;
  return keys
    .filter((key) => backend[key] !== undefined)
    .map((key) =>
      problem(key, "has no effect without lockAddress; give that, or remove this line"),
    );
}

function checkWorkspaces(
  { workspace, tags }: Given,
  problem: ProblemAt,
  instanceName: string,
): Problem[] {
  if (workspace !== undefined && tags !== undefined) {
    return [
      problem(
        "tags",
        "contradicts workspace: workspaces are found by their name or by their tags; remove one of the two",
      ),
    ];
  }
  if (tags !== undefined && !tags.some((tag) => tag.includes(STACK))) {
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

function ownerOf(key: BackendKey): BackendType {
  const types = Object.keys(BACKENDS) as BackendType[];
  const takes = (type: BackendType) =>
    [...BACKENDS[type].required, ...BACKENDS[type].optional].includes(key);
  return types.find(takes) ?? "none";
}
