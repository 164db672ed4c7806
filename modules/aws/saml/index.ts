export type { CertificateFacts } from "./certificate";
export { type MetadataDifference, metadataDifference } from "./metadata-difference";
export {
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  metadataTooLong,
  type SamlMetadata,
  signingCertificates,
} from "./judge-metadata";
export { METADATA_LIMITS } from "./metadata-limits";
