import { at, part, SIGNATURE } from "./forged";

/**
 * An edit of a response with a signature that does not verify.
 *
 * @param other the same response with another digest: that of the signed value where this one has that
 *   of the forged value, or the other way round
 */
type Edit = (xml: string, other: string) => string;

const DIGEST = /<ds:DigestValue>[^]*?<\/ds:DigestValue>/;
const DIGEST_TEXT = /(?<=<ds:DigestValue>)[^<]*/;
const VALUE = /<ds:SignatureValue>[^]*?<\/ds:SignatureValue>/;
const VALUE_TEXT = /(?<=<ds:SignatureValue>)[^<]*/;
const INFO = /<ds:SignedInfo>[^]*?<\/ds:SignedInfo>/;
const REFERENCE = /<ds:Reference [^]*?<\/ds:Reference>/;
const TRANSFORMS = /<ds:Transforms>[^]*?<\/ds:Transforms>/;
const METHOD = /<ds:SignatureMethod[^>]*\/>/;

/** Puts this in the place of what matches. */
const instead =
  (pattern: RegExp | string, text: string): Edit =>
  (xml) =>
    at(xml, pattern, () => text);
/** Puts the same part of the other response before or after what matches, as it is or changed. */
const beforeIt =
  (pattern: RegExp, change = (text: string) => text): Edit =>
  (xml, other) =>
    at(xml, pattern, (found) => change(part(other, pattern)) + found);
const afterIt =
  (pattern: RegExp, change = (text: string) => text): Edit =>
  (xml, other) =>
    at(xml, pattern, (found) => found + change(part(other, pattern)));
const foreign = (name: string) => (text: string) =>
  text
    .replace(`<ds:${name}`, () => `<x:${name} xmlns:x="urn:x"`)
    .replace(new RegExp(`</ds:${name}>$`), `</x:${name}>`);

