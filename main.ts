import { runCli, runProgram, terminal } from "./modules/commands";

// `connect-sso synth`; `cdktf.json` names this file, so that the CDKTF CLI runs it too.
runProgram("npm run synth", () =>
  runCli(["synth", ...process.argv.slice(2)], terminal(process.stdout)),
);
