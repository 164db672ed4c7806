import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

export interface StaleStacks {
  /** Folders of stacks without a config, gone now, with the state of what they deployed. */
  readonly removed: readonly { readonly folder: string; readonly state?: string }[];
  /** Folders that were left, since they hold state. */
  readonly kept: readonly string[];
}

/**
 * Removes the folders of stacks that are no longer synthesized: the CDKTF CLI and a reader would
 * take them for current. A folder that holds Terraform state itself stays.
 */
export function removeStaleStacks(outdir: string, current: readonly string[]): StaleStacks {
  const stacks = join(outdir, "stacks");
  const stale = readdirSync(stacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !current.includes(entry.name))
    .map(({ name }) => name)
    .sort();
  const holdsState = (name: string) => existsSync(join(stacks, name, "terraform.tfstate"));
  const gone = stale.filter((name) => !holdsState(name));
  for (const name of gone) rmSync(join(stacks, name), { recursive: true });
  return {
    removed: gone.map((name) => {
      const state = join(dirname(outdir), `terraform.${name}.tfstate`);
      return { folder: join(stacks, name), ...(existsSync(state) && { state }) };
    }),
    kept: stale.filter(holdsState).map((name) => join(stacks, name)),
  };
}
