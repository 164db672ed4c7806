export { ConnectFederation, type FederatedApplicationArns } from "./federation";
export { SamlMetadataVariable } from "./metadata-variable";
export type { ConnectFederationProps, FederatedApplication } from "./props";
