export type { FoundInstance } from "./find-instances";
export { type Offered, offeredInstances } from "./offer";
export { run } from "./run";
