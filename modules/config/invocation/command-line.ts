import type { Invocation } from "./how-started";

/** Composes the line that runs a command. What takes a value is an option, so that no line sets a variable. */
export function commandLine(
  { program, shell }: Pick<Invocation, "program" | "shell">,
  command: string,
  args: readonly string[] = [],
): string {
  // PowerShell takes the first -- away from scripts such as npm.ps1, unless it is in quotes.
  const dashes = shell === "PowerShell" ? "'--'" : "--";
  const npm = program === "npm run" && args.length > 0 ? [dashes] : [];
  return [program, command, ...npm, ...args].join(" ");
}
