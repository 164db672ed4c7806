import { parseArgs } from "node:util";

import { formatProblem, loadConfig } from "./modules/config";

const USAGE = `Usage: npm run synth [-- --hcl]

  --hcl    write the stacks as HCL too, to cdktf.out/hcl/`;

/** Reads the config, adds the stacks, synthesizes, says what to do next. */
async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return;
  const location = process.env["CONNECT_SSO_CONFIG"] || "config";
  const { instances, problems } = loadConfig(location);
  for (const problem of problems) console.error(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    console.error(`${String(errors)} ${errors === 1 ? "error" : "errors"}; nothing was written.`);
    process.exitCode = 1;
    return;
  }
  // Loaded only now: CDKTF takes longer to start than a bad config takes to be told of.
  const { synthesize, synthReport, writeHandoff } = await import("./modules/synth/index.js");
  const synthesis = synthesize(instances, options);
  console.log(synthReport(synthesis, writeHandoff(synthesis, location), location));
}

/** What was asked for; nothing when that is told or refused already. */
function readOptions(): { hcl?: boolean } | undefined {
  if (process.env["SYNTH_HCL_OUTPUT"] === "true") {
    console.error(
      "error: --hcl of the CDKTF CLI writes HCL that Terraform refuses or reads wrongly; run npm run synth -- --hcl instead. Nothing was written.",
    );
    process.exitCode = 1;
    return undefined;
  }
  try {
    const { help, ...options } = parseArgs({
      options: { hcl: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    }).values;
    if (!help) return options;
    console.log(USAGE);
  } catch (error) {
    console.error(`error: ${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
  }
  return undefined;
}

main().catch((error: unknown) => {
  // The system's word (no space, no permission) needs no stack trace; a mistake in here does.
  const known = error instanceof Error && "syscall" in error;
  console.error(known ? `error: ${error.message}` : error);
  process.exitCode = 1;
});
