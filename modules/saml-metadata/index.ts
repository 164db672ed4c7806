export type { CertificateFacts } from "./certificate";
export {
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  metadataTooLong,
  type SamlMetadata,
} from "./judge";
export { METADATA_LIMITS } from "./limits";
