import {
  type Options,
  packageVersion,
  printError,
  printProblems,
  printWarning,
  readArguments,
  refusePositionals,
  runProgram,
} from "./modules/commands";
import { loadConfig } from "./modules/config";

const OPTIONS: Options = { hcl: { type: "boolean" } };

const HELP = `Usage: npm run synth [-- --hcl]

  --hcl         write the stacks as HCL too, to cdktf.out/hcl/
  -h, --help    show this

Exit code: 0 fine, 1 problems found, 2 wrong usage`;

/** Reads the config, synthesizes the stacks, and says what to do next. */
async function main(): Promise<number> {
  if (process.env["SYNTH_HCL_OUTPUT"] === "true") {
    printError(
      "--hcl of the CDKTF CLI writes HCL that Terraform refuses or reads wrongly; run npm run synth -- --hcl instead. Nothing was written.",
    );
    return 1;
  }
  const { values, positionals } = readArguments(process.argv.slice(2), OPTIONS);
  if (values["help"] === true) {
    console.log(HELP);
    return 0;
  }
  refusePositionals(positionals, OPTIONS);

  const location = process.env["CONNECT_SSO_CONFIG"] || "config";
  const { instances, problems } = loadConfig(location);
  printProblems(problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    console.error(`${String(errors)} ${errors === 1 ? "error" : "errors"}; nothing was written.`);
    return 1;
  }
  // Loaded only now: CDKTF takes longer to start than it takes to report a bad config.
  const { synthReport, writeSynthesis } = await import("./modules/synth/index.js");
  const written = writeSynthesis(instances, {
    outdir: process.env["CDKTF_OUTDIR"] || "cdktf.out",
    location,
    version: packageVersion(),
    hcl: values["hcl"] === true,
    warn: printWarning,
  });
  if ("problems" in written) {
    for (const problem of written.problems) printError(problem);
    console.error("Nothing was written.");
    return 1;
  }
  console.log(synthReport(written, location));
  return 0;
}

runProgram("npm run synth", main);
