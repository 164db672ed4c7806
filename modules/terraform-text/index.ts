export { Each, keys } from "./each";
export { labelOf } from "./label";
export { literal } from "./literal";
