import "../constructs/library"; // first, to say what is missing where CDKTF is not installed

export { synthReport } from "./synth-report";
export { writeSynthesis } from "./write-synthesis";
