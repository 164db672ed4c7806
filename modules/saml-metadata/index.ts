export type { CertificateFacts } from "./certificate";
export {
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  type SamlMetadata,
} from "./judge";
export { METADATA_LIMITS } from "./limits";
