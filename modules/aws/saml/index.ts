export { ATTRIBUTES, ROLE_SESSION_NAME } from "./attributes";
export { type CertificateFacts, readCertificate } from "./certificate";
export {
  identifyMetadata,
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  metadataTooLong,
  type SamlMetadata,
} from "./judge-metadata";
export { metadataDifference } from "./metadata-difference";
export { METADATA_LIMITS } from "./metadata-limits";
export { NAMESPACES } from "./namespaces";
export { answeredError, type RefusedStep, type SignInCall } from "./refusals";
export { SAML_PAGES } from "./pages";
export { SIGN_IN_FAILURES, type SignInAnswer, type SignInFailure } from "./sign-in-failures";
export { federationUrl, isConsoleUrl, signInUrl } from "./url-forms";
