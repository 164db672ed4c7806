import { existsSync, lstatSync, mkdirSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Which files were written, and which existed and were left as they are. */
export interface Written {
  readonly written: readonly string[];
  readonly left: readonly string[];
}

/**
 * Writes the files that do not exist yet, all or none.
 *
 * @param files content by path in the folder
 * @throws Error of the operating system when a file cannot be written; what was written is removed
 */
export function writeNew(folder: string, files: Readonly<Record<string, string>>): Written {
  const written: string[] = [];
  const left: string[] = [];
  const undo: (() => void)[] = [];
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path);
      if (exists(file)) {
        left.push(path);
        continue;
      }
      const parent = dirname(file);
      if (!existsSync(parent)) {
        mkdirSync(parent);
        undo.push(() => {
          rmdirSync(parent);
        });
      }
      undo.push(() => {
        unlinkSync(file);
      });
      writeFileSync(file, content, { flag: "wx" });
      written.push(path);
    }
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    throw error;
  }
  return { written, left };
}

/** Tells if something has a path, even a link that leads nowhere. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Goes on when the file that could not be written is not there to be removed. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // What failed first is what is reported.
  }
}
