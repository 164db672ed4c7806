import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";

import { judgeMetadata } from "../../../modules/aws/saml";
import { ANY_CHARACTER } from "../../support/any-character";
import { makeCertificate, metadataWith } from "../../support/metadata";

const NOW = new Date("2026-12-01T00:00:00Z");
const DOWNLOAD =
  "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";
const DOCTYPE = `is refused: it has a document type declaration (<!DOCTYPE ...>), with which XML can include files or multiply text; ${DOWNLOAD}`;
const DESCRIPTOR = "urn:oasis:names:tc:SAML:2.0:metadata";

/** The warning of a certificate of Identity Center that expired on this day. */
function expiredOn(day: string): string {
  return `has a signing certificate that expired on ${day}; IAM does not act on that date, but the provider has most likely moved to another key, and then sign-in fails; rotate the application's certificate in Identity Center if it is still in use, then ${DOWNLOAD}`;
}

/** Good metadata, its certificate from 2026-01-01 to 2076-01-01. */
let good: string;
let certificate: string;
let expired: string;
let ending: string;
let weak: string;
let weakAndExpired: string;

beforeAll(async () => {
  const past = { starts: new Date("2020-01-01"), ends: new Date("2025-01-01") };
  [certificate, expired, ending, weak, weakAndExpired] = await Promise.all([
    makeCertificate({ bits: 1024 }),
    makeCertificate({ bits: 1024, ...past }),
    makeCertificate({ bits: 1024, ends: new Date("2026-12-20") }),
    makeCertificate({ bits: 512 }),
    makeCertificate({ bits: 512, ...past }),
  ]);
  good = metadataWith({ application: "agent", certificate });
});

function judge(document: string | Uint8Array, now = NOW) {
  return judgeMetadata(typeof document === "string" ? Buffer.from(document) : document, { now });
}

function sample(path: string): Buffer {
  return readFileSync(join(__dirname, "../../..", path));
}

