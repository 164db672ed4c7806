export { chooseResponse, type ChosenResponse } from "./choose";
export { CAPTURE, FIELD } from "./decode";
