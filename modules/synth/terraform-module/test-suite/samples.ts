import { escapeTemplates } from "../../../text";

/**
 * Metadata document for the tests, as a template: the text itself, since OpenTofu before 1.11 takes
 * no functions in the variables of tests.
 */
export function sampleMetadata(application: string): string {
  const issuer = `https://portal.sso.us-east-1.amazonaws.com/saml/assertion/${application}`;
  return escapeTemplates(`<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${issuer}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data>
          <ds:X509Certificate>MII${"A".repeat(597)}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${issuer}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`);
}

/** ARN of an Identity Center instance that no application of the tests belongs to. */
export function otherInstance(arn: string): string {
  return arn.replace(/[^/]*$/, "ssoins-ffffffffffffffff");
}
