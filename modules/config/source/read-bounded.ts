import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { dirname, extname } from "node:path";

/** The bytes of a file, or the reason why it was not read. */
export type BoundedFile =
  | { readonly is: "read"; readonly bytes: Uint8Array }
  | { readonly is: "folder" | "no file" }
  /** `beside` has the names of files with the same extension in its folder. */
  | { readonly is: "missing"; readonly beside: readonly string[] }
  /** `length` is the lowest possible length of the file, in bytes. */
  | { readonly is: "too long"; readonly length: number }
  /** `code` is the error code of the system, such as EACCES. */
  | { readonly is: "unreadable"; readonly code: string };

/** Reads a file of up to so many bytes. */
export type Reader = (path: string, maxBytes: number) => BoundedFile;

/**
 * Reads a regular file of up to `maxBytes` bytes. Other files are not read: a device has no end, and a
 * pipe may never start.
 */
export function readBounded(path: string, maxBytes: number): BoundedFile {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe waits for somebody to write.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const facts = fstatSync(file);
    if (facts.isDirectory()) return { is: "folder" };
    if (!facts.isFile()) return { is: "no file" };
    if (facts.size > maxBytes) return { is: "too long", length: facts.size };
    return readUpTo(file, maxBytes);
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR")
      return { is: "missing", beside: namesBeside(path) };
    return code === "EISDIR" ? { is: "folder" } : { is: "unreadable", code };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function namesBeside(path: string): string[] {
  try {
    const names = readdirSync(dirname(path));
    return names.filter((name) => extname(name).toLowerCase() === extname(path).toLowerCase());
  } catch {
    return []; // there is no folder either
  }
}

/**
 * Counts the bytes itself: a file can grow while it is read, and files in /proc have the size 0.
 */
function readUpTo(file: number, maxBytes: number): BoundedFile {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const read = readSync(file, chunk);
    if (read === 0) return { is: "read", bytes: Buffer.concat(chunks) };
    length += read;
    if (length > maxBytes) return { is: "too long", length };
    chunks.push(chunk.subarray(0, read));
  }
}
