import { refusedBy } from "../../step";
import type { Refusal } from "../../verdict";

/** A response as XML. */
export interface Decoded {
  readonly xml: string;
  /** What was done to the capture to get it, as sentences. */
  readonly remarks: readonly string[];
}

/**
 * Number of characters of base64 that `AssumeRoleWithSAML` takes. In a captured form, each may be
 * written as three.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
const RESPONSE_MAX = 100_000;

/** Number of characters of a capture that is one response and no more. */
export const SINGLE_MAX = 4 * RESPONSE_MAX;

/** What it takes to check a response: the field as it is sent. */
export const FIELD = "the field SAMLResponse of the form that the browser posts to the sign-in URL";

/** The fix for input that is not a complete response. */
export const CAPTURE = `capture ${FIELD}`;

/**
 * Decodes the base64 of a response, also in several lines. Spaces in it were plus signs, which somebody
 * decoded as a URL once too often.
 */
export function fromBase64(text: string): Decoded | Refusal | string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join("");
  const base64 = lines.replace(/\s+/g, "");
  if (base64.length > RESPONSE_MAX) return tooLong(base64.length);
  const restored = lines.replace(/ /g, "+");
  if (restored !== lines) {
    const xml = xmlOf(restored);
    const remark =
      "The base64 had spaces in place of plus signs, as after one URL decoding too many; they are plus signs again.";
    if (xml !== undefined) return { xml, remarks: [remark] };
  }
  const xml = xmlOf(base64);
  // Words with spaces between them have the characters of base64 too.
  const isWords = xml === undefined && restored !== lines;
  if (isWords || !isBase64(base64)) {
    return "is neither XML nor base64; copy only the value of the field";
  }
  return xml === undefined
    ? "is base64 of something other than XML; a compressed (deflated) response belongs to HTTP-Redirect, but AWS takes HTTP-POST"
    : { xml, remarks: [] };
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.replace(/=+$/, "").length % 4 !== 1;
}

function xmlOf(base64: string): string | undefined {
  if (!isBase64(base64)) return undefined;
  try {
    const bytes = Buffer.from(base64, "base64");
    const xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
    return xml.startsWith("<") ? xml : undefined;
  } catch {
    return undefined; // the bytes are not text
  }
}

/** Takes XML as it is, if its base64 is not longer than AWS takes. */
export function fromXml(xml: string): Decoded | Refusal {
  const length = Math.ceil(Buffer.byteLength(xml) / 3) * 4;
  return length > RESPONSE_MAX ? tooLong(length) : { xml, remarks: [] };
}

/** Says of a response that it is longer than AWS takes. */
export function tooLong(length: number, atLeast = ""): Refusal {
  const count = (number: number) => number.toLocaleString("en-US");
  const message = `is ${atLeast}${count(length)} characters long; AWS takes up to ${count(RESPONSE_MAX)} of base64`;
  return refusedBy("assumeRole", message, CAPTURE);
}
