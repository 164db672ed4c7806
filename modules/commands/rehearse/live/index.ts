export { explainedError } from "./explained-error";
