export { ConnectFederation, type FederatedApplicationArns } from "./federation";
export { SamlMetadataVariable } from "./metadata-variable";
export { signInDocument } from "./permission";
export { protectionKey, protectSignIn } from "./protection";
export type {
  ConnectFederationProps,
  FederatedApplication,
  FederatedApplicationWithRole,
  FederationProps,
  SeparateRolesProps,
  SharedRoleProps,
} from "./props";
