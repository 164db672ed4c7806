export { ATTRIBUTES } from "./attributes";
export type { CertificateFacts } from "./certificate";
export {
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  metadataTooLong,
  type SamlMetadata,
  signingCertificates,
} from "./judge-metadata";
export { metadataDifference } from "./metadata-difference";
export { METADATA_LIMITS } from "./metadata-limits";
export { SIGN_IN_ERRORS } from "./sign-in-errors";
