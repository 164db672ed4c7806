export { nearest } from "./nearest";
export { visible } from "./visible";
export { wrapped } from "./wrapped";