function keyDescriptor(text: string): string {
  return `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${text}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
}

/** The good metadata with one more signing certificate before its own. */
function withAnother(text: string): string {
  return good.replace("<md:KeyDescriptor", `${keyDescriptor(text)}<md:KeyDescriptor`);
}

/** The good document, with one date of its certificate written over. */
function withDate(date: string, other: string): string {
  const der = Buffer.from(certificate, "base64").toString("latin1");
  expect(der).toContain(date);
  return good.replace(
    certificate,
    Buffer.from(der.replace(date, other), "latin1").toString("base64"),
  );
}

describe("a sample file is good, without warnings", () => {
  test.each([
    [
      "examples/metadata/workshop-agent.xml",
      "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2",
    ],
    [
      "examples/metadata/workshop-admin.xml",
      "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy0wZjRkMmI2YThjMWU5MzU3",
    ],
    [
      "examples/metadata/admin-guide.xml",
      "https://portal.sso.us-west-2.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy0yYjhkNGY2YTBjMWU3Mzk1",
    ],
    [
      "examples/metadata/connect-sso.xml",
      "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy03ZTFhOWMzYjVkMmY4MDQ2",
    ],
    [
      "examples/metadata/govcloud-agent.xml",
      "https://portal.sso.us-gov-west-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy05YzNlNWE3YjFkMGYyNDY4",
    ],
    [
      "examples/metadata/govcloud-admin.xml",
      "https://portal.sso.us-gov-west-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy0xZDdmM2I5YTVjMGU4NjQy",
    ],
    [
      "examples/metadata/shared-agent.xml",
      "https://portal.sso.eu-west-2.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy02YTBjMmU0ZjhiMWQzNTc5",
    ],
    [
      "examples/metadata/shared-admin.xml",
      "https://portal.sso.eu-west-2.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy04ZjJkNGI2ZTBhMWMzOTU3",
    ],
  ])("%s", (path, entityId) => {
    const bytes = sample(path);
    expect(judge(bytes)).toEqual({
      metadata: {
        document: bytes.toString("utf8"),
        entityId,
        certificates: [
          {
            base64: /X509Certificate>([^<]+)</.exec(bytes.toString())?.[1]?.replace(/\s/g, ""),
            starts: new Date("2026-11-01T00:00:00Z"),
            ends: new Date("2076-11-01T00:00:00Z"),
            keyType: "rsa",
            rsaBits: 2048,
          },
        ],
      },
      errors: [],
      warnings: [],
    });
  });
});

describe("metadata is good", () => {
  test.each<[string, () => string]>([
    ["with a key of 1024 bits", () => good],
    [
      "with prefixes of the provider's choice",
      () => good.replaceAll("md:", "m.d-2:").replace("xmlns:md=", "xmlns:m.d-2="),
    ],
    [
      "with default namespaces",
      () => good.replaceAll(/<(\/?)(md|ds):/g, "<$1").replaceAll(/xmlns:(md|ds)=/g, "xmlns="),
    ],
    ["without an XML declaration", () => good.replace(/^<\?xml.*\n/, "")],
    ["when its declaration names no encoding", () => good.replace(' encoding="UTF-8"', "")],
    [
      "when its declaration says utf-8 in small letters",
      () => good.replace('encoding="UTF-8"', 'encoding="utf-8"'),
    ],
    ["when its key has no use, which means any use", () => good.replace(' use="signing"', "")],
    [
      "with a key of another namespace, which is none of SAML's",
      () =>
        good.replace(
          "<md:KeyDescriptor",
          `<x:KeyDescriptor xmlns:x="urn:x"><X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#">AAAA</X509Certificate></x:KeyDescriptor>$&`,
        ),
    ],
    [
      "with its certificate broken over lines",
      () => good.replace(certificate, certificate.replace(/.{64}/g, "$&\n        ")),
    ],
    [
      "with its certificate in a CDATA section",
      () => good.replace(certificate, `<![CDATA[${certificate}]]>`),
    ],
    ["with comments", () => good.replace("<md:IDPSSODescriptor", "<!-- a -->$&") + "<!-- b -->\n"],
    [
      "when it speaks SAML 1.1 besides 2.0",
      () =>
        good.replace(
          'protocolSupportEnumeration="',
          "$&urn:oasis:names:tc:SAML:1.1:protocol\n          ",
        ),
    ],
    [
      "when it is valid for a time that is not over",
      () => good.replace(" entityID", ' validUntil="2027-01-30T00:00:01Z" entityID'),
    ],
    [
      "when its identity provider is valid for a time that is not over",
      () =>
        good.replace(
          "<md:IDPSSODescriptor",
          '<md:IDPSSODescriptor validUntil="2027-01-30T00:00:01Z"',
        ),
    ],
    [
      "when a service provider next to it has expired",
      () =>
        good.replace(
          "</md:IDPSSODescriptor>",
          '</md:IDPSSODescriptor><md:SPSSODescriptor validUntil="2020-01-01T00:00:00Z"/>',
        ),
    ],
    [
      "with spaces around its entityID",
      () => good.replace(/entityID="([^"]*)"/, 'entityID=" $1\n"'),
    ],
    [
      "when it describes a service provider besides",
      () =>
        good.replace(
          "</md:IDPSSODescriptor>",
          '$&<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/>',
        ),
    ],
    [
      "when it nests 50 elements deep",
      () => good.replace("<md:NameIDFormat>", "<x>".repeat(48) + "</x>".repeat(48) + "$&"),
    ],
    ["when it has 10,000,000 characters, spaces included", () => good.padEnd(10_000_000)],
  ])("%s", (_, document) => {
    const { metadata, errors, warnings } = judge(document());
    expect([...errors, ...warnings]).toEqual([]);
    expect(metadata?.entityId).toBe(
      "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ=",
    );
    expect(metadata?.certificates).toHaveLength(1);
  });

  test("and goes to IAM with the line ends of XML, wherever it was checked out", () => {
    expect(judge(good.replaceAll("\n", "\r\n")).metadata?.document).toBe(good);
    expect(judge(good.replaceAll("\n", "\r")).metadata?.document).toBe(good);
  });

  test("and keeps a literal ${ as it stands", () => {
    const { metadata } = judge(
      good.replace(/entityID="[^"]*"/, () => 'entityID="urn:${x}:%{y}:$${z}"'),
    );
    expect(metadata?.entityId).toBe("urn:${x}:%{y}:$${z}");
    expect(metadata?.document).toContain('entityID="urn:${x}:%{y}:$${z}"');
  });
});

