import { commandLine, howStarted, loadConfig } from "../../config";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { printError, printWarning } from "../failure";
import { outputFolder } from "../output-folder";
import { packageVersion } from "../package-version";
import { printProblems } from "../problems";
import { withProgress } from "../progress";
import { UsageError } from "../usage";
import { loadSynth } from "./load-synth";

/** Runs `connect-sso synth`: reads the config, writes the stacks, and says what to do next. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const invocation = howStarted();
  const [location = "config", ...others] = configLocations(positionals, "CONFIG");
  if (others.length > 0) {
    throw new UsageError(
      `CONFIG is one file or folder, since what it does not name is removed from the output folder; leave out ${JSON.stringify(others[0])}, or name the folder that has them all`,
    );
  }
  if (process.env["SYNTH_HCL_OUTPUT"] === "true") {
    printError(
      `--hcl of the CDKTF CLI writes HCL that Terraform refuses or reads wrongly; run ${commandLine(invocation, "synth", ["--hcl"])} instead. Nothing was written.`,
    );
    return 1;
  }
  const { instances, problems } = loadConfig(location);
  printProblems(problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    console.error(`${String(errors)} ${errors === 1 ? "error" : "errors"}; nothing was written.`);
    return 1;
  }
  // Loaded only now: CDKTF takes longer to start than it takes to report a bad config.
  const synth = await loadSynth();
  if ("problem" in synth) {
    printError(`${synth.problem}. Nothing was written.`);
    return 1;
  }
  const { out } = values;
  const written = await withProgress(process.stderr, (tell) =>
    synth.writeSynthesis(instances, {
      outdir: typeof out === "string" ? out : outputFolder(),
      location,
      invocation,
      version: packageVersion(),
      hcl: values["hcl"] === true,
      warn: (message) => {
        tell(""); // takes the line away
        printWarning(message);
      },
      tell,
    }),
  );
  if ("problems" in written) {
    for (const problem of written.problems) printError(problem);
    console.error("Nothing was written.");
    return 1;
  }
  terminal.write(`${synth.synthReport(written, location, invocation)}\n`);
  return 0;
};
