const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const CONNECT_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";

/** Pages that say what AWS requires of a SAML sign-in, and what its errors mean. */
export const SAML_PAGES = {
  /** The errors of IAM, in their words, with their causes. */
  errors: `${IAM_GUIDE}/troubleshoot_saml.html`,
  /** The elements and attributes that a response must have. */
  assertions: `${IAM_GUIDE}/id_roles_providers_create_saml_assertions.html`,
  /** The sign-in through a browser, and where it leads without a relay state. */
  console: `${IAM_GUIDE}/id_roles_providers_enable-console-saml.html`,
  assumeRole: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
  /** The set-up of Amazon Connect, with the form of the relay state. */
  connect: `${CONNECT_GUIDE}/configure-saml.html`,
  connectErrors: `${CONNECT_GUIDE}/troubleshoot-saml.html`,
  /** The sign-in endpoint of Amazon Connect Global Resiliency. */
  globalResiliency: `${CONNECT_GUIDE}/integrate-idp.html`,
  /** The sign-in endpoints of AWS, by region. */
  endpoints: "https://docs.aws.amazon.com/general/latest/gr/signin-service.html",
  /** The standard that AWS refers to: what a response is, and that one posted by a browser is signed. */
  saml: "https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf",
  samlProfiles: "https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf",
} as const;