describe("a file is refused before it is read as metadata", () => {
  test.each<[string, () => string | Uint8Array, string]>([
    ["when it is empty", () => "", `is empty; ${DOWNLOAD}`],
    ["when it holds only spaces", () => " \r\n\t\n", `is empty; ${DOWNLOAD}`],
    ["when it is JSON", () => '{"entityID":"urn:example"}', `is not XML; ${DOWNLOAD}`],
    ["when it is plain text", () => "Access denied", `is not XML; ${DOWNLOAD}`],
    [
      "when it is a web page",
      () => "<html><head><title>Sign in</title></head><body>Sign in</body></html>\n",
      `is not SAML 2.0 metadata: its root element is <html> of no namespace, not SAML's EntityDescriptor; ${DOWNLOAD}`,
    ],
    [
      "when it is a web page with a DOCTYPE",
      () => "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n",
      `is a web page; ${DOWNLOAD}`,
    ],
    [
      "when it is a web page with the DOCTYPE of XHTML",
      () =>
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"/>\n',
      `is a web page; ${DOWNLOAD}`,
    ],
    [
      "when it is a web page with a DOCTYPE in capitals",
      () => '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<HTML></HTML>\n',
      `is a web page; ${DOWNLOAD}`,
    ],
    [
      "when it is a web page of XHTML without a DOCTYPE",
      () => '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      `is not SAML 2.0 metadata: its root element is <html> of the namespace http://www.w3.org/1999/xhtml, not SAML's EntityDescriptor; ${DOWNLOAD}`,
    ],
    [
      "when it has 10,000,001 characters",
      () => Buffer.alloc(10_000_001, "a"),
      "is 10,000,001 characters long; IAM takes up to 10,000,000 characters; make sure that this is a metadata file",
    ],
    [
      "when it has 40,000,001 bytes, which are not even decoded",
      () => Buffer.alloc(40_000_001),
      "is 40,000,001 bytes long; IAM takes up to 10,000,000 characters; make sure that this is a metadata file",
    ],
    [
      "with a byte order mark",
      () => `\ufeff${good}`,
      "starts with a byte order mark (BOM), which IAM cannot parse; save it as UTF-8 without BOM",
    ],
    [
      "when it is UTF-16, little end first",
      () => Buffer.from(`\ufeff${good}`, "utf16le"),
      "is UTF-16; IAM takes UTF-8 without a byte order mark; save it in that encoding",
    ],
    [
      "when it is UTF-16, big end first",
      () => Buffer.from(`\ufeff${good}`, "utf16le").swap16(),
      "is UTF-16; IAM takes UTF-8 without a byte order mark; save it in that encoding",
    ],
    [
      "when it breaks off inside a tag",
      () => good.slice(0, good.lastIndexOf("Descriptor>")),
      `is incomplete (at line 17, column 11: unclosed tag: md:EntityDescriptor); ${DOWNLOAD}`,
    ],
    [
      "when it breaks off inside the certificate",
      () => good.slice(0, good.indexOf(certificate) + 10),
      `is incomplete (at line 7, column 40: unclosed tag: ds:X509Certificate); ${DOWNLOAD}`,
    ],
    [
      "when it breaks off after an opening tag",
      () => good.slice(0, good.indexOf("urn:oasis:names:tc:SAML:2.0:nameid-format")),
      `is incomplete (at line 13, column 21: unclosed tag: md:NameIDFormat); ${DOWNLOAD}`,
    ],
    [
      "when it breaks off inside an attribute",
      () => good.slice(0, good.indexOf("Binding=") + 12),
      `is incomplete (at line 11, column 40: unclosed tag: md:IDPSSODescriptor); ${DOWNLOAD}`,
    ],
    [
      "when it breaks off before its root element",
      () => '<?xml version="1.0" encoding="UTF-8"?>\n',
      `is incomplete (at line 2, column 0: document must contain a root element); ${DOWNLOAD}`,
    ],
    [
      "when text follows its end",
      () => `${good}junk`,
      `is not well-formed XML: at line 18, column 4: text data outside of root node; ${DOWNLOAD}`,
    ],
    [
      "when another element follows its end",
      () => `${good}<a/>`,
      `is not well-formed XML: at line 18, column 3: documents may contain only one root; ${DOWNLOAD}`,
    ],
    [
      "when a closing tag follows its end",
      () => `${good}</a>`,
      `is not well-formed XML: at line 18, column 4: unmatched closing tag: a; ${DOWNLOAD}`,
    ],
    [
      "when it stands in the file twice",
      () => good + good,
      `is not well-formed XML: at line 18, column 6: an XML declaration must be at the start of the document; ${DOWNLOAD}`,
    ],
    [
      "when a tag is not closed",
      () => good.replace("</md:KeyDescriptor>", ""),
      `is not well-formed XML: at line 16, column 24: unexpected close tag; ${DOWNLOAD}`,
    ],
    [
      "when it uses an entity of nobody's",
      () => good.replace("<md:NameIDFormat>", "$&&nbsp;"),
      `is not well-formed XML: at line 13, column 27: undefined entity; ${DOWNLOAD}`,
    ],
    [
      "when it uses a prefix of nobody's",
      () => good.replace(/ xmlns:md="[^"]*"/, ""),
      `is not well-formed XML: at line 2, column 99: unbound namespace prefix: "md"; ${DOWNLOAD}`,
    ],
  ])("%s", (_, document, error) => {
    expect(judge(document())).toEqual({ errors: [error], warnings: [] });
  });

  test("when it is not UTF-8", () => {
    const latin1 = Buffer.from(good.replace("<md:IDPSSO", "<!-- Büro -->$&"), "latin1");
    expect(judge(latin1)).toEqual({
      errors: [`is not UTF-8; IAM takes only UTF-8; ${DOWNLOAD}`],
      warnings: [],
    });
  });

  test("when it is nested deeper than any metadata, however deep", () => {
    for (const depth of [49, 100_000]) {
      const nested = good.replace("<md:NameIDFormat>", "<x>".repeat(depth) + "</x>".repeat(depth));
      expect(judge(nested)).toEqual({
        errors: [`is refused: it is nested deeper than 50 elements; ${DOWNLOAD}`],
        warnings: [],
      });
    }
  });
});

describe("a document type declaration is refused", () => {
  const afterDeclaration = (doctype: string) => good.replace("?>\n", () => `?>\n${doctype}\n`);

  test.each<[string, () => string]>([
    [
      "when it names a DTD",
      () => afterDeclaration('<!DOCTYPE EntityDescriptor SYSTEM "saml.dtd">'),
    ],
    [
      "when it names a file by an external entity",
      () =>
        afterDeclaration('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>').replace(
          certificate,
          "&x;",
        ),
    ],
    [
      "when it names a URL by a parameter entity",
      () => afterDeclaration('<!DOCTYPE x [<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]>'),
    ],
    [
      // Expanded, it would be 4 * 10^30 characters long.
      "when its entities multiply (billion laughs)",
      () => {
        const entities = Array.from(
          { length: 30 },
          (_, i) => `<!ENTITY a${String(i + 1)} "${`&a${String(i)};`.repeat(10)}">`,
        );
        return afterDeclaration(`<!DOCTYPE x [<!ENTITY a0 "laugh">${entities.join("")}]>`).replace(
          certificate,
          "&a30;",
        );
      },
    ],
  ])("%s", (_, document) => {
    expect(judge(document())).toEqual({ errors: [DOCTYPE], warnings: [] });
  });
});

describe("metadata of another kind is refused", () => {
  const entity = () => good.replace(/^<\?xml.*\n/, "");
  const wrapped = (...entities: string[]) =>
    `<md:EntitiesDescriptor xmlns:md="${DESCRIPTOR}">${entities.join("")}</md:EntitiesDescriptor>`;

  test.each<[string, () => string, string]>([
    [
      "when it is a SAML response",
      () => '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"></samlp:Response>',
      `is not SAML 2.0 metadata: its root element is <Response> of the namespace urn:oasis:names:tc:SAML:2.0:protocol, not SAML's EntityDescriptor; ${DOWNLOAD}`,
    ],
    [
      "when it is metadata of SAML 1.1",
      () => good.replace("SAML:2.0:metadata", "SAML:1.1:metadata"),
      `is not SAML 2.0 metadata: its root element is <EntityDescriptor> of the namespace urn:oasis:names:tc:SAML:1.1:metadata, not SAML's EntityDescriptor; ${DOWNLOAD}`,
    ],
    [
      "when it is of no namespace",
      () => good.replace(/ xmlns:md="[^"]*"/, "").replaceAll("md:", ""),
      `is not SAML 2.0 metadata: its root element is <EntityDescriptor> of no namespace, not SAML's EntityDescriptor; ${DOWNLOAD}`,
    ],
    [
      "when it wraps one entity",
      () => wrapped(entity()),
      "wraps one entity (https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ=) in an EntitiesDescriptor; IAM takes an EntityDescriptor alone; save that element as the file, with the xmlns attributes of the wrapper",
    ],
    [
      "when it describes several entities, at whatever level",
      () => wrapped(entity(), wrapped(entity(), entity())),
      "describes 3 entities (EntitiesDescriptor); IAM takes an EntityDescriptor alone; save the one of this application's identity provider as the file, with the xmlns attributes of the wrapper",
    ],
    [
      "when it wraps nothing",
      () => wrapped(),
      `describes no entity: its EntitiesDescriptor has no EntityDescriptor; ${DOWNLOAD}`,
    ],
    [
      "when it is AWS's own, as a service provider",
      () =>
        `<EntityDescriptor xmlns="${DESCRIPTOR}" entityID="urn:amazon:webservices"><SPSSODescriptor/></EntityDescriptor>`,
      `is the metadata of a service provider (urn:amazon:webservices), which is the other side of the connection; IAM needs the metadata of the identity provider; ${DOWNLOAD}`,
    ],
    [
      "when it is a service provider's without a name",
      () => `<EntityDescriptor xmlns="${DESCRIPTOR}"><SPSSODescriptor/></EntityDescriptor>`,
      `is the metadata of a service provider, which is the other side of the connection; IAM needs the metadata of the identity provider; ${DOWNLOAD}`,
    ],
    [
      "when it is a service provider's whose name is blank",
      () =>
        `<EntityDescriptor xmlns="${DESCRIPTOR}" entityID=" "><SPSSODescriptor/></EntityDescriptor>`,
      `is the metadata of a service provider, which is the other side of the connection; IAM needs the metadata of the identity provider; ${DOWNLOAD}`,
    ],
    [
      "when it has no IDPSSODescriptor",
      () => `<EntityDescriptor xmlns="${DESCRIPTOR}" entityID="urn:example"></EntityDescriptor>`,
      `has no IDPSSODescriptor, so it does not describe an identity provider; ${DOWNLOAD}`,
    ],
    [
      "when its IDPSSODescriptor is of another namespace",
      () => good.replaceAll("md:IDPSSODescriptor", "IDPSSODescriptor"),
      `has no IDPSSODescriptor, so it does not describe an identity provider; ${DOWNLOAD}`,
    ],
  ])("%s", (_, document, error) => {
    expect(judge(document())).toEqual({ errors: [error], warnings: [] });
  });
});

