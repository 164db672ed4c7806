const METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

/** Prefixes of the names of metadata and of signatures; empty where the namespace is the default. */
export interface Names {
  readonly md: string;
  readonly ds: string;
}

function xmlns(prefix: string, uri: string): string {
  return ` xmlns${prefix === "" ? "" : `:${prefix.slice(0, -1)}`}="${uri}"`;
}

export function entity({ md }: Names, entityId: string, inside: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${md}EntityDescriptor${xmlns(md, METADATA)} entityID="${entityId}">\n${inside.join("\n")}\n</${md}EntityDescriptor>\n`;
}

export function identityProvider({ md }: Names, inside: readonly string[]): string {
  return `<${md}IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${inside.join("")}</${md}IDPSSODescriptor>`;
}

export function serviceProvider({ md }: Names, inside: readonly string[]): string {
  return `<${md}SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${inside.join("")}<${md}AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://sp.example.com/acs" index="0" isDefault="true"/></${md}SPSSODescriptor>`;
}

export function authority({ md }: Names, inside: readonly string[]): string {
  return `<${md}AttributeAuthorityDescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol">${inside.join("")}<${md}AttributeService Binding="urn:oasis:names:tc:SAML:1.0:bindings:SOAP-binding" Location="https://idp.example.org:8443/aa"/></${md}AttributeAuthorityDescriptor>`;
}

/** A role of WS-Federation, as products of Microsoft have them beside those of SAML. */
export function federationRole(type: string, certificate: string): string {
  const key = keyDescriptor({ md: "", ds: "" }, "signing", certificate);
  return `<RoleDescriptor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706" xsi:type="fed:${type}" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706">${key}<fed:ClaimTypesOffered/></RoleDescriptor>`;
}

export function keyDescriptor(
  { md, ds }: Names,
  use: "signing" | "encryption" | undefined,
  certificate: string,
): string {
  const given = use === undefined ? "" : ` use="${use}"`;
  return `<${md}KeyDescriptor${given}>${keyInfo(ds, certificate)}</${md}KeyDescriptor>`;
}

function keyInfo(ds: string, certificate: string): string {
  return `<${ds}KeyInfo${xmlns(ds, SIGNATURE)}><${ds}X509Data><${ds}X509Certificate>${certificate}</${ds}X509Certificate></${ds}X509Data></${ds}KeyInfo>`;
}

export function endpoints({ md }: Names, location: string, bindings: readonly string[]): string {
  return bindings
    .map(
      (binding) =>
        `<${md}SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${location}"/>`,
    )
    .join("");
}

/** The signature of a whole document, which IAM does not verify, and neither does anything here. */
export function signature({ ds }: Names, certificate: string): string {
  return `<${ds}Signature${xmlns(ds, SIGNATURE)}><${ds}SignedInfo><${ds}CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><${ds}SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><${ds}Reference URI="#x"><${ds}DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><${ds}DigestValue>AAAA</${ds}DigestValue></${ds}Reference></${ds}SignedInfo><${ds}SignatureValue>AAAA</${ds}SignatureValue>${keyInfo(ds, certificate)}</${ds}Signature>`;
}
