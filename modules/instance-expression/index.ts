export {
  instanceArnCondition,
  instanceArnConditions,
  instanceFrom,
  skipInstanceArnConditions,
} from "./instance-expression";
