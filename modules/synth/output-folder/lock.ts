import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";

/** How long a run waits for another, in milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 100;
/** A lock whose content is not whole is that of a run that has just begun, or that ended right then. */
const BEGINNING = 2_000;

/** Another run that works in the folder. */
export interface OtherRun {
  /** Process ID and host, as far as they are known. */
  readonly who: string;
}

/**
 * Takes the lock of an output folder, and waits for another run that has it. A lock whose process has
 * ended is taken over.
 *
 * @param path the file that is the lock
 * @returns a function that gives the lock back, or the other run when that does not end
 */
export function takeLock(path: string, patience = PATIENCE): (() => void) | OtherRun {
  const end = Date.now() + patience;
  for (;;) {
    if (make(path)) {
      return () => {
        rmSync(path, { force: true });
      };
    }
    const holder = read(path);
    if (holder !== undefined && hasEnded(holder, path) && takeAway(path, holder)) continue;
    if (Date.now() >= end) return { who: describe(holder) };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
}

/** Makes a file that does not exist, and tells whether it did. */
function make(path: string): boolean {
  let file;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    writeSync(file, JSON.stringify({ process: process.pid, host: hostname() }));
  } catch (error) {
    rmSync(path, { force: true });
    throw Object.assign(error as Error, { path });
  } finally {
    closeSync(file);
  }
  return true;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // given back just now
  }
}

/**
 * Removes the lock of a run that has ended. Of two runs that try this, one does: else it could remove the
 * other's.
 *
 * @returns whether it was this run's turn
 */
function takeAway(path: string, holder: string): boolean {
  const turn = `${path}.next`;
  if (!make(turn)) {
    // A turn takes no time: this is one of a run that ended within it.
    if (ageOf(turn) > BEGINNING) rmSync(turn, { force: true });
    return false;
  }
  try {
    if (read(path) === holder) rmSync(path);
  } finally {
    rmSync(turn, { force: true });
  }
  return true;
}

function hasEnded(holder: string, path: string): boolean {
  const { process: id, host } = parsed(holder);
  if (id === undefined) return ageOf(path) > BEGINNING;
  if (host !== hostname()) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH"; // else it is another user's
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function describe(holder = ""): string {
  const { process: id, host } = parsed(holder);
  return id === undefined ? "another run" : `process ${String(id)} on ${host ?? "another machine"}`;
}

function parsed(holder: string): { process?: number; host?: string } {
  try {
    const { process: id, host } = JSON.parse(holder) as Record<string, unknown>;
    return {
      ...(typeof id === "number" && Number.isInteger(id) && id > 0 && { process: id }),
      ...(typeof host === "string" && { host }),
    };
  } catch {
    return {};
  }
}
