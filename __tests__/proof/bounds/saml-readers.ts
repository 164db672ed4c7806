import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { judgeMetadata } from "../../../modules/aws/saml";
import { readResponse } from "../../../modules/commands/rehearse/response";
import { readCapture } from "../../../modules/commands/rehearse/read-capture";
import { type Case, type Reader, repeated } from "./case";

const SAMPLE = readFileSync(
  resolve(__dirname, "../../../examples/metadata/workshop-agent.xml"),
  "utf8",
);
const [KEY = ""] = /<(\w+:)?KeyDescriptor[^]*<\/(\w+:)?KeyDescriptor>/.exec(SAMPLE) ?? [];
const BYTES = [900_000, 9_500_000] as const;

const growing = (
  grows: string,
  unit: string | ((index: number) => string),
  put: (units: string) => string,
  sizes: Case["sizes"] = BYTES,
): Case => ({
  grows,
  sizes,
  input: (bytes) => put(repeated(unit, bytes)),
});
const root = (attributes: string) =>
  SAMPLE.replace(/(<(?:\w+:)?EntityDescriptor\b)/, `$1${attributes}`);
const inside = (content: string) =>
  SAMPLE.replace(/(<\/(?:\w+:)?EntityDescriptor>)/, `${content}$1`);

export const METADATA: Reader = {
  what: "SAML metadata (XML)",
  read: (input) => {
    const { metadata, errors } = judgeMetadata(input);
    return metadata ? "read" : (errors[0] ?? "");
  },
  cases: [
    growing("certificates", `${KEY}\n`, (keys) => SAMPLE.replace(KEY, keys)),
    growing("elements", "<a/>", inside),
    growing("text", "x", (text) => inside(`<a>${text}</a>`)),
    growing("comments", "<!-- x -->", inside),
    growing("entities", "&lt;", (text) => inside(`<a>${text}</a>`)),
    growing("attributes of an element", (index) => ` a${String(index)}=""`, root),
    growing("namespaces of an element", (index) => ` xmlns:a${String(index)}="urn:a"`, root),
    growing("namespaces, of elements", (index) => `<a xmlns:p${String(index)}="urn:a"/>`, inside),
    growing("levels", "<a>", inside),
    growing(
      "levels, within the bound, with namespaces",
      (index) =>
        `${Array.from({ length: 40 }, (_, level) => `<a xmlns:p${String(level)}="urn:${String(index)}">`).join("")}${"</a>".repeat(40)}`,
      inside,
    ),
    growing("one long attribute", "x", (text) => root(` a="${text}"`)),
    growing("one long name", "x", (text) => inside(`<${text}/>`)),
    growing("white space in a certificate", " ", (text) =>
      SAMPLE.replace(/(X509Certificate>)/, `$1${text}`),
    ),
    growing("one long certificate", "MIIC", (text) =>
      SAMPLE.replace(/(X509Certificate>)/, `$1${text}`),
    ),
    growing(
      "entities of a document type",
      (index) => `<!ENTITY e${String(index)} "&e${String(index - 1)};&e${String(index - 1)};">`,
      (entities) => `<!DOCTYPE a [${entities}]>${SAMPLE}`,
    ),
    growing("a tag that does not end", "a ", (text) => inside(`<b ${text}`)),
    growing(
      "bytes, beyond the bound",
      "x",
      (text) => inside(`<a>${text}</a>`),
      [11_000_000, 60_000_000],
    ),
  ],
};

const RESPONSE =
  '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Version="2.0">';
const response = (content: string) => `${RESPONSE}${content}</samlp:Response>`;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const RESPONSE_BYTES = [7_000, 70_000] as const;
const PAGE_BYTES = [450_000, 4_900_000] as const;
const LOG_BYTES = [6_000_000, 60_000_000] as const;
const har = (entries: string) => `{"log":{"entries":[${entries}null]}}`;

