export { chooseResponse, type ChosenResponse } from "./choose";
export { CAPTURE } from "./decode";
