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
export { rehearsalReport, type ReportStyle } from "./report";
