import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { entriesOf, Looker } from "./look";
import type { OwnFolder } from "./own-folder";
import type { FileChange, FolderChange } from "./plan";
import { hashOf, type WrittenFiles } from "./written-files";

/** Writes a file so that it is the old one or the new one at every moment. */
export function replaceFile(fresh: string, path: string, content: string): void {
  mkdirSync(fresh, { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  const made = join(fresh, "file");
  writeFile(made, content, path);
  renameSync(made, path);
}

/** Replaces or removes a file of its own. */
export function applyFile(outdir: string, { fresh }: OwnFolder, change: FileChange): void {
  const path = join(outdir, change.path);
  if (change.copy !== undefined) carryFile(path, join(outdir, change.copy));
  if (change.content !== undefined) {
    replaceFile(fresh, path, change.content);
    return;
  }
  rmSync(path, { force: true });
  if (entriesOf(dirname(path)).length === 0) rmdirSync(dirname(path));
}

/**
 * Replaces a folder: the new one is made beside it, with what others put into the old one, and takes
 * its place. Between the two there is none for a moment; `recover` brings the old one back if the
 * run ends right then.
 */
export function applyFolder(outdir: string, own: OwnFolder, change: FolderChange): void {
  const { path, files, dropped, copies } = change;
  const target = join(outdir, path);
  const fresh = join(own.fresh, path);
  const replaced = join(own.replaced, path);
  const isOwn = (file: string) => Object.hasOwn(files, file) || dropped.includes(file);

  mkdirSync(fresh, { recursive: true });
  carry(target, fresh, isOwn);
  for (const [file, copy] of copies) carryFile(join(target, file), join(fresh, copy));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(fresh, file)), { recursive: true });
    writeFile(join(fresh, file), content, join(target, file));
  }

  mkdirSync(dirname(target), { recursive: true });
  const isNew = !existsSync(target);
  const isEmpty = entriesOf(fresh).length === 0;
  if (!isNew) {
    mkdirSync(dirname(replaced), { recursive: true });
    renameSync(target, replaced);
  }
  if (!isEmpty) renameSync(fresh, target);
  if (isNew) return;
  if (!isEmpty) carry(replaced, target, isOwn); // what came while the new one was made
  // Away from where a run would bring it back from, before it is in pieces.
  mkdirSync(dirname(join(own.gone, path)), { recursive: true });
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
      if (existsSync(target)) {
        const looker = new Looker(replaced);
        carry(replaced, target, (file) => {
          if (existsSync(join(target, file))) return true;
          const found = looker.at(file);
          const hashes = written.get(`${unit}/${file}`);
          return found.kind === "file" && hashes?.includes(hashOf(found.content)) === true;
        });
      } else {
        mkdirSync(dirname(target), { recursive: true });
        renameSync(replaced, target);
      }
    }
  }
  rmSync(own.replaced, { recursive: true, force: true });
  rmSync(own.fresh, { recursive: true, force: true });
}

/** Brings what a folder holds into another, but for some files: as links, so that nothing is copied. */
function carry(from: string, to: string, isLeft: (file: string) => boolean, path = ""): void {
  for (const entry of entriesOf(join(from, path))) {
    const file = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      // Empty folders too, but none for the sake of files that are left.
      if (entriesOf(join(from, file)).length === 0) mkdirSync(join(to, file), { recursive: true });
      carry(from, to, isLeft, file);
    } else if (!isLeft(file)) {
      carryFile(join(from, file), join(to, file));
    }
  }
}

/** Gives a file a second name. Where the file system has no such links, it is copied. */
function carryFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const there = lstatSync(to, { throwIfNoEntry: false });
  const here = lstatSync(from);
  if (there?.ino === here.ino && there.dev === here.dev) return;
  rmSync(to, { force: true });
  if (here.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (!here.isFile()) throw error;
    copyFileSync(from, to);
  }
}

/** Writes a file, and names in an error the place that it is for. */
function writeFile(path: string, content: string, target: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw Object.assign(error as Error, { path: target });
  }
}
