export type { Files, OutputOptions } from "./plan";
export { type OutputReport, type Refusal, writeOutput } from "./write-output";
