import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What stands at a path in the output folder. */
export type Found =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly content: Buffer }
  /** Something that is neither the file nor the folders above it. */
  | { readonly kind: "obstacle"; readonly path: string; readonly what: string };

/** Looks at paths in a folder, and follows no link on the way. */
export class Looker {
  /** The obstacle at each folder that was looked at, `undefined` where there is none. */
  private readonly folders = new Map<string, Found | undefined>();

  public constructor(private readonly root: string) {}

  /** Looks at a file by its path in the folder, with slashes. */
  public at(path: string): Found {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const inTheWay = this.folder(parts.slice(0, depth).join("/"));
      if (inTheWay) return inTheWay;
    }
    const stats = statsOf(join(this.root, path));
    if (!stats) return { kind: "nothing" };
    if (!stats.isFile()) return { kind: "obstacle", path, what: nameOf(stats) };
    return { kind: "file", content: readFileSync(join(this.root, path)) };
  }

  private folder(path: string): Found | undefined {
    if (!this.folders.has(path)) {
      const stats = statsOf(join(this.root, path));
      const found: Found | undefined = !stats
        ? { kind: "nothing" }
        : stats.isDirectory()
          ? undefined
          : { kind: "obstacle", path, what: nameOf(stats) };
      this.folders.set(path, found);
    }
    return this.folders.get(path);
  }
}

/** Tells if there is something at a path; a file system that does not know makes it an error. */
export function exists(path: string): boolean {
  return statsOf(path) !== undefined;
}

/** Lists what a folder holds, nothing where there is none. */
export function entriesOf(folder: string): Dirent[] {
  return statsOf(folder)?.isDirectory() ? readdirSync(folder, { withFileTypes: true }) : [];
}

/** Lists the files below a folder by their paths in it, with slashes; those in hidden folders too on request. */
export function filesBelow(folder: string, { hidden = false } = {}, path = ""): string[] {
  return entriesOf(join(folder, path)).flatMap((entry) => {
    const own = path === "" ? entry.name : `${path}/${entry.name}`;
    if (!entry.isDirectory()) return [own];
    return hidden || !entry.name.startsWith(".") ? filesBelow(folder, { hidden }, own) : [];
  });
}

function statsOf(path: string) {
  return lstatSync(path, { throwIfNoEntry: false });
}

function nameOf(found: Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">): string {
  if (found.isSymbolicLink()) return "a symbolic link";
  if (found.isDirectory()) return "a folder";
  return found.isFile() ? "a file" : "neither a file nor a folder";
}