describe("metadata is refused", () => {
  const NO_CERTIFICATE = `has no signing certificate, without which no response can be verified; ${DOWNLOAD}`;
  const UNREADABLE = `has a signing certificate that cannot be read; ${DOWNLOAD}`;

  test.each<[string, () => string, string]>([
    [
      "without an entityID",
      () => good.replace(/ entityID="[^"]*"/, ""),
      `has no entityID, the issuer's name; ${DOWNLOAD}`,
    ],
    [
      "with an empty entityID",
      () => good.replace(/entityID="[^"]*"/, 'entityID=""'),
      `has no entityID, the issuer's name; ${DOWNLOAD}`,
    ],
    [
      "with a space entityID",
      () => good.replace(/entityID="[^"]*"/, 'entityID=" \t\n "'),
      `has no entityID, the issuer's name; ${DOWNLOAD}`,
    ],
    [
      "whose SingleSignOnServices have no Location",
      () => good.replaceAll(/(<md:SingleSignOnService .*?) Location=".*?"/g, "$1"),
      `has no SingleSignOnService with a Location; ${DOWNLOAD}`,
    ],
    [
      "whose SingleSignOnServices have an empty Location",
      () => good.replaceAll(/(<md:SingleSignOnService .*?) Location=".*?"/g, '$1 Location=""'),
      `has no SingleSignOnService with a Location; ${DOWNLOAD}`,
    ],
    [
      "without a SingleSignOnService",
      () => good.replaceAll(/<md:SingleSignOnService.*\/>/g, ""),
      `has no SingleSignOnService with a Location; ${DOWNLOAD}`,
    ],
    [
      "when it speaks SAML 1.1 alone",
      () => good.replace("SAML:2.0:protocol", "SAML:1.1:protocol"),
      `does not support SAML 2.0 (urn:oasis:names:tc:SAML:2.0:protocol), which AWS uses; ${DOWNLOAD}`,
    ],
    [
      "when it declares another encoding",
      () => good.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
      "declares the encoding ISO-8859-1; IAM takes UTF-8; save it in that encoding",
    ],
    [
      "when its own validity is no date",
      () => good.replace(" entityID", ' validUntil="soon" entityID'),
      `has a validUntil that is not a date ("soon"); ${DOWNLOAD}`,
    ],
    [
      "without a key",
      () => good.replace(/<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/, ""),
      NO_CERTIFICATE,
    ],
    [
      "with a key for encryption alone",
      () => good.replace('use="signing"', 'use="encryption"'),
      NO_CERTIFICATE,
    ],
    ["with an empty certificate", () => good.replace(certificate, ""), UNREADABLE],
    ["with a certificate that is not base64", () => good.replace(certificate, "a b!"), UNREADABLE],
    ["with a certificate that is not one", () => good.replace(certificate, "AAAA"), UNREADABLE],
    [
      "with a certificate that breaks off",
      () => good.replace(certificate, certificate.slice(0, 400)),
      UNREADABLE,
    ],
    [
      "with a certificate that starts on no date",
      () => withDate("260101000000Z", "26010100000xZ"),
      UNREADABLE,
    ],
    [
      "with a certificate that ends on no date",
      () => withDate("20760101000000Z", "2076010100000xZ"),
      UNREADABLE,
    ],
    ["when one of its certificates cannot be read", () => withAnother("AAAA"), UNREADABLE],
    [
      "when two of its certificates cannot be read, which it says once",
      () => withAnother("AAAA").replace(certificate, "BBBB"),
      UNREADABLE,
    ],
    [
      "when a certificate is base64 of PEM text",
      () =>
        withAnother(
          Buffer.from(
            `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
          ).toString("base64"),
        ),
      UNREADABLE,
    ],
    [
      "when other bytes follow a certificate",
      () =>
        withAnother(
          Buffer.concat([Buffer.from(certificate, "base64"), Buffer.from("more")]).toString(
            "base64",
          ),
        ),
      UNREADABLE,
    ],
    [
      "with a key of 512 bits",
      () => good.replace(certificate, weak),
      `has a signing key of 512 bits; IAM takes 1,024 or more; rotate the application's certificate in Identity Center, then ${DOWNLOAD}`,
    ],
  ])("%s", (_, document, error) => {
    expect(judge(document())).toEqual({ errors: [error], warnings: [] });
  });

  test("when it has 999 characters, whatever they are", () => {
    const download =
      "download the metadata file of this application from its identity provider again, and save it as it comes";
    expect(judge(shortest().padEnd(999)).errors).toEqual([
      `is 999 characters long; IAM takes 1,000 or more; ${download}`,
    ]);
    expect(judge(shortest().padEnd(1_000))).toMatchObject({
      metadata: { entityId: "urn:example" },
      errors: [],
    });
  });

  test("with every fault it has, not the first alone", () => {
    expect(
      judge(`<EntityDescriptor xmlns="${DESCRIPTOR}"><IDPSSODescriptor/></EntityDescriptor>`),
    ).toEqual({
      errors: [
        `is 101 characters long; IAM takes 1,000 or more; ${DOWNLOAD}`,
        `has no entityID, the issuer's name; ${DOWNLOAD}`,
        `does not support SAML 2.0 (urn:oasis:names:tc:SAML:2.0:protocol), which AWS uses; ${DOWNLOAD}`,
        `has no SingleSignOnService with a Location; ${DOWNLOAD}`,
        NO_CERTIFICATE,
      ],
      warnings: [],
    });
  });

  test("beside which its old certificate is a warning only", () => {
    expect(judge(good.replace(certificate, weakAndExpired))).toEqual({
      errors: [
        `has a signing key of 512 bits; IAM takes 1,024 or more; rotate the application's certificate in Identity Center, then ${DOWNLOAD}`,
      ],
      warnings: [expiredOn("2025-01-01")],
    });
  });
});

describe("the dates of a certificate", () => {
  const ENDS_SOON = `has a signing certificate that expires on 2076-01-01, in 59 days; rotate the application's certificate in Identity Center before then, and ${DOWNLOAD}`;

  test("are judged now, unless another moment is given", () => {
    const old = Buffer.from(good.replace(certificate, expired));
    expect(judgeMetadata(old).warnings).toHaveLength(1);
    expect(judge(old, new Date("2024-06-01")).warnings).toEqual([]);
  });

  test("include its first moment and exclude its last", () => {
    const warnings = (now: string) => judge(good, new Date(now)).warnings;
    expect(warnings("2025-12-31T23:59:59Z")).toEqual([
      `has a signing certificate that is not valid before 2026-01-01; IAM does not act on that date, but the provider may still sign with another key, and then sign-in fails; check this machine's clock, or ${DOWNLOAD}`,
    ]);
    expect(warnings("2026-01-01T00:00:00Z")).toEqual([]);
    expect(warnings("2075-12-31T23:59:59Z")).not.toEqual([expiredOn("2076-01-01")]);
    expect(warnings("2076-01-01T00:00:00Z")).toEqual([expiredOn("2076-01-01")]);
  });

  test.each([
    ["2075-11-02T00:00:00Z", "in 60 days"],
    ["2075-11-02T00:00:01Z", "in 59 days"],
    ["2075-12-30T00:00:00Z", "in 2 days"],
    ["2075-12-30T00:00:01Z", "in 1 day"],
    ["2075-12-31T00:00:00Z", "in 1 day"],
    ["2075-12-31T00:00:01Z", "within a day"],
    ["2075-12-31T23:59:59Z", "within a day"],
  ])("give a warning, not an error, when at %s the end comes %s", (now, left) => {
    const { metadata, errors, warnings } = judge(good, new Date(now));
    expect(metadata).toBeDefined();
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      `has a signing certificate that expires on 2076-01-01, ${left}; rotate the application's certificate in Identity Center before then, and ${DOWNLOAD}`,
    ]);
  });

  test("give no warning when the end is more than 60 days off, by a second", () => {
    expect(judge(good, new Date("2075-11-01T23:59:59Z")).warnings).toEqual([]);
  });

  test("give their warning beside another error too", () => {
    const document = good.replaceAll(/<md:SingleSignOnService.*\/>/g, "");
    expect(judge(document, new Date("2075-11-03T00:00:00Z"))).toEqual({
      errors: [`has no SingleSignOnService with a Location; ${DOWNLOAD}`],
      warnings: [ENDS_SOON],
    });
  });

  test("are no reason to refuse a document whose certificates have all expired", () => {
    const { metadata, errors, warnings } = judge(
      withAnother(expired).replace(certificate, expired),
    );
    expect(metadata?.certificates).toHaveLength(2);
    expect([errors, warnings]).toEqual([[], [expiredOn("2025-01-01")]]);
  });

  test("are good during a rotation, with the old certificate beside the new one", () => {
    const { metadata, errors, warnings } = judge(withAnother(expired));
    expect([...errors, ...warnings]).toEqual([]);
    expect(metadata?.certificates.map(({ ends }) => ends.toISOString())).toEqual([
      "2025-01-01T00:00:00.000Z",
      "2076-01-01T00:00:00.000Z",
    ]);
  });

  test("give no warning when the next certificate already stands beside the one that ends", () => {
    const { metadata, errors, warnings } = judge(withAnother(ending));
    expect([...errors, ...warnings]).toEqual([]);
    expect(metadata?.certificates).toHaveLength(2);
    expect(judge(good.replace(certificate, ending)).warnings).toEqual([
      `has a signing certificate that expires on 2026-12-20, in 19 days; rotate the application's certificate in Identity Center before then, and ${DOWNLOAD}`,
    ]);
  });
});

