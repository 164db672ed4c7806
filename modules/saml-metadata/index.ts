export type { CertificateFacts } from "./certificate";
export { type MetadataDifference, metadataDifference } from "./compare";
export {
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  metadataTooLong,
  type SamlMetadata,
  signingCertificates,
} from "./judge";
export { METADATA_LIMITS } from "./limits";
