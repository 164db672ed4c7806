import { PARTITIONS } from "../../../aws";

/** The places of a response that are signed. */
export interface Signed {
  readonly response: boolean;
  readonly assertion: boolean;
}

/**
 * Returns the assertion as it was signed with a certificate's key, canonical and alone; `undefined`
 * when one of the signatures is not by that key, or what it signs was changed.
 *
 * The SAML library checks only signatures here. It could check some of the values too, but only at the
 * present time, and it would stop at the first error.
 *
 * @param certificate the certificate, in base64 on one line
 */
export async function verifiedAssertion(
  xml: string,
  signed: Signed,
  certificate: string,
): Promise<string | undefined> {
  // Loaded here because only this function needs it, and loading it takes longer than all the rest.
  const { SAML, ValidateInResponseTo } = await import("@node-saml/node-saml");
  class SignaturesOnly extends SAML {
    protected override processValidlySignedAssertionAsync(assertion: string) {
      const none = { issuer: "", nameID: "", nameIDFormat: "" };
      const profile = { ...none, getAssertionXml: () => assertion };
      return Promise.resolve({ profile, loggedOut: false });
    }
  }
  const saml = new SignaturesOnly({
    idpCert: certificate,
    wantAuthnResponseSigned: signed.response,
    wantAssertionsSigned: signed.assertion,
    audience: false,
    validateInResponseTo: ValidateInResponseTo.never,
    // The library requires both, but compares them with nothing here.
    issuer: PARTITIONS.aws.samlAudience,
    callbackUrl: PARTITIONS.aws.globalSignInUrl,
  });
  try {
    const SAMLResponse = Buffer.from(xml).toString("base64");
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse });
    return profile?.getAssertionXml?.();
  } catch {
    return undefined;
  }
}
