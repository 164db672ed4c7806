export { checkAdopt } from "./adopt";
export { checkConfig, checkInstanceArn } from "./check";
export { nameCollisions, sharedClaims } from "./collisions";
export { type MetadataUse, readMetadataFiles, sameMetadata } from "./metadata";
export type { CheckedConfig, Partially } from "./partial-config";
export { replicas } from "./replicas";
export { stateCollisions } from "./state-collisions";
