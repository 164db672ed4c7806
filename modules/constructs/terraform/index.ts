export { Each, keys } from "./each";
export {
  instanceArnCondition,
  instanceArnConditions,
  instanceFrom,
  skipInstanceArnConditions,
} from "./instance-expression";
export { labelOf } from "./label";
export { literal } from "./literal";
export { judged, judgedTags } from "./plain-values";
