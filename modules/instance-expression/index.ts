export { instanceArnCondition, instanceArnConditions, instanceFrom } from "./instance-expression";
