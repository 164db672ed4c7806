export {
  accountAssignmentsAddress,
  assignmentsAddress,
  CALLER_IDENTITY,
  CONNECT_INSTANCE,
  CONNECT_USERS,
  CREATED_GROUPS,
  CREATED_MEMBERSHIPS,
  CREATED_USERS,
  EXISTING_GROUPS,
  EXISTING_USERS,
  IDENTITY_CENTERS,
  inlinePolicyAddress,
  outputNames,
  permissionSetAddress,
  permissionSetPolicyAddress,
  policyAttachmentAddress,
  roleAddress,
  ROUTING_PROFILES,
  samlProviderAddress,
  SECURITY_PROFILES,
  SIGN_IN_POLICY,
  SIGN_IN_PROTECTION,
} from "./addresses";
export { addAssignments, additionalRegions, regionAlias } from "./add-assignments";
export { addFederation } from "./add-federation";
export { assignmentsImports, federationImports, type Import } from "./imports";
export { AssignmentsStack } from "./assignments-stack";
export { FederationStack } from "./federation-stack";
export { newApp } from "./new-app";
export { ReadableStack } from "./readable-stack";
export { hideTokens, showTokens } from "./tokens-as-text";
export { stackHcl } from "./stack-hcl";
export {
  stacksOf,
  type SynthesizedInstance,
  type SynthesizedStack,
  Synthesizer,
} from "./synthesizer";
