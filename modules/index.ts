/** What the package offers to other CDKTF apps. */
export {
  type ConnectInstance,
  type LandingPage,
  parseInstanceArn,
  relayStateUrl,
} from "./aws/connect";
export * from "./constructs/assignments";
export * from "./constructs/connect-users";
export * from "./constructs/console-handoff";
export * from "./synth/console-sheet";
export * from "./constructs/federation";
export { attributeMappingValue } from "./aws/iam";
export {
  type CertificateFacts,
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  type SamlMetadata,
} from "./aws/saml";
