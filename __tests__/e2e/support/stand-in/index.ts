export { answerError } from "./answer-error";
export { FEDERATION_TOKEN } from "./connect";
export { Rate } from "./rate";
export { ServiceError } from "./service";
export { StandIn, type StandInOptions } from "./stand-in";
