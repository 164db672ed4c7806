export { synthReport } from "./synth-report";
