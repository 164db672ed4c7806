import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";

import type { Forged, Signed } from "./forged";

const base64 = (xml: string | Buffer) => Buffer.from(xml).toString("base64");
const encoded = (xml: string) => encodeURIComponent(base64(xml));
const har = (...bodies: readonly string[]) =>
  JSON.stringify({
    log: {
      entries: bodies.map((text) => ({
        startedDateTime: "2026-12-01T12:00:00.000Z",
        request: { url: "https://signin.aws.amazon.com/saml", postData: { text } },
      })),
    },
  });
const form = (...responses: readonly string[]) =>
  `<html><form action="https://signin.aws.amazon.com/saml">${responses.map((xml) => `<input type="hidden" name="SAMLResponse" value="${base64(xml)}"/>`).join("")}</form></html>`;

/** Forms of one response, some of them of no use to anybody. */
const FORMS: Readonly<Record<string, (xml: string) => string>> = {
  XML: (xml) => xml,
  base64,
  "base64 in lines": (xml) => base64(xml).replace(/.{76}/g, "$&\r\n"),
  "base64 in lines of one character": (xml) => base64(xml).replace(/./g, "$&\n"),
  "base64 without its end": (xml) => base64(xml).replace(/=+$/, ""),
  "base64 with too much of its end": (xml) => `${base64(xml)}====`,
  "base64 for URLs": (xml) => Buffer.from(xml).toString("base64url"),
  "base64 of base64": (xml) => base64(base64(xml)),
  "base64 with spaces": (xml) => base64(xml).replaceAll("+", " "),
  "base64 with other characters": (xml) => base64(xml).replace(/.{99}/g, "$&*"),
  "base64 with zero bytes": (xml) => base64(xml).replace(/.{99}/g, "$&\0"),
  "base64 with spaces of no width": (xml) => base64(xml).replace(/.{99}/g, "$&\u200b"),
  "base64 that begins elsewhere": (xml) => base64(xml).slice(1),
  "base64 of a response between bytes": (xml) =>
    base64(Buffer.concat([Buffer.from([0]), Buffer.from(xml)])),
  "base64 of spaces and a response": (xml) => base64(`  \n${xml}\n`),
  "base64 of two responses": (xml) => base64(xml + xml),
  hexadecimal: (xml) => Buffer.from(xml).toString("hex"),
  deflated: (xml) => base64(deflateRawSync(xml)),
  "deflated with a header": (xml) => base64(deflateSync(xml)),
  zipped: (xml) => base64(gzipSync(xml)),
  "a data URL": (xml) => `data:text/xml;base64,${base64(xml)}`,
  "encoded for a URL": encoded,
  "encoded for a URL twice": (xml) => encodeURIComponent(encoded(xml)),
  "a body": (xml) => `SAMLResponse=${encoded(xml)}`,
  "a body with spaces": (xml) => `SAMLResponse=${base64(xml).replaceAll("+", "%20")}`,
  "a body with another field": (xml) => `SAMLResponse=${encoded(xml)}&Role=admin`,
  "a body with the field in other letters": (xml) => `samlresponse=${encoded(xml)}`,
  "a body with the field of a list": (xml) => `SAMLResponse[]=${encoded(xml)}`,
  "a body with semicolons": (xml) => `a=b;SAMLResponse=${encoded(xml)}`,
  "a body of JSON": (xml) => JSON.stringify({ SAMLResponse: base64(xml) }),
  "a HAR file": (xml) => har(`SAMLResponse=${encoded(xml)}`),
  "a page": (xml) => form(xml),
  "a page with XML": (xml) => form(xml).replace(base64(xml), () => xml.replaceAll('"', "&quot;")),
  "a command": (xml) =>
    `curl 'https://signin.aws.amazon.com/saml' --data-raw 'SAMLResponse=${encoded(xml)}'`,
  "escaped tags": (xml) => xml.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  "words around it": (xml) => `The response is:\n${xml}\nThank you`,
  "an indented response": (xml) => xml.replace(/></g, ">\n  <"),
  "an indented response with tabs and carriage returns": (xml) => xml.replace(/></g, ">\r\n\t<"),
  "base64 of an indented response": (xml) => base64(xml.replace(/></g, ">\n  <")),
};

/** Forms of two responses, of which one program may take the first and another the second. */
const PAIRS: Readonly<Record<string, (one: string, other: string) => string>> = {
  "base64 in two lines": (one, other) => `${base64(one)}\n${base64(other)}`,
  "XML after each other": (one, other) => one + other.replace(/^<\?xml[^>]*\?>/, ""),
  "a body with two fields": (one, other) =>
    `SAMLResponse=${encoded(one)}&SAMLResponse=${encoded(other)}`,
  "a body with two fields in two letters": (one, other) =>
    `SAMLResponse=${encoded(one)}&samlResponse=${encoded(other)}`,
  "two bodies": (one, other) => `SAMLResponse=${encoded(one)}\nSAMLResponse=${encoded(other)}`,
  "a HAR file": (one, other) =>
    har(`SAMLResponse=${encoded(one)}`, `SAMLResponse=${encoded(other)}`),
  "a request with two fields": (one, other) =>
    har(`SAMLResponse=${encoded(one)}&SAMLResponse=${encoded(other)}`),
  "a page": form,
  "a list": (one, other) =>
    JSON.stringify([{ SAMLResponse: base64(one) }, { SAMLResponse: base64(other) }]),
  "a key of JSON twice": (one, other) =>
    `{"SAMLResponse":"${base64(one)}","SAMLResponse":"${base64(other)}"}`,
  "a command": (one, other) =>
    `curl 'https://signin.aws.amazon.com/saml' -d 'SAMLResponse=${encoded(one)}' -d 'SAMLResponse=${encoded(other)}'`,
  "XML in a relay state": (one, other) =>
    `SAMLResponse=${encoded(one)}&RelayState=${encoded(other)}`,
};

/** Captures of a forged response, alone and beside the one that was signed. */
export function* captures({ xml, value, place }: Signed): Generator<Forged> {
  const forged = value.forge(xml);
  for (const [how, form] of Object.entries(FORMS)) {
    yield { how: `${place} signed, forged, as ${how}`, value, make: () => form(forged) };
    yield { how: `${place} signed, as ${how}`, value, make: () => form(xml) };
  }
  for (const [how, pair] of Object.entries(PAIRS)) {
    yield { how: `${place} signed, then forged, as ${how}`, value, make: () => pair(xml, forged) };
    yield { how: `forged, then ${place} signed, as ${how}`, value, make: () => pair(forged, xml) };
  }
}
