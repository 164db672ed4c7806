import { runCli, runProgram, terminal } from "./commands";

/**
 * Runs `connect-sso synth` as the CDKTF app of a project: it checks the config, writes the stacks to the
 * folder that the CDKTF CLI names, or else to `cdktf.out`, and sets the exit code of the process.
 *
 * @param args arguments of the command; by default those of the process
 */
export function synth(args: readonly string[] = process.argv.slice(2)): void {
  runProgram("connect-sso", () => runCli(["synth", ...args], terminal(process.stdout)));
}