export const CAPTURE: Reader = {
  what: "captured SAML responses (base64, XML, commands, web pages, HAR files, other JSON)",
  read: async (input, folder) => {
    const file = join(folder, "capture");
    writeFileSync(file, input);
    const { step, response: read } = readResponse(await readCapture(file));
    return read ? "read" : (step.problems[0]?.message ?? "no response");
  },
  cases: [
    growing("elements of a response", "<a/>", (text) => base64(response(text)), RESPONSE_BYTES),
    growing("levels of a response", "<a>", (text) => base64(response(text)), RESPONSE_BYTES),
    growing(
      "attributes of a response",
      (index) => ` a${String(index)}=""`,
      (text) => base64(response("").replace(" Version", `${text} Version`)),
      RESPONSE_BYTES,
    ),
    growing(
      "text of a response",
      "x",
      (text) => base64(response(`<a>${text}</a>`)),
      RESPONSE_BYTES,
    ),
    growing("base64", "QUJD", (text) => text, PAGE_BYTES),
    growing("base64 in short lines", "QUJD\r\n", (text) => text, [40_000, 390_000]),
    growing("spaces", " ", (text) => `x${text}x`, PAGE_BYTES),
    growing("lines with marks of quotation", "> \n", (text) => text, [40_000, 390_000]),
    growing(
      "lines with numbers",
      (index) => `${String(index)}: QUJD\n`,
      (text) => text,
      [40_000, 390_000],
    ),
    growing(
      "blanks before a relay state",
      " \t",
      (text) => `SAMLResponse\n${text}RelayState`,
      [40_000, 390_000],
    ),
    growing("escaped XML", "&lt;a/&gt;", (text) => `&lt;Response&gt;${text}`, [40_000, 390_000]),
    growing("fields of a form body", "SAMLResponse=a&", (text) => text, PAGE_BYTES),
    growing(
      "fields of a form body that has no response",
      "a=b&",
      (text) => `POST ${text}`,
      PAGE_BYTES,
    ),
    growing("text that could be a form body", "a", (text) => `POST ${text}`, PAGE_BYTES),
    growing("percent signs", "%25", (text) => `SAMLResponse=${text}`, [40_000, 390_000]),
    growing("carets of a command", "^", (text) => `curl ^ ${text}`, PAGE_BYTES),
    growing(
      "forms of a web page",
      '<form><input name="SAMLResponse" value="QUJD">',
      (text) => text,
      PAGE_BYTES,
    ),
    growing(
      "inputs of a form",
      '<input name="a" value="b">',
      (text) => `<form>${text}<input name="SAMLResponse" value="QUJD">`,
      PAGE_BYTES,
    ),
    growing("inputs that do not end", "<input ", (text) => `${text}SAMLResponse`, PAGE_BYTES),
    growing(
      "attributes of an input",
      'a="b" ',
      (text) => `<input ${text} name="SAMLResponse">`,
      PAGE_BYTES,
    ),
    growing("letters of an attribute", "a", (text) => `<input ${text}`, PAGE_BYTES),
    growing(
      "a HAR file: requests with a response",
      '{"request":{"postData":{"text":"SAMLResponse=QUJD"}}},',
      har,
      LOG_BYTES,
    ),
    growing(
      "a HAR file: requests with different responses",
      (index) => `{"request":{"postData":{"text":"SAMLResponse=${base64(String(index))}"}}},`,
      har,
      LOG_BYTES,
    ),
    growing("a HAR file: small requests", "{},", har, LOG_BYTES),
    growing(
      "a HAR file: one long page",
      "x",
      (text) => har(`{"response":{"content":{"text":"<html>${text}"}}},`),
      LOG_BYTES,
    ),
    growing(
      "a HAR file: forms of one page",
      "<form><input name=SAMLResponse value=QUJD>",
      (text) => har(`{"response":{"content":{"text":"${text}"}}},`),
      LOG_BYTES,
    ),
    growing(
      "a HAR file: fields",
      '{"name":"a","value":"b"},',
      (text) => har(`{"request":{"postData":{"params":[${text}null]}}},`),
      LOG_BYTES,
    ),
    growing("JSON: levels", "[", (text) => text, LOG_BYTES),
    growing("JSON: lists", "[],", (text) => `[${text}null]`, [1_000_000, 11_000_000]),
    growing("JSON: lists, beyond the bound", "[],", (text) => `[${text}null]`, LOG_BYTES),
    growing("JSON: numbers", "1,", (text) => `[${text}1]`, LOG_BYTES),
    growing(
      "JSON: keys",
      (index) => `"k${String(index)}":1,`,
      (text) => `{${text}"x":1}`,
      LOG_BYTES,
    ),
    growing("JSON: texts", '"SAMLResponse=QUJD",', (text) => `[${text}1]`, LOG_BYTES),
    growing("bytes, beyond the bound", "x", (text) => text, [70_000_000, 140_000_000]),
  ],
};
