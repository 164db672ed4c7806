export { FEDERATION_TOKEN } from "./connect";
export { ServiceError } from "./service";
export { StandIn, type StandInOptions } from "./stand-in";
