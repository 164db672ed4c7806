import { isAbsolute } from "node:path";

import { pathWord } from "../text";
import { commandLine, type Invocation } from "./invocation";
import { shownPath } from "./source";

/** Command lines that go on with what was made, for a shell in the working folder. */
export interface NextCommands {
  readonly synth: string;
  /** Compares with the accounts, with a word in place of the profile of this option. */
  readonly compare: (option: string) => string;
  /** Finds the ARNs of applications, and writes them into the config. */
  readonly discover: string;
  /** Fetches the metadata of an application, by its key, with a word in place of the URL. */
  readonly metadata: (application: string) => string;
  readonly rehearse: string;
  readonly trace: string;
  /** Plans or applies the users of Amazon Connect. */
  readonly users: (subcommand: "plan" | "apply") => string;
  /** Deploys a stack, by its name. */
  readonly deploy: (stack: string) => string;
  /** Deploys with Terraform alone, in the folder of a stack. */
  readonly terraform: string;
  /** Path of the output folder as messages show it. */
  readonly outdir: string;
}

/** What the commands work on. */
export interface Places {
  /** Path of the config file, or of the folder of them. */
  readonly location: string;
  /** Path of the output folder. */
  readonly outdir: string;
}

/**
 * Composes the command lines that read the same config and use the same output folder: in another one,
 * a deployment would have another state.
 */
export function nextCommands(invocation: Invocation, { location, outdir }: Places): NextCommands {
  const word = (path: string, outside: string) => {
    const shown = shownPath(path);
    if (isAbsolute(shown) && invocation.isForFile) return outside;
    return pathWord(shown, invocation.shell);
  };
  const config = shownPath(location) === "config" ? [] : [word(location, "CONFIG")];
  const option = config.flatMap((one) => ["--config", one]);
  const folder = shownPath(outdir) === "cdktf.out" ? [] : [word(outdir, "DIR")];
  const run = (command: string, args: readonly string[]) => commandLine(invocation, command, args);
  // The CDKTF CLI would run the app without arguments.
  const asWritten = config.length + folder.length > 0 ? ["--skip-synth"] : [];
  const output = folder.flatMap((one) => ["--output", one]);
  return {
    synth: run("synth", [...config, ...folder.flatMap((one) => ["--out", one])]),
    compare: (option) => run("check", [...config, "--live", `--${option}`, "NAME"]),
    discover: run("discover", [...config, "--write"]),
    metadata: (application) => run("metadata", [application, "URL", ...option]),
    rehearse: run("rehearse", ["FILE", ...option]),
    trace: run("trace", ["--user", "NAME", ...option]),
    deploy: (stack) => [invocation.cdktf, "deploy", ...output, ...asWritten, stack].join(" "),
    users: (subcommand) => run("users", [subcommand, ...config]),
    // Windows PowerShell 5 does not know &&.
    terraform: `terraform init${invocation.shell === "PowerShell" ? ";" : " &&"} terraform apply`,
    outdir: shownPath(outdir),
  };
}
