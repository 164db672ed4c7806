export { asToken, Each, keys } from "./each";
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
export { named, nameKeyProblem } from "./named";
export { refuse } from "./refuse";
export { tagged } from "./tagged";
export {
  flag,
  knownNumber,
  listOf,
  mapOf,
  number,
  objectOf,
  oneOf,
  optional,
  orToken,
  provider,
  type Shapes,
  shapeProblems,
  tagMap,
  text,
} from "./shapes";
