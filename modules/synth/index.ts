export { synthReport } from "./synth-report";
export { writeSynthesis } from "./write-synthesis";
