export { Each, keys } from "./each";
export {
  instanceArnChecks,
  instanceArnConditions,
  instanceFrom,
  skipInstanceArnConditions,
} from "./instance-expression";
export { jsonencode } from "./jsonencode";
export { isKnownInPlan, labelOf, quotedTemplate } from "./label";
export { literal } from "./literal";
export {
  listProblems,
  namesAt,
  spellingProblems,
  tagProblems,
  twinProblems,
  valueProblems,
} from "./plain-values";
export { refuse } from "./refuse";
export { tagged } from "./tagged";
export {
  flag,
  listOf,
  mapOf,
  number,
  objectOf,
  oneOf,
  optional,
  provider,
  type Shapes,
  shapeProblems,
  text,
} from "./shapes";
