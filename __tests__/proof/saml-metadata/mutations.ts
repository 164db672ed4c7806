import { gzipSync } from "node:zlib";

/** What is right about a document, in words that the message has. */
export type Answer =
  { readonly is: "good" } | { readonly is: "warned" | "refused"; readonly says: string };

/** A certificate for each fault that one can have. */
export interface Faulty {
  readonly expired: string;
  readonly future: string;
  readonly ending: string;
  readonly weak: string;
  readonly elliptic: string;
  readonly repeated: string;
  readonly privateKey: string;
}

/** A change of a good document, and what is right about the changed one. */
export interface Mutation {
  readonly how: string;
  /** Page that says what is right. */
  readonly source: string;
  readonly answer: Answer;
  /**
   * @param holding makes the document with this certificate in the place of its own
   */
  readonly change: (
    document: string,
    holding: (certificate: string) => string,
    faulty: Faulty,
  ) => string | Uint8Array;
}

const IAM = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html";
const TROUBLE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html";
const CREATE =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html";
const SAML = "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf";
const SIGNATURES = "https://www.w3.org/TR/xmldsig-core1/";
const XML = "https://www.w3.org/TR/xml/";

const GOOD: Answer = { is: "good" };
const refused = (says: string): Answer => ({ is: "refused", says });
const warned = (says: string): Answer => ({ is: "warned", says });

const ROOT = /<(md:)?EntityDescriptor/;
const PROVIDER = /<(md:)?IDPSSODescriptor[^]*<\/(md:)?IDPSSODescriptor>/;
const KEYS = /<(md:)?KeyDescriptor[^]*?<\/(md:)?KeyDescriptor>/g;
const CERTIFICATE = /(?<=X509Certificate>)[^<]*/g;
const SERVICES = /<(md:)?SingleSignOnService[^>]*>/g;
const DECLARATION = /^<\?xml[^>]*\?>\n?/;

type Change = Mutation["change"];

/** Changes the part about the identity provider. */
const inProvider =
  (edit: (provider: string) => string): Change =>
  (document) =>
    document.replace(PROVIDER, (provider) => edit(provider));
/** Gives the root element another value of an attribute. */
const attribute = (name: string, value: string, document: string) =>
  document
    .replace(new RegExp(` ${name}="[^"]*"`), "")
    .replace(ROOT, (start) => `${start} ${name}="${value}"`);
/** Changes every certificate of the identity provider. */
const certificates = (edit: (base64: string) => string): Change =>
  inProvider((provider) => provider.replace(CERTIFICATE, (text) => edit(text.replace(/\s/g, ""))));
const bare = (document: string) => document.replace(DECLARATION, "");
const namespaced = (document: string) =>
  document.replace(ROOT, (start) => `${start} xmlns:x="urn:x"`);

/** Changes with one answer, which one page gives. */
function of(source: string, answer: Answer, changes: Readonly<Record<string, Change>>): Mutation[] {
  return Object.entries(changes).map(([how, change]) => ({ how, source, answer, change }));
}

const pem = (base64: string) => `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`;

