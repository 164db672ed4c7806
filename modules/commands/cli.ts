import { packageVersion } from "./package-version";
import { nearest } from "../text";
import { commandLine, howStarted } from "../config/invocation";
import { readArguments, refusePositionals, unknownOption } from "./arguments";
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
  help       show this; help COMMAND shows the help of a command

Options:
  -h, --help     show this; after a command, the help of that command
  -v, --version  show the version

Exit code: 0 fine, 1 problems found, 2 wrong usage, 3 could not be determined
`;

/**
 * Runs connect-sso once.
 *
 * @param args the arguments after the name of the program
 * @returns the exit code: 0 fine, 1 problems found, 3 could not be determined
 * @throws UsageError for arguments that cannot be understood
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
      throw new UsageError(`a command is missing; ${commandList()}`);
    case "help":
    case "--help":
    case "-h":
      return showHelp(rest, terminal);
    case "--version":
    case "-v":
      refusePositionals(readArguments(rest, {}).positionals, {});
      terminal.write(`${packageVersion()}\n`);
      return 0;
  }
  if (name.startsWith("-")) {
    throw new UsageError(`commands come first; ${unknownOption(name, ["help", "version"])}`);
  }
  return runCommand(name, rest, terminal);
}

function showHelp(args: readonly string[], { write }: Terminal): number {
  const [name, ...more] = readArguments(args, {}).positionals;
  refusePositionals(more, {});
  write(name === undefined ? HELP : helpOf(name, commandOf(name)));
  return 0;
}

function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command;
  const guess = nearest(name, [...Object.keys(COMMANDS), "help"]);
  const fix = guess === undefined ? commandList() : `did you mean ${guess}?`;
  throw new UsageError(`${JSON.stringify(name)} is not a command; ${fix}`);
}

/** The help of a command, with its calls as they are made here: `npm run check -- [CONFIG...]`. */
function helpOf(name: string, { help }: Command): string {
  return help.replaceAll(`connect-sso ${name} `, commandLine(howStarted(), name, [""]));
}

async function runCommand(name: string, args: readonly string[], terminal: Terminal) {
  const command = commandOf(name);
  const given = readArguments(args, command.options);
  if (given.values["help"] === true) {
    terminal.write(helpOf(name, command));
    return 0;
  }
  const { run } = await command.load();
  return run(given, terminal);
}

function commandList(): string {
  const names = Object.keys(COMMANDS);
  return `the commands are ${names.join(", ")}; see connect-sso --help`;
}
