export { moment } from "./response/moment";
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
export { rehearsalReport, type Rendering } from "./report";
