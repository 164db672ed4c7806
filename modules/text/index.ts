export { nearest } from "./nearest";
export { wrapped, type Wrapping } from "./wrapped";
