import { formatProblem, loadConfig } from "./modules/config";

/** Reads the config, adds the stacks, synthesizes, says what to do next. */
async function main(): Promise<void> {
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
  const [{ synthesize }, { writeSheets }, { synthReport }] = await Promise.all([
    import("./modules/stacks/index.js"),
    import("./modules/handoff/index.js"),
    import("./modules/synth-report/index.js"),
  ]);
  const synthesis = synthesize(instances);
  console.log(synthReport(synthesis, writeSheets(synthesis, location), location));
}

main().catch((error: unknown) => {
  // The system's word (no space, no permission) needs no stack trace; a mistake in here does.
  const known = error instanceof Error && "syscall" in error;
  console.error(known ? `error: ${error.message}` : error);
  process.exitCode = 1;
});
