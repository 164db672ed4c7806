import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface StaleStacks {
  /** Folders of stacks without a config, which are gone now. */
  readonly removed: readonly string[];
  /** Folders that were left, since they hold state. */
  readonly kept: readonly string[];
}

/**
 * Removes the folders of stacks that are no longer synthesized: the CDKTF CLI and a reader would
 * take them for current. A folder that holds Terraform state stays.
 */
export function removeStaleStacks(outdir: string, current: readonly string[]): StaleStacks {
  const stacks = join(outdir, "stacks");
  const stale = readdirSync(stacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !current.includes(entry.name))
    .map((entry) => join(stacks, entry.name))
    .sort();
  const kept = stale.filter((folder) => existsSync(join(folder, "terraform.tfstate")));
  const removed = stale.filter((folder) => !kept.includes(folder));
  for (const folder of removed) rmSync(folder, { recursive: true });
  return { removed, kept };
}
