/**
 * Limits of SAML metadata: those of IAM, and those of this project when it reads a document.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 */
export const METADATA_LIMITS = {
  minCharacters: 1_000,
  maxCharacters: 10_000_000,
  /** A character takes at most four bytes of UTF-8. */
  maxBytes: 40_000_000,
  minRsaBits: 1_024,
  /** Real metadata nests seven levels deep. */
  maxDepth: 50,
  /** Number of days before its end from which a certificate gets a warning. */
  warningDays: 60,
} as const;
