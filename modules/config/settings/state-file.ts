import { basename, join, resolve } from "node:path";

import { DEFAULT_STATE_PATH, STACK } from "../schema";
import type { BackendSettings } from "./backend";

/** CDKTF's own output folder, beside which CDKTF keeps state. */
const CDKTF_OUT = "cdktf.out";

/**
 * Gives an output folder its own state where the config names no path: folders side by side would
 * share the file otherwise, and each would destroy what the other has deployed.
 */
export function withOwnState(backend: BackendSettings, outdir: string): BackendSettings {
  const name = basename(resolve(outdir));
  if (backend.type !== "local" || backend.path !== undefined || name === CDKTF_OUT) return backend;
  return { type: "local", path: `../../../terraform.${name}.${STACK}.tfstate` };
}

/** Path of a stack's state file relative to the stack's folder, where the state is kept in a file. */
export function statePath(backend: BackendSettings, stack: string): string | undefined {
  if (backend.type !== "local") return undefined;
  return (backend.path ?? DEFAULT_STATE_PATH).replaceAll(STACK, stack);
}

/** Path of a stack's state file; `undefined` where the state is not kept in a file. */
export function stateFile(
  backend: BackendSettings,
  outdir: string,
  stack: string,
): string | undefined {
  const path = statePath(withOwnState(backend, outdir), stack);
  return path === undefined ? undefined : join(outdir, "stacks", stack, path);
}
