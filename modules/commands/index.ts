export { readArguments, refusePositionals } from "./arguments";
export { printError, printWarning, runProgram } from "./failure";
export { packageVersion } from "./package-version";
export { printProblems } from "./problems";
export type { Options } from "./usage";