describe("a certificate that ends on 2026-12-20, in 19 days", () => {
  const ENDS = `has a signing certificate that expires on 2026-12-20, in 19 days; rotate the application's certificate in Identity Center before then, and ${DOWNLOAD}`;
  const ENDING = { starts: "2026-01-01T00:00:00Z", ends: "2026-12-20T00:00:00Z" };

  async function warningsBeside(...others: { starts: string; ends: string }[]) {
    const made = await Promise.all(
      others.map(({ starts, ends }) =>
        makeCertificate({ bits: 1024, starts: new Date(starts), ends: new Date(ends) }),
      ),
    );
    return [made, made.toReversed()].map((certificates) => {
      const document = good.replace(certificate, ending);
      const all = certificates.map(keyDescriptor).join("");
      const { metadata, errors, warnings } = judge(
        document.replace("<md:KeyDescriptor", () => `${all}<md:KeyDescriptor`),
      );
      expect(metadata?.certificates).toHaveLength(others.length + 1);
      expect(errors).toEqual([]);
      return warnings;
    });
  }

  test.each([
    ["is valid already", "2026-11-01T00:00:00Z"],
    ["starts before that end", "2026-12-10T00:00:00Z"],
    ["starts at that end", "2026-12-20T00:00:00Z"],
  ])("gives no warning beside one that %s", async (_, starts) => {
    expect(await warningsBeside({ starts, ends: "2030-01-01T00:00:00Z" })).toEqual([[], []]);
  });

  test.each([
    ["a second", "2026-12-20T00:00:01Z"],
    ["two days", "2026-12-22T00:00:00Z"],
  ])("gives a warning beside one that leaves a gap of %s", async (_, starts) => {
    expect(await warningsBeside({ starts, ends: "2030-01-01T00:00:00Z" })).toEqual([
      [ENDS],
      [ENDS],
    ]);
  });

  test("gives a warning of the end of the last one that follows without a gap", async () => {
    const second = { starts: "2026-12-20T00:00:00Z", ends: "2026-12-25T00:00:00Z" };
    const late = { starts: "2026-12-27T00:00:00Z", ends: "2030-01-01T00:00:00Z" };
    const warning = `has a signing certificate that expires on 2026-12-25, in 24 days; rotate the application's certificate in Identity Center before then, and ${DOWNLOAD}`;
    expect(await warningsBeside(second)).toEqual([[warning], [warning]]);
    expect(await warningsBeside(second, late)).toEqual([[warning], [warning]]);
  });

  test("gives a warning beside one that has expired, or ends no later", async () => {
    const past = { starts: "2020-01-01T00:00:00Z", ends: "2025-01-01T00:00:00Z" };
    expect(await warningsBeside(past)).toEqual([[ENDS], [ENDS]]);
    expect(await warningsBeside(ENDING)).toEqual([[ENDS], [ENDS]]);
  });
});

