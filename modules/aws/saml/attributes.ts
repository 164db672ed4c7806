const NAMESPACE = "https://aws.amazon.com/SAML/Attributes";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
export const ATTRIBUTES = {
  role: `${NAMESPACE}/Role`,
  sessionName: `${NAMESPACE}/RoleSessionName`,
  sessionDuration: `${NAMESPACE}/SessionDuration`,
  sourceIdentity: `${NAMESPACE}/SourceIdentity`,
  principalTag: `${NAMESPACE}/PrincipalTag:`,
  transitiveTagKeys: `${NAMESPACE}/TransitiveTagKeys`,
} as const;
