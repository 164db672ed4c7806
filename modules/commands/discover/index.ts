export type { FoundApplication } from "./directory";
export { applicationsAt } from "./find-identity-centers";
export type { FoundInstance } from "./find-instances";
export { isSameName, type Match, matchesOf } from "./matches";
export { type Offered, offeredInstances } from "./offer";
export { run } from "./run";
