export { readArguments, refusePositionals } from "./arguments";
export { printError, runProgram } from "./failure";
export { printProblems } from "./problems";
export type { Options } from "./usage";
