export { checkConfig, checkInstanceArn } from "./check";
export { nameCollisions, sharedClaims } from "./collisions";
export { type MetadataUse, readMetadataFiles, sameEntityId } from "./metadata";
export type { CheckedConfig, Partially } from "./partial-config";
export { stateCollisions } from "./state-collisions";
