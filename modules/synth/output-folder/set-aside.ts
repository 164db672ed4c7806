import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { makeFolder } from "./make-folder";
import type { OwnFolder } from "./own-folder";
import { hashOf } from "./written-files";

/** SHA-256 of files by their paths in the output folder, with slashes. */
export type Hashes = ReadonlyMap<string, string>;

/**
 * Writes files to where they wait until they take their places, so that those of a thousand instances are
 * never in memory together.
 *
 * @param files path in the output folder, with slashes, and content; each is asked for when the one before
 *   it is written
 */
export function setAside(
  outdir: string,
  { fresh }: OwnFolder,
  files: Iterable<readonly [path: string, content: string]>,
): Hashes {
  const hashes = new Map<string, string>();
  let folder: string | undefined;
  for (const [path, content] of files) {
    const aside = join(fresh, path);
    if (dirname(aside) !== folder) makeFolder((folder = dirname(aside)));
    writeFile(aside, content, join(outdir, path));
    hashes.set(path, hashOf(content));
  }
  return hashes;
}

/** Removes what did not take its place. Where that fails, the next run does it. */
export function removeSetAside({ fresh }: OwnFolder): void {
  try {
    rmSync(fresh, { recursive: true, force: true });
  } catch {
    // What went wrong before is what matters.
  }
}

/** Writes a file, and names in an error the place that it is for. */
export function writeFile(path: string, content: string, target: string): void {
  naming(target, () => {
    writeFileSync(path, content);
  });
}

/** Does something for a path, which an error names then. */
export function naming(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}
