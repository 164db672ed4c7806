#!/usr/bin/env node
import { runCli } from "./cli";
import { standardOutput } from "./terminal";
import { UsageError } from "./usage";

// Whoever reads may stop before the end, as head does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    console.error(`error: ${error.message}`);
    process.exit(1);
  });
}

runCli(process.argv.slice(2), standardOutput()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      console.error(`connect-sso: ${error.message}`);
      process.exitCode = 2;
      return;
    }
    // The system's word (no space, no permission) needs no stack trace; a mistake in here does.
    const known = error instanceof Error && "syscall" in error;
    console.error(known ? `error: ${error.message}` : error);
    process.exitCode = 1;
  },
);
