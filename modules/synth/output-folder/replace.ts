import {
  copyFileSync,
  linkSync,
  lstatSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { entriesOf, exists, Looker } from "./look";
import { makeFolder } from "./make-folder";
import type { OwnFolder } from "./own-folder";
import type { FileChange, FolderChange } from "./plan";
import { naming, writeFile } from "./set-aside";
import { hashOf, type WrittenFiles } from "./written-files";

/** Writes a file so that it is the old one or the new one at every moment. */
export function replaceFile(fresh: string, path: string, content: string): void {
  makeFolder(fresh);
  makeFolder(dirname(path));
  const made = join(fresh, "file");
  writeFile(made, content, path);
  renameSync(made, path);
}

/** Puts a file that was set aside in its place, or removes one. */
export function applyFile(outdir: string, { fresh }: OwnFolder, change: FileChange): void {
  const path = join(outdir, change.path);
  if (change.copy !== undefined) carryFile(fresh, path, join(outdir, change.copy));
  if (!change.isRemoved) {
    makeFolder(dirname(path));
    renameSync(join(fresh, change.path), path);
    return;
  }
  rmSync(path, { force: true });
  if (entriesOf(dirname(path)).length === 0) rmdirSync(dirname(path));
}

/**
 * Replaces a folder: the new one, which was set aside, gets what others put into the old one, and takes
 * its place. Between the two there is none for a moment; the old one comes back if the new one cannot
 * take its place, and `recover` brings it back if the run ends right then.
 */
export function applyFolder(outdir: string, own: OwnFolder, change: FolderChange): void {
  const { path, files, dropped, copies } = change;
  const target = join(outdir, path);
  const fresh = join(own.fresh, path);
  const replaced = join(own.replaced, path);
  const isOwn = (file: string) => files.includes(file) || dropped.includes(file);

  makeFolder(fresh);
  carry(own, target, fresh, isOwn);
  for (const [file, copy] of copies) carryFile(own.fresh, join(target, file), join(fresh, copy));

  makeFolder(dirname(target));
  const isNew = !exists(target);
  const isEmpty = entriesOf(fresh).length === 0;
  if (!isNew) {
    makeFolder(dirname(replaced));
    renameSync(target, replaced);
  }
  try {
    if (!isEmpty) renameSync(fresh, target);
  } catch (error) {
    if (!isNew) renameSync(replaced, target);
    throw error;
  }
  if (isNew) return;
  if (!isEmpty) carry(own, replaced, target, isOwn); // what came while the new one was made
  // Away from where a run would bring it back from, before it is in pieces.
  makeFolder(dirname(join(own.gone, path)));
  renameSync(replaced, join(own.gone, path));
  rmSync(own.gone, { recursive: true });
  if (isEmpty && entriesOf(dirname(target)).length === 0) rmdirSync(dirname(target));
}

/** Puts right what a run left that ended while it replaced a folder. */
export function recover(outdir: string, own: OwnFolder, written: WrittenFiles): void {
  rmSync(own.gone, { recursive: true, force: true });
  for (const top of entriesOf(own.replaced)) {
    for (const { name } of entriesOf(join(own.replaced, top.name))) {
      const unit = `${top.name}/${name}`;
      const replaced = join(own.replaced, unit);
      const target = join(outdir, unit);
      if (exists(target)) {
        const looker = new Looker(replaced);
        carry(own, replaced, target, (file) => {
          if (exists(join(target, file))) return true;
          const found = looker.at(file);
          const hashes = written.get(`${unit}/${file}`);
          return found.kind === "file" && hashes?.includes(hashOf(found.content)) === true;
        });
      } else {
        makeFolder(dirname(target));
        renameSync(replaced, target);
      }
    }
  }
  rmSync(own.replaced, { recursive: true, force: true });
  rmSync(own.fresh, { recursive: true, force: true });
  removeEmpty(outdir, written);
}

/** Removes folders that a run has made and not filled, or emptied and not removed. */
function removeEmpty(outdir: string, written: WrittenFiles): void {
  const units = [...written.keys()].map((path) => path.split("/").slice(0, 2).join("/"));
  for (const unit of new Set(units)) {
    const folder = join(outdir, unit);
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    if (entriesOf(folder).length === 0) rmdirSync(folder);
  }
}

/** Brings what a folder holds into another, but for some files: as links, so that nothing is copied. */
function carry(
  own: OwnFolder,
  from: string,
  to: string,
  isLeft: (file: string) => boolean,
  path = "",
): void {
  for (const entry of entriesOf(join(from, path))) {
    const file = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      // Empty folders too, but none for the sake of files that are left.
      if (entriesOf(join(from, file)).length === 0) makeFolder(join(to, file));
      carry(own, from, to, isLeft, file);
    } else if (!isLeft(file)) {
      carryFile(own.fresh, join(from, file), join(to, file));
    }
  }
}

/** Gives a file a second name, in the place of what has it, at once. */
function carryFile(fresh: string, from: string, to: string): void {
  if (isSame(from, to)) return;
  makeFolder(fresh);
  makeFolder(dirname(to));
  const made = join(fresh, "carried");
  rmSync(made, { force: true });
  duplicate(from, made);
  renameSync(made, to);
}

/** Tells if two names are those of one file, or of links that lead to the same place. */
function isSame(one: string, other: string): boolean {
  const [here, there] = [one, other].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (!here || !there) return false;
  if (here.ino === there.ino && here.dev === there.dev) return true;
  return (
    here.isSymbolicLink() && there.isSymbolicLink() && readlinkSync(one) === readlinkSync(other)
  );
}

/** Gives a file a second name, which nothing has. Where the file system has no such links, it is copied. */
function duplicate(from: string, to: string): void {
  const here = lstatSync(from);
  if (here.isSymbolicLink()) {
    naming(to, () => {
      symlinkSync(readlinkSync(from), to);
    });
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (!here.isFile()) throw error;
    copyFileSync(from, to);
  }
}
