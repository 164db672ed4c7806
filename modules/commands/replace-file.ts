import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** Replaces the content of a file at once: whoever reads it sees the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  const file = realpathSync(path);
  const draft = `${file}.${String(process.pid)}.tmp`;
  const handle = openSync(draft, "wx", statSync(file).mode & 0o777);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
