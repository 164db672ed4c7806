/** What the package offers to other CDKTF apps. */
export { type ConnectInstance, parseInstanceArn, relayStateUrl } from "./connect-instance";
export * from "./console-handoff";
export * from "./federation";
export { attributeMappingValue } from "./iam";
export { judgeMetadata, type MetadataJudgement, type SamlMetadata } from "./saml-metadata";
