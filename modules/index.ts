/** What the package offers to other CDKTF apps. */
export {
  type ConnectInstance,
  type LandingPage,
  parseInstanceArn,
  relayStateUrl,
} from "./connect-instance";
export * from "./assignments";
export * from "./connect-users";
export * from "./console-handoff";
export * from "./console-sheet";
export * from "./federation";
export { attributeMappingValue } from "./iam";
export {
  type CertificateFacts,
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  type SamlMetadata,
} from "./saml-metadata";
