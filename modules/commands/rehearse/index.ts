export { explainedError } from "./live";
export { moment } from "./response";
export type {
  Landing,
  Rehearsal,
  RehearsalInput,
  RehearsalProblem,
  RehearsalStep,
  StepId,
  StepStatus,
} from "./rehearsal";
export { rehearse } from "./rehearse";
export { rehearsalReport } from "./report";
export { run } from "./run";
export { type Application, applicationsOf, fixOf, nameOf } from "./steps";