describe("whatever the file", () => {
  const judged = (bytes: Uint8Array) => {
    const { metadata, errors } = judge(bytes);
    expect(metadata === undefined).toBe(errors.length > 0);
  };

  test("arbitrary bytes are judged without throwing", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }),
      fc
        .string({ unit: ANY_CHARACTER })
        .map((text) => Buffer.from(`<?xml version="1.0"?>\n<${text}`)),
      fc.stringMatching(/^<[<>/!?&;:="'a-z[\]_-]{0,100}$/).map((text) => Buffer.from(text)),
    );
    fc.assert(fc.property(bytes, judged), { numRuns: 300 });
  });

  test("a sample with slices cut out is judged without throwing", () => {
    const whole = sample("examples/metadata/workshop-agent.xml");
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(200));
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        judged(
          cuts.reduce<Buffer>(
            (rest, [at, length]) =>
              Buffer.concat([rest.subarray(0, at), rest.subarray(at + length)]),
            whole,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("a sample with bytes written over is judged without throwing", () => {
    const whole = sample("examples/metadata/workshop-agent.xml");
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 50 }), (at, bytes) => {
        const changed = Buffer.from(whole);
        changed.set(bytes.subarray(0, whole.length - at), at);
        judged(changed);
      }),
      { numRuns: 300 },
    );
  });
});

/** Metadata of 890 characters: all that is needed, and an elliptic-curve certificate. */
function shortest(): string {
  return `<EntityDescriptor xmlns="${DESCRIPTOR}" entityID="urn:example"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>MIIBbTCCARKgAwIBAgIUOhmdOturmHVZRv12km1jLWxTZ2swCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBeDAgFw0yNjExMjIwNjI0MTJaGA8yMTI2MTAyOTA2MjQxMlowDDEKMAgGA1UEAwwBeDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPkiLRdcFgD2H052JNlaCAhD5GFUuoamPL6Q5rciEitoJdCYIFw2oDXbfeHUcH1+SS3nlFLkP17PQhL8OGo2fNSjUDBOMB0GA1UdDgQWBBRapXYT+zBMMw3ou3jotdyoeA9bsTAfBgNVHSMEGDAWgBRapXYT+zBMMw3ou3jotdyoeA9bsTAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0kAMEYCIQDe/gRcD7o4qCImSp119YNdvP/Cv+VS0gXeoY0iMtG+VQIhAKG9u/QuWs7vjK2s1v10B74+YjCde1/ap3h0jNNU5Jds</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="b" Location="l"/></IDPSSODescriptor></EntityDescriptor>`;
}
