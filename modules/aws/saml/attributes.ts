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
 * What AWS takes as the value of `RoleSessionName`.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export const ROLE_SESSION_NAME = {
  /** One character of it, as a regular expression. */
  character: "[a-zA-Z_0-9+=,.@-]",
  /** The characters beside letters and digits. */
  marks: "_+=,.@-",
  min: 2,
  max: 64,
} as const;
