import { inspect } from "node:util";

import { visible, visibleLines } from "../text";
import { renderEntry } from "./entry";
import { type Style, terminal } from "./terminal";
import { UsageError } from "./usage";

/**
 * Runs a program and sets its exit code: the one that `main` returns, 1 after a failure, 2 after wrong
 * usage.
 *
 * @param name the name of the program, with which messages about wrong usage begin
 */
export function runProgram(name: string, main: () => Promise<number>): void {
  const streams = { "standard output": process.stdout, "standard error": process.stderr };
  for (const [path, stream] of Object.entries(streams)) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // The reader may close the pipe before the end, as head does.
      if (error.code === "EPIPE") process.exit();
      printFailure(Object.assign(error, { path }));
      process.exit(1);
    });
  }
  main().then(
    (code) => {
      process.exitCode = code;
      // A connection or a credential process that hangs must not keep this process alive.
      process.stdout.write("", () => setTimeout(() => process.exit(), 1_000).unref());
    },
    (error: unknown) => {
      const isUsage = error instanceof UsageError;
      if (isUsage) console.error(`${name}: ${visible(error.message)}`);
      else printFailure(error);
      process.exitCode = isUsage ? 2 : 1;
    },
  );
}

/** Writes an error message to standard error. */
export function printError(message: string): void {
  print("error:", message, "red");
}

/** Writes a warning to standard error. */
export function printWarning(message: string): void {
  print("warning:", message, "yellow");
}

/** Writes a notice of what is going to be done to standard error. */
export function printNotice(message: string): void {
  print("notice:", message, "bold");
}

function print(label: string, message: string, style: Style): void {
  const rendering = terminal(process.stderr);
  console.error(renderEntry(label, message, { rendering, style, indent: 2 }));
}

/** Prints an error: of the operating system (disk full, no permission) a sentence, of a bug the stack. */
function printFailure(error: unknown): void {
  if (error instanceof Error && "syscall" in error) printError(systemError(error as SystemError));
  else console.error(visibleLines(inspect(error)));
}

const AGAIN = "and run this again";
const PERMIT = `give yourself permission there, ${AGAIN}`;
const ROOM = `make room there, ${AGAIN}`;
const ELSEWHERE = "move it away, or name another folder";

/** What to do about errors of the operating system, by their codes. */
const FIXES: Readonly<Record<string, string>> = {
  EACCES: PERMIT,
  EBUSY: `close what uses it, ${AGAIN}`,
  EDQUOT: ROOM,
  EEXIST: ELSEWHERE,
  EIO: `check the disk, ${AGAIN}`,
  EMFILE: `close other programs, or raise the limit of open files, ${AGAIN}`,
  ENFILE: `close other programs, ${AGAIN}`,
  ENOSPC: ROOM,
  ENOTDIR: ELSEWHERE,
  EPERM: PERMIT,
  EROFS: "make it writable, or name another folder",
  EXDEV: "have all of it on one file system, or name another folder",
};

/**
 * Says which file an operation failed for, why, and what to do:
 * `cdktf.out/stacks: permission denied (EACCES); give yourself permission there, and run this again`.
 */
function systemError({ path, code, message }: SystemError): string {
  const [, reason] = /^[A-Z0-9]+: ([^,]+)/.exec(message) ?? [];
  if (reason === undefined || code === undefined) return message;
  const fix = Object.hasOwn(FIXES, code) ? `; ${FIXES[code] ?? ""}` : "";
  return `${path === undefined ? "" : `${path}: `}${reason} (${code})${fix}`;
}

type SystemError = NodeJS.ErrnoException & { readonly syscall: string };
