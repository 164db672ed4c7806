export { instanceArnConditions, instanceFrom } from "./instance-expression";
