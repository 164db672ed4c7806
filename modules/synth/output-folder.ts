import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Result of `removeOthers`: the folders that were removed, and those that were kept. */
export interface OtherFolders {
  readonly removed: readonly string[];
  /** Folders that were kept, since they hold Terraform state. */
  readonly kept: readonly string[];
}

/** Removes the folders within a folder that are not named, except those that hold Terraform state. */
export function removeOthers(folder: string, current: readonly string[]): OtherFolders {
  if (!existsSync(folder)) return { removed: [], kept: [] };
  const others = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !current.includes(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
  const kept = others.filter((other) => filesIn(other).some((path) => STATE.test(path)));
  const removed = others.filter((other) => !kept.includes(other));
  for (const other of removed) rmSync(other, { recursive: true });
  return { removed, kept };
}

/** State files, and the backups that Terraform keeps of them. */
const STATE = /\.tfstate(\.|$)/;
const GENERATED = /(\.tf|\.tftest\.hcl|README\.md)$/;

/**
 * Writes files by their paths in a folder, and removes those that an earlier run wrote. Terraform's
 * own files stay: its state, its lock file and its downloads.
 */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const path of existsSync(folder) ? filesIn(folder) : []) {
    const old = relative(folder, path).split(sep).join("/");
    if (GENERATED.test(old) && !Object.hasOwn(files, old)) rmSync(path);
  }
  removeEmpty(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Removes empty folders, from the innermost outwards. */
export function removeEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Lists every file below a folder, except those in hidden folders such as `.terraform`. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return entry.name.startsWith(".") ? [] : filesIn(path);
  });
}
