import { decodeXML } from "entities";

import type { Captured } from "./captured";
import { fromClipboard } from "./clipboard";
import { SINGLE_MAX, tooLong } from "./decode";
import { formBodies, fromFormBody } from "./form-body";
import { fromJson } from "./json-capture";
import { fromWebPage, isWebPage } from "./web-page";
import type { Refusal } from "../../verdict";

/**
 * Finds the responses in a capture, whatever its form, in their order there. Where there is none, it
 * returns a string that says why, or what AWS refuses about it.
 */
export function findCaptured(capture: string): readonly Captured[] | Refusal | string {
  const text = capture.replace(/^\ufeff/, "").trim();
  if (text === "") return "is empty";
  if (/^[{[]/.test(text)) return fromJsonText(text);
  // Only a log of a browser is longer. What remains of it is searched several times.
  if (text.length > PAGE_MAX) return tooLong(SINGLE_MAX, "more than ");
  if (isWebPage(text)) {
    const found = fromWebPage(text);
    return found.length > 0
      ? found
      : "is a web page without the form of a SAML response; save the page that posts the form, or record the sign-in";
  }
  const commands = /^(curl |Invoke-|(await )?fetch\(|\$\w|POST )/i.test(text);
  const bodies = formBodies(text);
  if (commands || bodies.length > 1) return fromBodies(text, bodies);
  // What is longer is not one response, which is all that is left; its real length may not be known.
  if (text.length > SINGLE_MAX) return tooLong(SINGLE_MAX, "more than ");
  return fromOne(text);
}

/** Number of characters of a web page or a text that is searched for responses. */
const PAGE_MAX = 5_000_000;

function fromJsonText(text: string): readonly Captured[] | string {
  const json = parsed(text);
  if (json === undefined) {
    return "looks like JSON, but cannot be read: it breaks off, or is longer than 64 MB; export fewer requests";
  }
  const found = fromJson(json);
  return found.length > 0
    ? found
    : "is JSON without a SAML response; record the sign-in from the tile on, and keep the log where a page leads to another";
}

function fromBodies(text: string, bodies: readonly string[]): readonly Captured[] | string {
  const sentTo = /https:\/\/[^\s"'^]+/.exec(text.slice(0, 10_000))?.[0];
  const read = bodies.map((body) => fromFormBody(body, "a command or request"));
  const found = read.flatMap((one) => (typeof one === "string" ? [] : [one]));
  const [problem = "is a command or request without the field SAMLResponse"] = read.filter(
    (one) => typeof one === "string",
  );
  if (found.length === 0) return problem;
  return found.map((one) =>
    found.length === 1 && sentTo !== undefined ? { ...one, sentTo } : one,
  );
}

/** Reads one response: XML, base64, or a form body. */
function fromOne(copied: string): readonly Captured[] | string {
  const { text, relayState } = fromClipboard(copied);
  const state = relayState === undefined ? {} : { relayState };
  const xml = xmlIn(text);
  if (xml !== undefined) return [{ text: xml, is: "XML", form: "XML", ...state }];
  if (!/[%&]|SAMLResponse=/.test(text)) {
    return [{ text, is: "base64", form: "base64", ...state }];
  }
  // A body alone may have spaces, where plus signs were lost; among other words it ends with a space.
  const body = /^[\w.-]+=/.test(text) ? text : (formBodies(text)[0] ?? text);
  const read = fromFormBody(body);
  return typeof read === "string" ? read : [{ ...state, ...read }];
}

/** The XML in a text that was copied with words around it, or with its tags escaped. */
function xmlIn(text: string): string | undefined {
  const plain = /^\s*&lt;/.test(text) ? decodeXML(text) : text;
  if (plain.startsWith("<")) return plain;
  const start = plain.search(/<(\?xml|([\w.-]+:)?Response[\s>])/);
  return start < 0 ? undefined : plain.slice(start, plain.lastIndexOf(">") + 1);
}

function parsed(text: string): unknown {
  if (!isWithinBounds(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A log nests a dozen levels, has a million lists and objects, and a dozen keys in each; to read far more
 * takes long.
 */
const MAX_NESTING = 500;
const MAX_LISTS = 4_000_000;
const MAX_KEYS = 100_000;

function isWithinBounds(json: string): boolean {
  /** The commas between the keys of each object that is open; a list may have as many as it likes. */
  const commas: number[] = [];
  let lists = 0;
  let isText = false;
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    if (code === 0x22) isText = !isText;
    else if (isText) index += code === 0x5c ? 1 : 0;
    else if (code === 0x5b || code === 0x7b) {
      commas.push(code === 0x7b ? 0 : -Infinity);
      lists += 1;
      if (commas.length > MAX_NESTING || lists > MAX_LISTS) return false;
    } else if (code === 0x5d || code === 0x7d) commas.pop();
    else if (code === 0x2c) {
      const count = (commas.pop() ?? -Infinity) + 1;
      if (count >= MAX_KEYS) return false;
      commas.push(count);
    }
  }
  return true;
}
