import type { Forged, Signed } from "./forged";

/** Declarations with which a document can include files, multiply text, or change what an ID is. */
const DOCTYPES: Readonly<Record<string, string>> = {
  "an entity": '<!DOCTYPE r [<!ENTITY e "agent1@example.com">]>',
  "an entity of an entity": '<!DOCTYPE r [<!ENTITY a "agent1"><!ENTITY e "&a;@example.com">]>',
  "a file": '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
  "an address": '<!DOCTYPE r [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>',
  "a public name": '<!DOCTYPE r [<!ENTITY e PUBLIC "e" "http://127.0.0.1:9/e">]>',
  "a wrapper of PHP":
    '<!DOCTYPE r [<!ENTITY e SYSTEM "php://filter/read=convert.base64-encode/resource=x">]>',
  "a parameter": '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
  "a parameter of a parameter":
    "<!DOCTYPE r [<!ENTITY % a \"<!ENTITY e 'agent1@example.com'>\"> %a;]>",
  "a declaration elsewhere": '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/r.dtd">',
  "a billion laughs": `<!DOCTYPE r [<!ENTITY e0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY e${String(n + 1)} "${`&e${String(n)};`.repeat(10)}">`).join("")}<!ENTITY e "&e30;">]>`,
  "a long entity": `<!DOCTYPE r [<!ENTITY e "${"a".repeat(20_000)}">]>`,
  "an entity of itself": '<!DOCTYPE r [<!ENTITY e "&e;">]>',
  "IDs by another name":
    '<!DOCTYPE r [<!ATTLIST saml2:Assertion AssertionID ID #IMPLIED><!ENTITY e "x">]>',
  "a value by default":
    '<!DOCTYPE r [<!ATTLIST saml2:Assertion Version CDATA "2.0"><!ENTITY e "x">]>',
  "a namespace by default":
    '<!DOCTYPE r [<!ATTLIST ds:Signature xmlns:ds CDATA "urn:x"><!ENTITY e "x">]>',
  "a notation": '<!DOCTYPE r [<!NOTATION n SYSTEM "n"><!ENTITY e "x">]>',
  nothing: "<!DOCTYPE r>",
  "a condition": '<!DOCTYPE r [<![INCLUDE[<!ENTITY e "x">]]>]>',
  "small letters": '<!doctype r [<!ENTITY e "x">]>',
};

/** What is at the beginning of a document. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  "no declaration": "",
  "a declaration of XML 1.1": '<?xml version="1.1" encoding="UTF-8"?>',
  "a declaration of XML 2.0": '<?xml version="2.0"?>',
  "a declaration of another encoding": '<?xml version="1.0" encoding="UTF-7"?>',
  "a declaration of UTF-16": '<?xml version="1.0" encoding="UTF-16"?>',
  "a document that stands alone": '<?xml version="1.0" standalone="yes"?>',
  "two declarations": '<?xml version="1.0"?><?xml version="1.0"?>',
  "a style sheet":
    '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x"?>',
  "a comment": "<!-- -->",
  "an empty line": '\n<?xml version="1.0"?>',
  "a byte order mark": '\ufeff<?xml version="1.0"?>',
  "two byte order marks": "\ufeff\ufeff",
  "a zero byte": "\0",
};

/** Bytes of a text in other encodings than the one that browsers post. */
const ENCODINGS: Readonly<Record<string, (xml: string) => Buffer>> = {
  "UTF-16, little end first": (xml) => Buffer.from(`\ufeff${xml}`, "utf16le"),
  "UTF-16, big end first": (xml) => Buffer.from(`\ufeff${xml}`, "utf16le").swap16(),
  "UTF-16 without a mark": (xml) => Buffer.from(xml, "utf16le"),
  "UTF-32": (xml) => Buffer.from(Array.from(xml).flatMap((one) => [one.charCodeAt(0), 0, 0, 0])),
  "UTF-7": (xml) => Buffer.from(xml.replaceAll("<", "+ADw-").replaceAll(">", "+AD4-")),
  "UTF-8 with long forms": (xml) =>
    Buffer.from([...Buffer.from(xml)].flatMap((byte) => (byte === 0x40 ? [0xc1, 0x80] : [byte]))),
  "UTF-8 cut in a character": (xml) => Buffer.concat([Buffer.from(xml), Buffer.from([0xe2, 0x82])]),
  "CESU-8": (xml) => Buffer.concat([Buffer.from(xml), Buffer.from([0xed, 0xa0, 0x80])]),
  Latin1: (xml) => Buffer.from(xml.replace("agent1", "\u00e4gent1"), "latin1"),
};

/** Responses, as they were signed and forged, whose document begins or is encoded unusually. */
export function* documents({ xml, value, place }: Signed): Generator<Forged> {
  const versions = { "as signed": xml, forged: value.forge(xml) };
  for (const [version, response] of Object.entries(versions)) {
    const make = (how: string, text: () => string): Forged => ({
      how: `${place} signed, ${version}, with ${how}`,
      value,
      make: text,
    });
    for (const [how, doctype] of Object.entries(DOCTYPES)) {
      const declared = () => response.replace("?>", () => `?>${doctype}`);
      yield make(`a document type with ${how}`, declared);
      yield make(`a document type with ${how} in a text`, () =>
        declared().replace(/>a\w+1@example\.com</, ">&e;<"),
      );
      yield make(`a document type with ${how} in an attribute`, () =>
        declared().replace('Version="2.0"', 'Version="2.0" x="&e;"'),
      );
      yield make(`a document type with ${how}, before its declaration`, () => doctype + response);
    }
    for (const [how, beginning] of Object.entries(BEGINNINGS)) {
      yield make(how, () => response.replace(/^<\?xml[^>]*\?>/, () => beginning));
    }
    for (const [how, encode] of Object.entries(ENCODINGS)) {
      for (const name of ["UTF-8", how.split(/[ ,]/)[0] ?? how]) {
        const declared = () => response.replace('encoding="UTF-8"', `encoding="${name}"`);
        yield make(`${how} that says ${name}`, () => encode(declared()).toString("base64"));
      }
    }
  }
}