/** Edits that were reported of one library or another, and their likes. */
export const EDITS: Readonly<Record<string, Edit>> = {
  // What is missing
  "no signature": instead(SIGNATURE, ""),
  "an empty signature": instead(
    SIGNATURE,
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>',
  ),
  "no SignedInfo": instead(INFO, ""),
  "an empty SignedInfo": instead(INFO, "<ds:SignedInfo/>"),
  "no SignatureValue": instead(VALUE, ""),
  "an empty SignatureValue": instead(VALUE_TEXT, ""),
  "no Reference": instead(REFERENCE, ""),
  "no digest": instead(DIGEST, ""),
  "an empty digest": instead(DIGEST_TEXT, ""),
  "no KeyInfo": instead(/<ds:KeyInfo>[^]*?<\/ds:KeyInfo>/, ""),
  "no SignatureMethod": instead(METHOD, ""),
  "no CanonicalizationMethod": instead(/<ds:CanonicalizationMethod[^>]*\/>/, ""),
  "no DigestMethod": instead(/<ds:DigestMethod[^>]*\/>/, ""),
  "no Transforms": instead(TRANSFORMS, ""),
  "no transform that leaves the signature out": instead(
    /<ds:Transform [^>]*enveloped-signature"\/>/,
    "",
  ),
  // What is there twice
  "two signatures": afterIt(SIGNATURE),
  "two signatures, the other first": beforeIt(SIGNATURE),
  "two SignedInfo": afterIt(INFO),
  "two SignedInfo, the other first": beforeIt(INFO),
  "a SignedInfo of another namespace first": beforeIt(INFO, foreign("SignedInfo")),
  "a SignedInfo of another namespace last": afterIt(INFO, foreign("SignedInfo")),
  "the other SignedInfo in an Object": (xml, other) =>
    at(xml, "</ds:Signature>", (end) => `<ds:Object>${part(other, INFO)}</ds:Object>${end}`),
  "two references": afterIt(REFERENCE),
  "two references, the other first": beforeIt(REFERENCE),
  "a reference of another namespace first": beforeIt(REFERENCE, foreign("Reference")),
  "two digests": afterIt(DIGEST),
  "two digests, the other first": beforeIt(DIGEST),
  "a digest of another namespace first": beforeIt(DIGEST, foreign("DigestValue")),
  "two SignatureValues": (xml) => at(xml, VALUE, (found) => found + found),
  "a SignatureValue of another namespace first": (xml) =>
    at(xml, VALUE, (found) => foreign("SignatureValue")(found) + found),
  "every transform twice": (xml) =>
    at(xml, TRANSFORMS, (found) => found.replace(/<ds:Transform [^>]*\/>/g, "$&$&")),
  "a Manifest with the other reference": (xml, other) =>
    at(
      xml,
      "</ds:Signature>",
      (end) => `<ds:Object><ds:Manifest>${part(other, REFERENCE)}</ds:Manifest></ds:Object>${end}`,
    ),
  // What two programs read differently
  ...digestTexts({
    "a comment before the digest": (own, other) => `<!--${own}-->${other}`,
    "a comment after the digest": (own, other) => `${own}<!--${other}-->`,
    "a comment in the digest": (own, other) => `${own}<!---->${other}`,
    "an instruction before the digest": (own, other) => `<?x ${own}?>${other}`,
    "an instruction after the digest": (own, other) => `${own}<?x ${other}?>`,
    "a CDATA section in the digest": (own, other) => `${own}<![CDATA[${other}]]>`,
    "an element in the digest": (own, other) => `<x>${own}</x>${other}`,
    "an element after the digest": (own, other) => `${own}<x>${other}</x>`,
    "both digests in one": (own, other) => `${own} ${other}`,
    "both digests as an attribute and a text": (own, other) => `<x v="${own}"/>${other}`,
  }),
  // What a signature refers to
  ...references({
    "an empty URI": "",
    "no URI": undefined,
    "a URI without a name": "#",
    "an XPointer": "#xpointer(id('_assertion'))",
    "an XPointer to the whole document": "#xpointer(/)",
    "an XPointer to the last assertion": "#xpointer(//*[local-name()='Assertion'][last()])",
    "a name that ends an XPath": "#_assertion' or '1'='1",
    "a name in two quotes": `#&quot;_assertion&quot;`,
    "another document": "https://attacker.example.com/signed.xml",
    "a file": "file:///etc/passwd",
    "an attachment": "cid:_assertion",
    "an encoded name": "#%5Fassertion",
    "an encoded sign": "%23_assertion",
    "a space after the name": "#_assertion ",
    "a name in other letters": "#_ASSERTION",
  }),
  // What the value is
  "a SignatureValue of zeros": (xml) =>
    at(xml, VALUE_TEXT, (text) =>
      Buffer.alloc(Buffer.from(text, "base64").length).toString("base64"),
    ),
  "a SignatureValue of one byte": instead(VALUE_TEXT, "AA=="),
  "a SignatureValue of one": (xml) =>
    at(xml, VALUE_TEXT, (text) => {
      const bytes = Buffer.alloc(Buffer.from(text, "base64").length);
      bytes[bytes.length - 1] = 1;
      return bytes.toString("base64");
    }),
  "a SignatureValue with the other bits": (xml) =>
    at(xml, VALUE_TEXT, (text) =>
      Buffer.from(Buffer.from(text, "base64").map((byte) => 255 - byte)).toString("base64"),
    ),
  "a SignatureValue with words after it": (xml) => at(xml, VALUE_TEXT, (text) => `${text}====true`),
  "a SignatureValue with a comment": (xml) => at(xml, VALUE_TEXT, (text) => `${text}<!---->`),
  "a SignatureValue in an element": (xml) => at(xml, VALUE_TEXT, (text) => `<x>${text}</x>`),
  "a SignatureValue in hexadecimal": (xml) =>
    at(xml, VALUE_TEXT, (text) => Buffer.from(text, "base64").toString("hex")),
  // Where names are of other namespaces
  "a signature of another namespace": (xml) =>
    at(xml, SIGNATURE, (found) => found.replaceAll("http://www.w3.org/2000/09/xmldsig#", "urn:x")),
  "a signature of the SAML namespace": (xml) =>
    at(xml, SIGNATURE, (found) => found.replaceAll(/(<\/?)ds:/g, "$1saml2:")),
  "a signature without a namespace": (xml) =>
    at(xml, SIGNATURE, (found) => found.replaceAll(/(<\/?)ds:/g, "$1").replace("xmlns:ds=", "x=")),
  "a prefix that is declared again inside": (xml) =>
    at(xml, "<ds:SignedInfo>", () => '<ds:SignedInfo xmlns:ds="urn:x">'),
  "a prefix that the SignedInfo declares again, the same": (xml) =>
    at(
      xml,
      "<ds:SignedInfo>",
      () => '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
    ),
  "a namespace that is undeclared": (xml) =>
    at(xml, "<ds:SignedInfo>", () => '<ds:SignedInfo xmlns="">'),
  "a list of prefixes that are inclusive": (xml) =>
    xml.replace(
      /(<ds:(CanonicalizationMethod|Transform) [^>]*xml-exc-c14n#")\/>/g,
      '$1><ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="saml2 xs #default"/></ds:$2>',
    ),
  "an algorithm named twice": (xml) =>
    at(xml, METHOD, (found) => found.replace("/>", ' x:Algorithm="none" xmlns:x="urn:x"/>')),
  "an attribute that begins like a namespace": (xml) =>
    at(xml, "<saml2:Assertion ", (found) => `${found}xmlnsx="urn:x" `),
  // What the transforms say
  "a transform that is XPath inside": (xml) =>
    at(xml, /<ds:Transform ([^>]*xml-exc-c14n#")\/>/, (found) =>
      found.replace(
        "/>",
        "><ds:XPath>not(ancestor-or-self::*[local-name()='AttributeStatement'])</ds:XPath></ds:Transform>",
      ),
    ),
  "the transforms in the other order": (xml) =>
    at(
      xml,
      TRANSFORMS,
      (found) =>
        `<ds:Transforms>${(found.match(/<ds:Transform [^>]*\/>/g) ?? []).toReversed().join("")}</ds:Transforms>`,
    ),
  "the transforms outside the reference": (xml) => {
    const transforms = part(xml, TRANSFORMS);
    return at(xml.replace(transforms, ""), "</ds:SignedInfo>", (end) => transforms + end);
  },
};

function digestTexts(
  texts: Readonly<Record<string, (own: string, other: string) => string>>,
): Record<string, Edit> {
  return Object.fromEntries(
    Object.entries(texts).map(([how, text]) => [
      how,
      (xml, other) => at(xml, DIGEST_TEXT, (own) => text(own, part(other, DIGEST_TEXT))),
    ]),
  );
}

function references(uris: Readonly<Record<string, string | undefined>>): Record<string, Edit> {
  return Object.fromEntries(
    Object.entries(uris).map(([how, uri]) => [
      `a reference to ${how}`,
      (xml) => at(xml, / URI="[^"]*"/, () => (uri === undefined ? "" : ` URI="${uri}"`)),
    ]),
  );
}
