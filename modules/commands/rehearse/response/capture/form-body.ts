import { quoted } from "../../step";
import type { Captured } from "./captured";

const FIELD = "SAMLResponse=";

/** Characters of a form body that is URL-encoded, and of one that is shown decoded. */
const OF_BODY = /[\w%&=+/.~*:?!@$()-]/;

/**
 * Finds the form bodies with a response in any text: in a command of curl or PowerShell, in a request as
 * it was sent, or alone.
 */
export function formBodies(text: string): string[] {
  // In a command for cmd.exe, a caret is before each special character; no form body has one.
  const plain = /\bcurl\b.*\^/.test(text.slice(0, 2_000)) ? text.replaceAll("^", "") : text;
  const bodies: string[] = [];
  for (let at = plain.indexOf(FIELD); at >= 0; at = plain.indexOf(FIELD, at + 1)) {
    let start = at;
    while (start > 0 && OF_BODY.test(plain.charAt(start - 1))) start -= 1;
    let end = at + FIELD.length;
    while (end < plain.length && OF_BODY.test(plain.charAt(end))) end += 1;
    bodies.push(plain.slice(start, end));
    at = end;
  }
  return bodies;
}

/**
 * Reads a form body, which may lack the name of its first field. Returns a string that says why where
 * that fails.
 */
export function fromFormBody(body: string, form = "a form field"): Captured | string {
  const fields = formFields(body);
  if (typeof fields === "string") return fields;
  const [text, ...more] = fields.get("SAMLResponse") ?? [];
  if (text === undefined) return "is a form without the field SAMLResponse";
  if (more.length > 0) return "is a form with more than one field SAMLResponse";
  const [relayState] = fields.get("RelayState") ?? [];
  return { text, is: "base64", form, ...(relayState !== undefined && { relayState }) };
}

function formFields(body: string): Map<string, string[]> | string {
  const fields = new Map<string, string[]>();
  const named = /^[\w.-]+=/.test(body) && body.includes(FIELD);
  for (const pair of (named ? body : `${FIELD}${body}`).split("&")) {
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
