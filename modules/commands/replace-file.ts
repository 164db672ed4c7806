import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * Replaces the content of a file at once, or creates it: whoever reads it sees the old content or the new
 * one.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const exists = existsSync(path);
  const file = exists ? realpathSync(path) : path;
  if (!exists) mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}.tmp`;
  const handle = openSync(draft, "wx", exists ? statSync(file).mode & 0o777 : 0o666);
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let written = 0; written < bytes.length;) {
      written += writeSync(handle, bytes, written);
    }
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
