import { readFileSync } from "node:fs";
import { join } from "node:path";

import { nearest } from "../text";
import { readArguments, unknownOption } from "./arguments";
import type { Command } from "./command";
import { COMMANDS } from "./commands";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage";

const HELP = `Usage: connect-sso COMMAND [OPTIONS]

Single sign-on for Amazon Connect through AWS IAM Identity Center.

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join("\n")}

Options:
  -h, --help     show this; after a command, its own help
  --version      show the version

Exit code: 0 fine, 1 problems found, 2 wrong usage
`;

/**
 * Runs one call.
 *
 * @param args what stands after the program's name
 * @returns the exit code: 0 fine, 1 problems found
 * @throws UsageError for a call that cannot be understood
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(`names no command; ${commandList()}`);
  if (name.startsWith("-")) return runOption(name, terminal);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const guess = nearest(name, Object.keys(COMMANDS));
    const fix = guess === undefined ? commandList() : `did you mean ${guess}?`;
    throw new UsageError(`${JSON.stringify(name)} is not a command; ${fix}`);
  }
  return runCommand(command, rest, terminal);
}

function runOption(option: string, { write }: Terminal): number {
  if (option === "--help" || option === "-h") write(HELP);
  else if (option === "--version") write(`${version()}\n`);
  else throw new UsageError(`commands come first; ${unknownOption(option, ["help", "version"])}`);
  return 0;
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal) {
  const given = readArguments(args, command.options);
  if (given.values["help"] === true) {
    terminal.write(command.help);
    return 0;
  }
  const { run } = await command.load();
  return run(given, terminal);
}

function commandList(): string {
  const names = Object.keys(COMMANDS);
  return `there ${names.length === 1 ? "is" : "are"} ${names.join(", ")}; see connect-sso --help`;
}

/** The package's own; this file is two folders below it, built or not. */
function version(): string {
  const file = join(__dirname, "../../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
