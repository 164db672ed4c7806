const NAMESPACE = "https://aws.amazon.com/SAML/Attributes";

/**
 * Names of the SAML attributes that AWS reads.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export const ATTRIBUTES = {
  role: `${NAMESPACE}/Role`,
  sessionName: `${NAMESPACE}/RoleSessionName`,
  sessionDuration: `${NAMESPACE}/SessionDuration`,
  sourceIdentity: `${NAMESPACE}/SourceIdentity`,
  principalTag: `${NAMESPACE}/PrincipalTag:`,
  transitiveTagKeys: `${NAMESPACE}/TransitiveTagKeys`,
} as const;

/**
 * Rule for the value of `RoleSessionName`, with lengths in characters.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export const ROLE_SESSION_NAME = {
  /** Form of one character, as a regular expression. */
  character: "[a-zA-Z_0-9+=,.@-]",
  /** Characters that are allowed in addition to letters and digits. */
  marks: "_+=,.@-",
  min: 2,
  max: 64,
} as const;
