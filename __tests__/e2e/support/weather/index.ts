export { type Kind, KINDS } from "./kinds";
export { type Place, Weather } from "./weather";
