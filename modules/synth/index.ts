export { synthesize } from "./stacks";
export { synthReport } from "./synth-report";
export { writeHandoff } from "./write-handoff";