/** Changes that a document survives, and faults that people and programs make. */
export const MUTATIONS: readonly Mutation[] = [
  ...of(XML, GOOD, {
    "as it is": (document) => document,
    "without a declaration": bare,
    "with a declaration in single quotes": (document) =>
      `<?xml version='1.0' encoding='utf-8' standalone='yes'?>${bare(document)}`,
    "with the line ends of Windows": (document) => document.replaceAll("\n", "\r\n"),
    "with the line ends of old Macs": (document) => document.replaceAll("\n", "\r"),
    "in one line": (document) => document.replace(/>\s+</g, "><"),
    indented: (document) => document.replace(/></g, ">\n\t<"),
    "with a comment before it": (document) => `<!-- from the console -->\n${bare(document)}`,
    "with a comment after it": (document) => `${document}<!-- end -->\n`,
    "with comments between elements": (document) => document.replace(/>\s*</g, "><!-- a --><"),
    "with an instruction": (document) => `<?xml-stylesheet href="x.xsl"?>\n${bare(document)}`,
    "with spaces after it": (document) => `${document}${" ".repeat(500)}`,
    "with spaces in its tags": (document) =>
      document.replaceAll('"/>', '" />').replaceAll('">', '"  >'),
    "with single quotes": (document) => document.replace(/"([^"']*)"/g, "'$1'"),
    "with references to characters in its entityID": (document) =>
      document.replace(/(?<= entityID=")[^"]/, (one) => `&#${String(one.charCodeAt(0))};`),
  }),
  ...of(SAML, GOOD, {
    "with an ID": (document) => attribute("ID", "_id", document),
    "with a cacheDuration": (document) => attribute("cacheDuration", "PT604800S", document),
    "with a validUntil far away": (document) =>
      attribute("validUntil", "2030-01-01T00:00:00Z", document),
    "with a validUntil that has no zone": (document) =>
      attribute("validUntil", "2030-01-01T00:00:00", document),
    "with a validUntil of another zone": (document) =>
      attribute("validUntil", "2030-01-01T00:00:00.123+05:30", document),
    "with a foreign attribute": (document) =>
      namespaced(document).replace(/ entityID=/, ' x:a="b" entityID='),
    "with foreign elements": inProvider((provider) =>
      provider.replace(/>/, '><x:e xmlns:x="urn:x"><x:KeyDescriptor/></x:e>'),
    ),
    "with keys that no signature is made with": inProvider((provider) =>
      provider.replace(
        />/,
        '><x:KeyDescriptor xmlns:x="urn:x"><X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#">AAAA</X509Certificate></x:KeyDescriptor>',
      ),
    ),
    "that wants requests signed": inProvider((provider) =>
      provider
        .replace(/ WantAuthnRequestsSigned="\w+"/, "")
        .replace(/IDPSSODescriptor/, '$& WantAuthnRequestsSigned="true"'),
    ),
    "that wants requests unsigned": inProvider((provider) =>
      provider
        .replace(/ WantAuthnRequestsSigned="\w+"/, "")
        .replace(/IDPSSODescriptor/, '$& WantAuthnRequestsSigned="0"'),
    ),
    "with an error URL": inProvider((provider) =>
      provider.replace(/IDPSSODescriptor/, '$& errorURL="https://idp.example.com/error"'),
    ),
    "with keys of any use": inProvider((provider) =>
      provider
        .replaceAll(' use="signing"', "")
        .replace(/<(md:)?KeyDescriptor use="encryption"[^]*?<\/(md:)?KeyDescriptor>/g, ""),
    ),
    "with one more protocol": inProvider((provider) =>
      provider.replace(/protocolSupportEnumeration="/, "$&urn:oasis:names:tc:SAML:1.1:protocol\n "),
    ),
    "with another prefix": (document) =>
      document.replaceAll(/(<\/?)md:/g, "$1m-d.2:").replace("xmlns:md=", "xmlns:m-d.2="),
    "with one endpoint": inProvider((provider) => {
      const [first = ""] = provider.match(SERVICES) ?? [];
      return provider.replace(SERVICES, "<!-- -->").replace("<!-- -->", first);
    }),
    "without a sign-out endpoint": inProvider((provider) =>
      provider.replace(/<(md:)?SingleLogoutService[^>]*>/g, ""),
    ),
    "with an organization": inProvider((provider) =>
      provider.replace(
        /<\/(md:)?IDPSSODescriptor>/,
        (end: string, prefix: string | undefined = "") => `<${prefix}Organization/>${end}`,
      ),
    ),
  }),
  ...of(SIGNATURES, GOOD, {
    "with a certificate in one line": certificates((base64) => base64),
    "with a certificate in lines of 64": certificates((base64) => base64.replace(/.{64}/g, "$&\n")),
    "with a certificate in lines of 76": certificates((base64) =>
      base64.replace(/.{76}/g, "$&\r\n"),
    ),
    "with a certificate indented": certificates(
      (base64) => `\n\t\t${base64.replace(/.{64}/g, "$&\n\t\t")}\n`,
    ),
    "with a certificate in a CDATA section": certificates((base64) => `<![CDATA[${base64}]]>`),
    "with references to line ends in a certificate": certificates((base64) =>
      base64.replace(/.{76}/g, "$&&#13;\n"),
    ),
    "with a comment in a certificate": certificates((base64) =>
      base64.replace(/^.{99}/, "$&<!-- -->"),
    ),
  }),
  ...of(CREATE, warned("has a signing certificate that expired on 2025-01-01"), {
    "with a certificate that has expired": (_, holding, { expired }) => holding(expired),
  }),
  ...of(CREATE, warned("has a signing certificate that is not valid before 2027-01-01"), {
    "with a certificate of the future": (_, holding, { future }) => holding(future),
  }),
  ...of(CREATE, warned("has a signing certificate that expires on 2026-12-20, in 19 days"), {
    "with a certificate that ends soon": (_, holding, { ending }) => holding(ending),
  }),
  ...of(TROUBLE, warned("has a signing key that is not an RSA key (ec)"), {
    "with an elliptic-curve key": (_, holding, { elliptic }) => holding(elliptic),
  }),
  ...of(CREATE, warned("has expired: it was valid until 2026-11-30T23:59:59Z"), {
    "with a validUntil that is over": (document) =>
      attribute("validUntil", "2026-11-30T23:59:59Z", document),
  }),
  ...of(CREATE, warned("expires on 2026-12-05, in 4 days (validUntil)"), {
    "with a validUntil that is near": (document) =>
      attribute("validUntil", "2026-12-05T00:00:00Z", document),
  }),
  ...of(TROUBLE, refused("has a signing key of 512 bits"), {
    "with a key of 512 bits": (_, holding, { weak }) => holding(weak),
  }),
  ...of(CREATE, refused("with the X.509 extension 2.5.29.19 twice"), {
    "with an extension twice": (_, holding, { repeated }) => holding(repeated),
  }),
  ...of(SAML, refused("has a validUntil that is not a date"), {
    "with a validUntil in words": (document) => attribute("validUntil", "never", document),
    "with a validUntil in numbers": (document) => attribute("validUntil", "31.12.2030", document),
  }),
  ...of(TROUBLE, refused("byte order mark"), {
    "with a byte order mark": (document) => `\ufeff${document}`,
  }),
  ...of(TROUBLE, refused("is UTF-16"), {
    "in UTF-16, as PowerShell saves it": (document) => Buffer.from(`\ufeff${document}`, "utf16le"),
    "in UTF-16, big end first": (document) => Buffer.from(`\ufeff${document}`, "utf16le").swap16(),
  }),
  ...of(TROUBLE, refused("is not UTF-8"), {
    "in Latin 1": (document) =>
      Buffer.from(
        document.replace(ROOT, (start) => `<!-- Büro -->${start}`),
        "latin1",
      ),
  }),
  ...of(TROUBLE, refused("declares the encoding ISO-8859-1"), {
    "that declares Latin 1": (document) =>
      `<?xml version="1.0" encoding="ISO-8859-1"?>${bare(document)}`,
  }),
  ...of(TROUBLE, refused("declares the encoding utf-16"), {
    "that declares UTF-16": (document) =>
      `<?xml version="1.0" encoding="utf-16"?>${bare(document)}`,
  }),
  ...of(IAM, refused("is 10,000,001 characters long"), {
    "with 10,000,001 characters": (document) => document.padEnd(10_000_001),
  }),
  ...of(IAM, GOOD, {
    "with 10,000,000 characters": (document) => document.padEnd(10_000_000),
  }),
  ...of(TROUBLE, refused("is refused: it has a document type declaration"), {
    "with a document type": (document) => `<!DOCTYPE EntityDescriptor>\n${bare(document)}`,
    "with an entity": (document) => `<!DOCTYPE x [<!ENTITY e "x">]>\n${bare(document)}`,
    "with a file": (document) =>
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n${bare(document)}`,
  }),
  ...of(XML, refused("is incomplete"), {
    "cut at its last tag": (document) => document.slice(0, document.lastIndexOf("<")),
    "cut in a certificate": (document) =>
      document.slice(0, document.search(/X509Certificate>/) + 200),
    "cut after its first tag": (document) =>
      document.slice(0, document.search(ROOT) + 300).replace(/<[^>]*$/, ""),
  }),
  ...of(XML, refused("is not well-formed XML"), {
    "with an empty line before its declaration": (document) =>
      `\n<?xml version="1.0"?>${bare(document)}`,
    twice: (document) => document + document,
    "with words after it": (document) => `${document}Downloaded`,
    "with a bare ampersand": (document) =>
      document.replace(/Location="([^"]*)"/, 'Location="$1?a=b&c=d"'),
    "with an entity of HTML": (document) => document.replace(/Location="/, "$&&nbsp;"),
    "with an attribute twice": (document) => document.replace(/ entityID="([^"]*)"/, "$&$&"),
    "with a prefix that is not declared": (document) =>
      document.replace(ROOT, (start) => `${start} y:a="b"`),
    "with a tag left open": (document) => document.replace(/<\/(md:)?KeyDescriptor>/, ""),
    "with a zero byte": inProvider((provider) => `\0${provider}`),
    "with curly quotes": (document) =>
      document.replace(/entityID="([^"]*)"/, "entityID=\u201c$1\u201d"),
  }),
  ...of(SAML, refused("is not XML"), {
    "as base64": (document) => Buffer.from(document).toString("base64"),
    "as JSON": (document) => JSON.stringify({ metadata: document }),
    "its address": () => "https://idp.example.com/metadata",
    "its certificate alone": (document) =>
      pem((document.match(CERTIFICATE)?.[0] ?? "").replace(/\s/g, "")),
    "a private key": (_, __, { privateKey }) => privateKey,
    "with escaped tags": (document) => document.replaceAll("<", "&lt;"),
  }),
  ...of(SAML, refused("is not UTF-8"), {
    zipped: (document) => gzipSync(document),
  }),
  ...of(SAML, refused("is empty"), { nothing: () => "", spaces: () => " \n".repeat(600) }),
  ...of(SAML, refused("is a web page"), {
    "the page to sign in": () =>
      `<!DOCTYPE html><html lang="en"><body>${"Sign in ".repeat(200)}<br></body></html>`,
    "the page of an error": () =>
      `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><body>404${" ".repeat(999)}</body></html>`,
  }),
  ...of(SAML, refused("is not SAML 2.0 metadata: its root element is"), {
    "a page without a document type": () => `<html><body>${" ".repeat(999)}</body></html>`,
    "a response": () =>
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${" ".repeat(999)}</samlp:Response>`,
    "an error of a storage service": () =>
      `<Error><Code>AccessDenied</Code>${" ".repeat(999)}</Error>`,
    "of SAML 1.1": (document) => document.replaceAll("SAML:2.0:metadata", "SAML:1.1:metadata"),
    "the part about the identity provider alone": (document) =>
      (PROVIDER.exec(document)?.[0] ?? "").replace(
        /IDPSSODescriptor/,
        '$& xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"',
      ),
  }),
  ...of(SAML, refused("is the metadata of a service provider"), {
    "of the other side": (document) => document.replaceAll("IDPSSODescriptor", "SPSSODescriptor"),
  }),
  ...of(SAML, refused("has no IDPSSODescriptor"), {
    "without an identity provider": (document) =>
      document
        .replace(PROVIDER, "")
        .replace(/<(md:)?SPSSODescriptor[^]*?<\/(md:)?SPSSODescriptor>/, ""),
  }),
  ...of(SAML, refused("wraps one entity ("), {
    "in a wrapper": (document) => wrapped(bare(document)),
  }),
  ...of(SAML, refused("describes 2 entities (EntitiesDescriptor)"), {
    "of a federation": (document) => wrapped(bare(document).repeat(2)),
  }),
  ...of(SAML, refused("has no entityID"), {
    "without an entityID": (document) => document.replace(/ entityID="[^"]*"/, ""),
    "with an empty entityID": (document) => document.replace(/ entityID="[^"]*"/, ' entityID=""'),
    "with an entityID of spaces": (document) =>
      document.replace(/ entityID="[^"]*"/, ' entityID="  "'),
    "with an entityID in other letters": (document) => document.replace(" entityID=", " entityId="),
  }),
  ...of(SAML, refused("does not support SAML 2.0"), {
    "for SAML 1.1 alone": inProvider((provider) =>
      provider.replace(
        /protocolSupportEnumeration="[^"]*"/,
        'protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"',
      ),
    ),
    "without a protocol": inProvider((provider) =>
      provider.replace(/ protocolSupportEnumeration="[^"]*"/, ""),
    ),
  }),
  ...of(SAML, refused("has no SingleSignOnService with a Location"), {
    "without an endpoint": inProvider((provider) => provider.replace(SERVICES, "")),
    "with endpoints that are nowhere": inProvider((provider) =>
      provider.replace(/ Location="[^"]*"/g, ""),
    ),
  }),
  ...of(SAML, refused("has no signing certificate"), {
    "without keys": inProvider((provider) => provider.replace(KEYS, "")),
    "with keys for encryption alone": inProvider((provider) =>
      provider.replace(/(<(?:md:)?KeyDescriptor)(?: use="\w+")?>/g, '$1 use="encryption">'),
    ),
    "with the name of a key alone": inProvider((provider) =>
      provider.replace(/<(ds:)?X509Data>[^]*?<\/(ds:)?X509Data>/g, ""),
    ),
  }),
  ...of(SIGNATURES, refused("has a signing certificate that cannot be read"), {
    "with empty certificates": certificates(() => ""),
    "with certificates as PEM": certificates(pem),
    "with certificates as base64 of PEM": certificates((base64) =>
      Buffer.from(pem(base64)).toString("base64"),
    ),
    "with certificates cut short": certificates((base64) => base64.slice(0, 400)),
    "with certificates for URLs": certificates(
      (base64) => `_${base64.replaceAll("+", "-").replaceAll("/", "_")}`,
    ),
    "with words for certificates": certificates(() => "PASTE HERE"),
    "with private keys": (_, holding, { privateKey }) =>
      holding(privateKey.replace(/-----[^-]*-----/g, "").trim()),
    "with certificates in hexadecimal": certificates((base64) =>
      Buffer.from(base64, "base64").toString("hex"),
    ),
    "with bytes after the certificates": certificates((base64) =>
      Buffer.concat([Buffer.from(base64, "base64"), Buffer.from("more")]).toString("base64"),
    ),
  }),
];

function wrapped(entities: string): string {
  return `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" Name="urn:example">${entities}</EntitiesDescriptor>`;
}
