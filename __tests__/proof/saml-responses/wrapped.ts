import {
  ASSERTION,
  at,
  type Forged,
  part,
  SIGNATURE,
  type Signed,
  signedElement,
  unsigned,
} from "./forged";

/**
 * XML signature wrapping: a response with two elements, the one that was signed and a forged one, so that
 * one program may verify the first and another read the second. Every combination of which of them is in
 * the place of the real one, where the other one hides, which of them has the signature, and what tells
 * them apart.
 *
 * @see https://www.usenix.org/system/files/conference/usenixsecurity12/sec12-final91.pdf
 */
export function* wrapped(signed: Signed): Generator<Forged> {
  for (const [what, disguise] of Object.entries(DISGUISES)) {
    for (const [where, hide] of Object.entries(HIDING_PLACES)) {
      for (const owner of SIGNATURE_OWNERS) {
        for (const hidden of ["signed", "forged"] as const) {
          yield {
            how: `${signed.place} signed, the ${hidden} one ${where}, the signature in ${owner}, the forged one ${what}`,
            value: signed.value,
            make: () => wrap(signed, { disguise, hide, owner, hidden }),
          };
        }
      }
    }
  }
}

interface Wrapping {
  readonly disguise: (xml: string) => string;
  readonly hide: (xml: string, hidden: string) => string;
  readonly owner: (typeof SIGNATURE_OWNERS)[number];
  readonly hidden: "signed" | "forged";
}

const SIGNATURE_OWNERS = ["the signed one", "the forged one", "both", "neither"] as const;

function wrap(signed: Signed, { disguise, hide, owner, hidden }: Wrapping): string {
  const { xml, value } = signed;
  const element = signedElement(signed);
  const signature = part(element, SIGNATURE);
  const original =
    owner === "the signed one" || owner === "both" ? element : element.replace(signature, "");
  const bare = disguise(value.forge(unsigned(element)));
  const forged =
    owner === "the forged one" || owner === "both"
      ? at(bare, /<\/saml2:Issuer>/, (end) => end + signature)
      : bare;
  const [shown, other] = hidden === "signed" ? [forged, original] : [original, forged];
  // The signature of neither stands alone, beside what it signs.
  const around = xml.replace(element, () => shown);
  return hide(around, owner === "neither" ? other + signature : other);
}

const ID = / ID="(_assertion|_response)"/g;

/** What the forged element has in place of the ID that was signed. */
const DISGUISES: Readonly<Record<string, (xml: string) => string>> = {
  "with the same ID": (xml) => xml,
  "with another ID": (xml) => xml.replace(ID, ' ID="_other$1"'),
  "without an ID": (xml) => xml.replace(ID, ""),
  "with xml:id": (xml) => xml.replace(ID, ' xml:id="$1" ID="_other$1"'),
  "with Id": (xml) => xml.replace(ID, ' Id="$1"'),
  "with id": (xml) => xml.replace(ID, ' id="$1" ID="_other$1"'),
  "with its ID in a namespace": (xml) =>
    xml.replace(ID, ' x:ID="$1" xmlns:x="urn:x" ID="_other$1"'),
  "of a foreign namespace": (xml) =>
    xml.replaceAll(/(xmlns:saml2p?=")urn:oasis[^"]*/g, "$1urn:x").replace(ID, ' ID="_other$1"'),
  "of SAML 1.1": (xml) => xml.replaceAll(":SAML:2.0:", ":SAML:1.1:").replace(ID, ' ID="_other$1"'),
  "in small letters": (xml) =>
    xml
      .replaceAll(
        /(<\/?saml2p?:)(Assertion|Response)\b/g,
        (_, prefix: string, name: string) => prefix + name.toLowerCase(),
      )
      .replace(ID, ' ID="_other$1"'),
};

const before = (pattern: RegExp | string) => (xml: string, hidden: string) =>
  at(xml, pattern, (found) => hidden + found);
const after = (pattern: RegExp | string) => (xml: string, hidden: string) =>
  at(xml, pattern, (found) => found + hidden);
const beforeIn =
  (pattern: RegExp | string, open: string, close: string) => (xml: string, hidden: string) =>
    at(xml, pattern, (found) => open + hidden + close + found);

