export { instanceFrom } from "./instance-expression";
