import { quoted, refusedBy } from "../step";
import type { Refusal } from "../verdict";

/** A response as XML, with the relay state from the same form. */
export interface Captured {
  readonly xml: string;
  /** The form in which the response was captured, in words. */
  readonly form: "base64" | "a form field" | "XML";
  readonly relayState?: string;
}

/**
 * Number of characters of base64 that `AssumeRoleWithSAML` takes. In a captured form, each may be
 * written as three.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
const RESPONSE_MAX = 100_000;
const CAPTURED_MAX = 4 * RESPONSE_MAX;

/** The fix for input that is not a complete response. */
export const CAPTURE =
  "capture the field SAMLResponse of the form that the browser posts to the sign-in URL";

/**
 * Extracts the XML from the captured text. Where that fails, it returns a string that says why, or what
 * AWS refuses about it.
 */
export function readCaptured(text: string): Captured | Refusal | string {
  // The caller stops reading long input, so the real length is not known.
  if (text.length > CAPTURED_MAX) return tooLong(CAPTURED_MAX, "more than ");
  // Developer tools show a field as a line of a table, of JSON or of HAR, or a value in quotes.
  const captured = text
    .replace(/^\ufeff/, "")
    .trim()
    .replace(/^["']?(?:SAMLResponse|value)["']?(?:\s*:\s*|\s+(?:=\s*)?)/, "")
    .replace(/^(["']?)([^"',]*)\1,?$/, "$2");
  if (captured === "") return "is empty";
  if (captured.startsWith("<")) return fromXml(captured);
  if (!/[%&]|SAMLResponse=/.test(captured)) return fromBase64(captured, "base64");

  const fields = formFields(captured);
  if (typeof fields === "string") return fields;
  const [response, ...more] = fields.get("SAMLResponse") ?? [];
  if (response === undefined) return "is a form without the field SAMLResponse";
  if (more.length > 0) return "is a form with more than one field SAMLResponse";
  const decoded = fromBase64(response, "a form field");
  const [relayState] = fields.get("RelayState") ?? [];
  return typeof decoded === "string" || "kind" in decoded || relayState === undefined
    ? decoded
    : { ...decoded, relayState };
}

/** Reads the fields of a form body, which may lack the name of its first field. */
function formFields(body: string): Map<string, string[]> | string {
  const fields = new Map<string, string[]>();
  const named = /^[\w.-]+=/.test(body) && body.includes("SAMLResponse=");
  for (const pair of (named ? body : `SAMLResponse=${body}`).split("&")) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, Math.max(equals, 0));
    const value = pair.slice(equals + 1);
    try {
      // A plus belongs to base64: a form that is shown decoded has it as it is, and it is not a space.
      const values = fields.get(name) ?? [];
      values.push(decodeURIComponent(value));
      fields.set(name, values);
    } catch {
      return `has a percent sign that encodes nothing, in the field ${quoted(name)}`;
    }
  }
  return fields;
}

function fromBase64(text: string, form: Captured["form"]): Captured | Refusal | string {
  const base64 = text.replace(/\s+/g, "");
  if (base64.length > RESPONSE_MAX) return tooLong(base64.length);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.replace(/=+$/, "").length % 4 === 1) {
    return "is neither XML nor base64; copy only the value of the field";
  }
  try {
    const bytes = Buffer.from(base64, "base64");
    const xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
    if (xml.startsWith("<")) return { xml, form };
  } catch {
    // The bytes are not text.
  }
  return "is base64 of something other than XML; a compressed (deflated) response belongs to HTTP-Redirect, but AWS takes HTTP-POST";
}

function fromXml(xml: string): Captured | Refusal | string {
  if (/^(<!doctype\s+html|<html)[\s>]/i.test(xml)) return "is a web page";
  const length = Math.ceil(Buffer.byteLength(xml) / 3) * 4;
  return length > RESPONSE_MAX ? tooLong(length) : { xml, form: "XML" };
}

function tooLong(length: number, atLeast = ""): Refusal {
  const count = (number: number) => number.toLocaleString("en-US");
  const message = `is ${atLeast}${count(length)} characters long; AWS takes up to ${count(RESPONSE_MAX)} of base64`;
  return refusedBy("assumeRole", message, CAPTURE);
}