/** The places where an element can hide from one reader of XML and not from another. */
const HIDING_PLACES: Readonly<Record<string, (xml: string, hidden: string) => string>> = {
  "before the assertion": before("<saml2:Assertion"),
  "after the assertion": after(ASSERTION),
  "first in the response": after(/<saml2p:Response[^>]*>/),
  "last in the response": before("</saml2p:Response>"),
  "first in the assertion": after(/<saml2:Assertion[^>]*>/),
  "last in the assertion": before("</saml2:Assertion>"),
  "around the response, before it": (xml, hidden) => envelope(xml, (response) => hidden + response),
  "around the response, after it": (xml, hidden) => envelope(xml, (response) => response + hidden),
  "around the response, as a response": (xml, hidden) =>
    envelope(xml, (response) => response + hidden, "saml2p:Response"),
  "in an Object of a signature": beforeIn("</ds:Signature>", "<ds:Object>", "</ds:Object>"),
  "in the KeyInfo of a signature": before("</ds:KeyInfo>"),
  "in a Manifest of a signature": beforeIn(
    "</ds:Signature>",
    "<ds:Object><ds:Manifest>",
    "</ds:Manifest></ds:Object>",
  ),
  "in the SignedInfo of a signature": before("</ds:SignedInfo>"),
  "in a second signature with the same value": (xml, hidden) =>
    at(xml, SIGNATURE, (signature) => {
      const value = part(signature, /<ds:SignatureValue>[^]*?<\/ds:SignatureValue>/);
      const object = `<ds:Object>${hidden}</ds:Object>`;
      return `${signature}<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${value}${object}</ds:Signature>`;
    }),
  "in Extensions": beforeIn("<saml2p:Status>", "<saml2p:Extensions>", "</saml2p:Extensions>"),
  "in StatusDetail": beforeIn(
    "</saml2p:Status>",
    "<saml2p:StatusDetail>",
    "</saml2p:StatusDetail>",
  ),
  "in Advice": (xml, hidden) =>
    at(xml, "</saml2:Conditions>", (end) => `${end}<saml2:Advice>${hidden}</saml2:Advice>`),
  "in a Condition": beforeIn("</saml2:Conditions>", "<saml2:Condition>", "</saml2:Condition>"),
  "in SubjectConfirmationData": (xml, hidden) =>
    at(
      xml,
      /<saml2:SubjectConfirmationData[^>]*\/>/,
      (empty) => `${empty.replace("/>", ">")}${hidden}</saml2:SubjectConfirmationData>`,
    ),
  "in the Subject": before("</saml2:Subject>"),
  "in an AuthnContextDecl": beforeIn(
    "</saml2:AuthnContext>",
    "<saml2:AuthnContextDecl>",
    "</saml2:AuthnContextDecl>",
  ),
  "in a value of an attribute": after(/<saml2:AttributeValue[^>]*>/),
  "in a statement of its own": (xml, hidden) =>
    at(
      xml,
      "</saml2:AttributeStatement>",
      (end) => `${end}<saml2:AttributeStatement>${hidden}</saml2:AttributeStatement>`,
    ),
  "as an encrypted assertion": beforeIn(
    "</saml2p:Response>",
    `<saml2:EncryptedAssertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">`,
    "</xenc:EncryptedData></saml2:EncryptedAssertion>",
  ),
  "in an unknown element": beforeIn("<saml2:Assertion", '<x:wrap xmlns:x="urn:x">', "</x:wrap>"),
  "in an unknown element of no namespace": beforeIn(
    "<saml2:Assertion",
    '<wrap xmlns="">',
    "</wrap>",
  ),
  "in a response of its own": beforeIn(
    "</saml2p:Response>",
    '<saml2p:Response ID="_inner" Version="2.0" IssueInstant="2026-12-01T12:00:00.000Z">',
    "</saml2p:Response>",
  ),
};

function envelope(xml: string, inside: (response: string) => string, name = "x:Envelope"): string {
  const response = xml.replace(/^<\?xml[^>]*\?>/, "");
  const namespaces = 'xmlns:x="urn:x" xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"';
  return `<${name} ${namespaces} ID="_envelope" Version="2.0">${inside(response)}</${name}>`;
}
