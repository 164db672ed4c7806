export type { OutputOptions } from "./plan";
export { type Files, type OutputReport, type Refusal, writeOutput } from "./write-output";
