export { isIdle } from "./backend";
export { checkConfig, checkInstanceArn } from "./check";
export { nameCollisions, sharedClaims } from "./collisions";
export { type MetadataUse, readMetadataFiles, sameEntityId } from "./metadata";
export type { CheckedConfig } from "./partial-config";
export { stateCollisions } from "./state-collisions";
