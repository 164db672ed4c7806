import { runCli } from "../../modules/commands/cli";
import { terminal } from "../../modules/commands/terminal";
import type { Outcome } from "./command";
import type { Project } from "./project";
import { runHere } from "./run-here";

/** Runs `connect-sso` in a project's folder as its `bin` does, but within this process. */
export function cliHere(
  project: Project,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return runHere(project, ["connect-sso", () => runCli(args, terminal(process.stdout))], env);
}
