import { PARTITIONS } from "../../../aws";

/** Which of the two places of a response are signed. */
export interface Signed {
  readonly response: boolean;
  readonly assertion: boolean;
}

/**
 * Returns the assertion as it was signed with a certificate's key, canonical and by itself;
 * `undefined` when one of the signatures is not by that key, or not of what stands there now.
 *
 * The SAML library checks nothing but signatures here: it would check some of what is signed too, at
 * the time of the clock, and stop at the first thing that is wrong.
 *
 * @param certificate base64 in one line
 */
export async function verifiedAssertion(
  xml: string,
  signed: Signed,
  certificate: string,
): Promise<string | undefined> {
  // Loaded here because nothing else needs it, and it takes longer than all the rest.
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
    // Of a service provider that asks; it is asked for, and compared with nothing.
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
