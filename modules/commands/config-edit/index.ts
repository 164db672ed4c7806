export { dataOf } from "./data-of";
export { type Change, type ChangedLine, setInConfig } from "./set-in-config";
export { renderChange } from "./text";
