export { ConnectFederation, type FederatedApplicationArns } from "./federation";
export { SamlMetadataVariable } from "./metadata-variable";
export { protectionKey } from "./protection";
export type {
  ConnectFederationProps,
  FederatedApplication,
  FederatedApplicationWithRole,
  FederationProps,
  SeparateRolesProps,
  SharedRoleProps,
} from "./props";
