export { explainedError } from "./live";
export { moment } from "./response";
export type {
  CapturedResponse,
  Landing,
  Moment,
  Rehearsal,
  RehearsalInput,
  RehearsalStep,
  StepId,
} from "./rehearsal";
export { STEPS } from "./rehearsal";
export { rehearse } from "./rehearse";
export { rehearsalReport } from "./report";
export { run } from "./run";
export { type Application, applicationsOf, fixOf, nameOf } from "./steps";
export type { Difference, Refusal, RehearsalProblem, Unverified, Verdict } from "./verdict";
