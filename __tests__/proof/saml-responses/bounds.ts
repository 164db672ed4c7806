import { ASSERTION, at, type Forged, part, type Signed } from "./forged";

/** Numbers of things in a response that is still as short as AWS takes it, and beyond. */
const COUNTS = [51, 1_900, 100_000] as const;

/** Lengths of a capture, in characters. */
const LENGTHS = [75_000, 100_001, 400_000, 5_000_000, 20_000_000, 100_000_000] as const;

type Many = (count: number) => string;

const repeated =
  (text: string): Many =>
  (count) =>
    text.repeat(count);
const numbered =
  (text: (number: string) => string): Many =>
  (count) =>
    Array.from({ length: count }, (_, index) => text(String(index))).join("");

/** Much of something, in an element. */
const MUCH: Readonly<Record<string, Many>> = {
  "elements in each other": (count) => "<a>".repeat(count) + "</a>".repeat(count),
  "elements that are not closed": repeated("<a>"),
  "elements beside each other": repeated("<a/>"),
  "elements with an ID": numbered((n) => `<a ID="_${n}"/>`),
  "attributes of an element": (count) => `<a ${numbered((n) => `a${n}="" `)(count)}/>`,
  "namespaces of an element": (count) =>
    `<a ${numbered((n) => `xmlns:a${n}="urn:${n}" `)(count)}/>`,
  "namespaces in each other": (count) =>
    numbered((n) => `<a xmlns:a${n}="urn:${n}">`)(count) + "</a>".repeat(count),
  assertions: repeated('<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"/>'),
  signatures: repeated('<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'),
  "characters of a name": (count) => `<${"a".repeat(count)}/>`,
  "characters of a text": (count) => `<a>${"a".repeat(count)}</a>`,
  "references to characters": (count) => `<a>${"&#97;".repeat(count)}</a>`,
  spaces: repeated(" "),
  lines: repeated("\n"),
  comments: repeated("<!---->"),
  "tags that break off": repeated("<"),
  "ends of tags": repeated(">"),
  ampersands: repeated("&"),
};

/** Places in a response; what is in a signature is left out of what it signs. */
const WHERE: Readonly<Record<string, (xml: string, much: string) => string>> = {
  "before the status": (xml, much) => at(xml, "<saml2p:Status>", (found) => much + found),
  "in the assertion": (xml, much) => at(xml, "</saml2:Assertion>", (found) => much + found),
  "in the signature": (xml, much) =>
    at(xml, "</ds:Signature>", (found) => `<ds:Object>${much}</ds:Object>${found}`),
  "in what is signed of the signature": (xml, much) =>
    at(xml, "</ds:SignedInfo>", (found) => much + found),
};

/** Responses with more of something than any real one. */
export function* much({ xml, place, value }: Signed): Generator<Forged> {
  for (const [what, many] of Object.entries(MUCH)) {
    for (const [where, put] of Object.entries(WHERE)) {
      for (const count of COUNTS) {
        const how = `${place} signed, ${String(count)} ${what} ${where}`;
        yield { how, value, make: () => value.forge(put(xml, many(count))) };
      }
    }
  }
  for (const [what, one] of [
    ["references", /<ds:Reference [^]*?<\/ds:Reference>/],
    ["transforms", /<ds:Transform [^>]*\/>/],
    ["certificates", /<ds:X509Certificate>[^]*?<\/ds:X509Certificate>/],
    ["audiences", /<saml2:Audience>[^<]*<\/saml2:Audience>/],
    ["attributes", /<saml2:Attribute [^]*?<\/saml2:Attribute>/],
    ["values", /<saml2:AttributeValue [^]*?<\/saml2:AttributeValue>/],
    ["assertions like it", ASSERTION],
  ] as const) {
    for (const count of COUNTS) {
      const make = () =>
        at(xml, one, (found) => found.repeat(Math.min(count, 5_000_000 / found.length)));
      yield { how: `${place} signed, ${String(count)} ${what}`, value, make };
    }
  }
}

/** Captures of any length, of every form, and of what some pattern may take long to search. */
export function* long({ xml, value }: Signed): Generator<Forged> {
  const base64 = Buffer.from(xml).toString("base64");
  const assertion = part(xml, ASSERTION);
  const units: Readonly<Record<string, readonly [string, string, string]>> = {
    base64: ["", "A", ""],
    "base64 in lines": ["", "AAAA\r\n", ""],
    "spaces before XML": ["", " ", xml],
    "spaces after XML": [xml, " ", ""],
    "spaces in XML": [xml.replace("?>", "?> "), " ", "<"],
    "text in XML": ["<a>", "a", "</a>"],
    assertions: ["<a>", assertion, "</a>"],
    tags: ["<a>", "<a>", ""],
    "a comment": ["<a><!--", "-", ""],
    "a tag of an input": ["<input ", "a=", ""],
    "tags of inputs": ["", "<input SAMLResponse ", ""],
    forms: ["<html>", `<form action="a"><input name="SAMLResponse" value="${base64}">`, ""],
    "fields of a form": ["", "SAMLResponse=", ""],
    "fields with a response": ["", `SAMLResponse=${encodeURIComponent(base64)}&`, ""],
    ampersands: ["SAMLResponse=", "&", ""],
    "percent signs": ["SAMLResponse=", "%41", ""],
    "escaped tags": ["", "&lt;", ""],
    quotes: ["", '"', ""],
    "quoted lines": ["", '"AAAA"\n', ""],
    "numbered lines": ["", "1 A\n", ""],
    "marks of quotation": ["", "> A\n", ""],
    "empty lines": ["A", "\n", "A"],
    "a relay state of spaces": ["SAMLResponse\nRelayState", " ", "x"],
    "a command": ["curl 'https://signin.aws.amazon.com/saml' --data-raw '", `SAMLResponse=A&`, "'"],
    "carets of a command": ["curl ^", "^", ""],
    "lists in JSON": ["", "[", ""],
    "numbers in JSON": ["[", "1,", "1]"],
    "responses in JSON": ["[", `{"SAMLResponse":"${base64}"},`, "1]"],
    "requests in a HAR file": [
      '{"log":{"entries":[',
      `{"request":{"url":"https://signin.aws.amazon.com/saml","postData":{"text":"SAMLResponse=A"}}},`,
      "1]}}",
    ],
    "a text in JSON": ['{"a":"', "SAMLResponse=", '"}'],
  };
  for (const length of LENGTHS) {
    for (const [what, [start, unit, end]] of Object.entries(units)) {
      const make = () =>
        start + unit.repeat(Math.ceil((length - start.length - end.length) / unit.length)) + end;
      yield { how: `${String(length)} characters, ${what}`, value, make };
    }
  }
}
