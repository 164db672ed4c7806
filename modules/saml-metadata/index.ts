export type { CertificateFacts } from "./certificate";
export {
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  metadataTooLong,
  type SamlMetadata,
  signingCertificates,
} from "./judge";
export { METADATA_LIMITS } from "./limits";
