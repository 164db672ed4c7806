import { fixture } from "../../support/fixture";

export type Documents = Record<string, string>;

/** Documents that the config takes, in whatever form XML allows. */
export function acceptedDocuments(good: string, certificate: string): Documents {
  const another = / *<md:KeyDescriptor[^]*<\/md:KeyDescriptor>\n/.exec(good)?.[0] ?? "";
  const encryption = another.replace("signing", "encryption");
  const beforeKey = (text: string) => good.replace("<md:KeyDescriptor", (key) => text + key);
  const inRoot = (text: string) => good.replace(" entityID", () => ` ${text} entityID`);
  const extension = (text: string) =>
    good.replace("  <md:IDPSSO", () => `<md:Extensions>${text}</md:Extensions>\n  <md:IDPSSO`);
  const withCertificate = (text: string) => good.replace(certificate, () => text);
  const samples = [
    "admin-guide",
    "connect-sso",
    "govcloud-admin",
    "govcloud-agent",
    "people-agent",
    "workshop-admin",
    "workshop-agent",
  ].map((name) => `examples/metadata/${name}.xml`);
  return {
    ...Object.fromEntries(samples.map((path) => [path, fixture(path)])),
    "as Identity Center hands it out": good,
    "default namespaces": good
      .replaceAll(/<(\/?)(md|ds):/g, "<$1")
      .replaceAll(/xmlns:(md|ds)=/g, "xmlns="),
    "a prefix of letters beyond ASCII": good.replaceAll("md:", "é-1:").replace(":md=", ":é-1="),
    "single quotes": good.replaceAll('"', "'"),
    "spaces around every equals sign": good.replace(/(?<=[ :]\w+)="/g, ' \n= "'),
    "spaces in the values of attributes": good
      .replace(/entityID="([^"]*)"/, 'entityID=" $1\n"')
      .replace(/xmlns:md="([^"]*)"/, 'xmlns:md=" $1 "')
      .replace('use="signing"', 'use=" encryption "'),
    "a line for each attribute, with tabs": good.replace(/ (?=[\w:]+=")/g, "\r\n\t"),
    "spaces before the ends of tags": good.replace(/(?<![?/])>/g, " \n>"),
    "the line ends of Windows": good.replaceAll("\n", "\r\n"),
    "the line ends of old": good.replaceAll("\n", "\r"),
    "one line": good.replaceAll("\n", ""),
    "no XML declaration": good.replace(/^.*\n/, ""),
    "no XML declaration, blank lines first and last": good.replace(/^.*\n/, "\n\n") + "\n\n",
    "a declaration without encoding": good.replace(' encoding="UTF-8"', ""),
    "a declaration in its own way": good.replace(
      'encoding="UTF-8"',
      "encoding\n= 'utf8' standalone='no'",
    ),
    "comments before, within and behind it": `${good
      .replace("?>\n", "?>\n<!-- <!DOCTYPE x> --><!-- a > b -->\n<?xml-stylesheet href='<x/>'?>")
      .replace("<md:IDPSSO", '<!-- <?xml version="1.0"?> </md:EntityDescriptor><md:a> -->$&')
      .replace(
        "<md:KeyDescriptor",
        '<!-- <md:KeyDescriptor use="encryption">\' <md:KeyDescriptor use=" -->$&',
      )}<!-- </md:EntityDescriptor>\n<md:EntityDescriptor entityID="x"> -->\n<?end?>\n`,
    "an old header in a comment": good.replace(
      "<md:Entity",
      '<!-- <md:EntityDescriptor validUntil="2020-01-01T00:00:00Z" entityID="old"> -->\n$&',
    ),
    "another encoding in a comment": good.replace("?>", "?><!-- <?xml encoding='latin1'?> -->"),
    "markup in a CDATA section": extension(
      "<a><![CDATA[<!-- <!DOCTYPE x> </md:EntityDescriptor><md:EntityDescriptor >]]></a>",
    ),
    "a > and markup's words in an attribute": inRoot(
      `note='> entityID="x" validUntil="2020-01-01T00:00:00Z"' other="it's"`,
    ).replace("<md:KeyDescriptor", `$& note=" use='encryption'"`),
    "quotes and > in its text": extension(`<a>"it's" > that</a>`),
    "other elements of the same name": extension(
      '<EntityDescriptor /><a:EntityDescriptor xmlns:a="a" validUntil="2020-01-01T00:00:00Z"></a:EntityDescriptor><EntityDescriptor></EntityDescriptor><EntityDescriptor>a</EntityDescriptor>',
    ),
    "several entities in an extension": extension(
      '<md:EntitiesDescriptor><md:EntityDescriptor entityID="x"/></md:EntitiesDescriptor>',
    ),
    "character references for what is plain": good
      .replace("urn:oasis:names:tc:SAML:2.0:metadata", "&#117;rn:oasis:names:tc:SAML:2.0:metadata")
      .replace("urn:oasis:names:tc:SAML:2.0:protocol", "urn:oasis:names:tc:SAML:2&#46;0:protocol"),
    "several protocols": good.replace(
      "urn:oasis:names:tc:SAML:2.0:protocol",
      "urn:oasis:names:tc:SAML:1.1:protocol\n   $&\n  urn:x",
    ),
    "two signing certificates": beforeKey(another),
    "a certificate for encryption, too": beforeKey(encryption),
    "a key for encryption without a certificate": beforeKey(
      '<md:KeyDescriptor use="encryption"/><md:KeyDescriptor use="encryption"><a/></md:KeyDescriptor>',
    ),
    "a certificate for encryption that is none": beforeKey(
      encryption.replace(certificate, "none at all"),
    ),
    "a key without use": good.replace(' use="signing"', ""),
    "a certificate broken over lines": withCertificate(
      `\n${certificate.replace(/.{64}/g, "$&\n")}\n`,
    ),
    "a certificate broken by references": withCertificate(
      certificate.replace(/.{64}/g, "$&&#13;\n"),
    ),
    "a certificate in a CDATA section": withCertificate(`<![CDATA[${certificate}]]>`),
    "a certificate behind a comment": withCertificate(`<!-- agent's -->${certificate}`),
    "a certificate with a space beyond ASCII": withCertificate(`\u00a0${certificate}`),
    "a certificate's element with attributes": good.replace(
      "<ds:X509Certificate",
      '$& Id="a>b" note="c"',
    ),
    "a signature, which has an empty certificate": good.replace(
      "  <md:IDPSSO",
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Certificate/><ds:X509Certificate></ds:X509Certificate></ds:Signature>$&',
    ),
    "roles besides the identity provider": good
      .replace("  <md:IDPSSO", '<md:RoleDescriptor xmlns:f="f"/>$&')
      .replace(
        "</md:IDPSSODescriptor>",
        '$&<md:SPSSODescriptor validUntil="2020-01-01T00:00:00Z"/><md:AttributeAuthorityDescriptor/>',
      ),
    "one sign-in service without a Location": good.replace(/Location="[^"]*"\/>\s*$/m, "/>"),
    "a date to come": inRoot('validUntil="2076-01-01T00:00:00Z"'),
    "a date to come, in fractions of seconds": inRoot('validUntil = "2076-01-01T00:00:00.123456Z"'),
    "a date to come, elsewhere": inRoot("validUntil='2076-01-01T00:00:00+14:00'"),
    "a date to come, of no zone": inRoot('validUntil="2076-01-01T00:00:00.5"'),
    "a day to come": inRoot('validUntil="2076-01-01"'),
    "letters that several characters make up": `${good.slice(0, good.indexOf("<md:NameID"))}<!-- ${"e\u0301\u0302".repeat(400)} -->${good.slice(good.indexOf("<md:NameID"))}`,
    "a ${ and a %{": good.replace(/entityID="[^"]*"/, () => 'entityID="urn:${x}:%{y}:$${z}"'),
  };
}

/** Documents that Terraform refuses, with parts of its messages. */
export function refusedDocuments(
  good: string,
): Record<string, readonly [document: string, message: string]> {
  const text = "must be the whole text of the metadata file, not its name";
  const length = "IAM takes SAML metadata of 1,000 to 10,000,000 characters";
  const provider = "must be an identity provider's SAML metadata";
  return {
    "a file's name": ["metadata/agent.xml", text],
    nothing: ["", text],
    "a byte order mark": [`\ufeff${good}`, text],
    "cut off within a tag": [good.slice(0, -5), text],
    "too short": [`${good.slice(0, 200)}>`, length],
    "a web page": ["<!DOCTYPE html>\n<html><body>Sign in</body></html>\n".padEnd(2_000), provider],
    "no entityID": [good.replace(/ entityID="[^"]*"/, ""), provider],
    "a service provider's": [good.replaceAll("IDPSSODescriptor", "SPSSODescriptor"), provider],
    "no certificate": [good.replace(/<ds:X509Certificate.*\n/, ""), provider],
  };
}

/** Documents that Terraform leaves to IAM, some of which IAM takes. */
export function untoldDocuments(good: string, certificate: string, expired: string): Documents {
  return {
    "expired by its own date": good.replace(
      " entityID",
      ' validUntil="2020-01-01T00:00:00Z" entityID',
    ),
    "with an expired certificate": good.replace(certificate, expired),
    "with a certificate that is none": good.replace(certificate, "none at all"),
    "with a document type": good.replace("?>", '?><!DOCTYPE x [<!ENTITY y "z">]>'),
    "of two entities": good + good,
    "without an end": good.slice(0, good.indexOf("</md:EntityDescr")),
  };
}
