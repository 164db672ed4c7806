export { runCli } from "./cli";
export { runProgram } from "./failure";
export { terminal } from "./terminal";
