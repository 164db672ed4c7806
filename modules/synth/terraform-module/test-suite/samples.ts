const ISSUER = "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/sample";

/** Content of `tests/metadata.xml`, which the tests change into valid and invalid documents. */
export const SAMPLE_METADATA = `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${ISSUER}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data>
          <ds:X509Certificate>MII${"A".repeat(1_001)}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${ISSUER}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;

const SAMPLE = 'file("./tests/metadata.xml")';

/** Metadata document with the given issuer, as a template. */
export function sampleMetadata(issuer: string): string {
  return `\${replace(${SAMPLE}, "assertion/sample", "assertion/${issuer}")}`;
}

/** Documents that IAM would refuse, each for one reason, as templates by description. */
export const REFUSED_METADATA: Readonly<Record<string, string>> = {
  the_name_of_a_file: "metadata/agent.xml",
  metadata_with_a_byte_order_mark: `\ufeff\${${SAMPLE}}`,
  metadata_that_is_cut_off: changed(">\\n", ""),
  metadata_that_is_too_short: changed("/A{9,}/", "AAAAAAAA"),
  metadata_of_a_service_provider: changed("IDPSSODescriptor", "SPSSODescriptor"),
  metadata_without_a_certificate: changed("X509Certificate", "X509SubjectName"),
  metadata_without_an_entity_id: changed("entityID", "ID"),
  a_page_of_html: '<html>${format("%1000s", "")}</html>',
};

function changed(from: string, to: string): string {
  return `\${replace(${SAMPLE}, "${from}", "${to}")}`;
}

/** ARN of an Identity Center instance that no application of the tests belongs to. */
export function otherInstance(arn: string): string {
  return arn.replace(/[^/]*$/, "ssoins-ffffffffffffffff");
}

/** ARN of the same application in another account, which depends on its number. */
export function inAccount(index: number, arn: string): string {
  return arn.replace(/:[0-9]{12}:/, `:${String(index).padStart(12, "0")}:`);
}
