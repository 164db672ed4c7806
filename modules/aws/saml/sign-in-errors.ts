/**
 * What users see when sign-in fails, by its cause, in the words of AWS, which people search for.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/troubleshoot-saml.html
 */
export const SIGN_IN_ERRORS = {
  notOnboarded:
    "Your account has been authenticated, but has not been onboarded to this application",
  accessDenied: "Access denied, Please contact your AWS account administrator",
  sessionExpired: "Session Expired",
  invalidResponse: "Your request included an invalid SAML response",
  sessionNameMissing: "RoleSessionName is required in AuthnResponse",
  sessionNameInvalid: "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
  notAuthorized: "Not authorized to perform sts:AssumeRoleWithSAML",
  signatureInvalid: "Response signature invalid",
  issuerNotPresent: "Issuer not present in specified provider",
  noProvider: "Specified provider doesn't exist",
  audienceMissing: "Response does not contain the required audience",
  metadataUnreadable: "Could not parse metadata",
  cannotProcess: "An error occurred when we tried to process your request",
  notFound: "404 after the tile is chosen",
  otherRole: "User is already associated / duplicate",
  tooLate: "Token must be redeemed within 5 minutes of issuance",
  /** AWS documents this one for calls of its API and CLI only. */
  tooLong: "Requested DurationSeconds exceeds MaxSessionDuration set for this role",
} as const;
