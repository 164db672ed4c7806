import { percentDecoded } from "../../../../text";
import type { Captured } from "./captured";
import { formBodies, fromFormBody } from "./form-body";
import { fromWebPage, isWebPage } from "./web-page";

/**
 * Finds the responses in JSON: a HAR file of a browser, or what an extension exported. A HAR file has
 * them in the requests that were posted, or else in the pages that have the browser post them.
 */
export function fromJson(json: unknown): Captured[] {
  const entries = at(at(json, "log"), "entries");
  if (!Array.isArray(entries)) return fromAnywhere(json, "a field of JSON");
  const posted = entries.flatMap((entry) => fromRequest(entry));
  return posted.length > 0 ? posted : entries.flatMap((entry) => fromPage(entry));
}

const HAR = "a HAR file";

function fromRequest(entry: unknown): Captured[] {
  const request = at(entry, "request");
  const post = at(request, "postData");
  const text = at(post, "text");
  const sent = { ...posting(at(request, "url"), at(entry, "startedDateTime")), form: HAR };
  const bodies = typeof text === "string" ? formBodies(text) : [];
  const read = bodies.flatMap((body) => {
    const one = fromFormBody(body, HAR);
    return typeof one === "string" ? [] : [{ ...one, ...sent }];
  });
  if (read.length > 0) return read;
  // Some browsers list the fields alone; some of them leave them URL-encoded.
  return fromAnywhere(at(post, "params"), HAR).map((one) => ({ ...one, ...sent }));
}

function fromPage(entry: unknown): Captured[] {
  const content = at(at(entry, "response"), "content");
  const text = at(content, "text");
  if (typeof text !== "string") return [];
  const html =
    at(content, "encoding") === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
  const sentAt = at(entry, "startedDateTime");
  if (!isWebPage(html)) return [];
  return fromWebPage(html).map((one) => ({ ...one, ...posting(one.sentTo, sentAt), form: HAR }));
}

function posting(url: unknown, time: unknown): Pick<Captured, "sentTo" | "sentAt"> {
  return {
    ...(typeof url === "string" && { sentTo: url }),
    ...(typeof time === "string" && { sentAt: time }),
  };
}

/** JSON is searched this deep. */
const MAX_DEPTH = 20;

/** Finds fields in any JSON: `{SAMLResponse: ...}`, `{name: "SAMLResponse", value: ...}`, or as a pair. */
function fromAnywhere(json: unknown, form: string, depth = 0): Captured[] {
  if (depth > MAX_DEPTH || typeof json !== "object" || json === null) {
    return typeof json === "string" && json.includes("SAMLResponse=")
      ? formBodies(json).flatMap((body) => {
          const one = fromFormBody(body, form);
          return typeof one === "string" ? [] : [one];
        })
      : [];
  }
  const fields = fieldsOf(json);
  const text = fields.get("SAMLResponse");
  if (text !== undefined) {
    const relayState = fields.get("RelayState");
    const isEncoded = text.includes("%");
    const plain = (value: string) => (isEncoded ? percentDecoded(value) : value);
    const state = relayState === undefined ? {} : { relayState: plain(relayState) };
    return [{ text: plain(text), is: "base64", form, ...state }];
  }
  const sent = posting(at(json, "url"), undefined);
  return Object.values(json).flatMap((value) =>
    fromAnywhere(value, form, depth + 1).map((one) => ({ ...sent, ...one })),
  );
}

/** Lists the fields of an object, or of a list of fields. */
function fieldsOf(json: object): Map<string, string> {
  const pairs = Array.isArray(json)
    ? json.map((one: unknown): unknown[] =>
        Array.isArray(one) ? one : [at(one, "name"), at(one, "value")],
      )
    : Object.entries(json);
  return new Map(
    pairs.flatMap(([name, value]) =>
      typeof name === "string" && typeof value === "string" ? [[name, value]] : [],
    ),
  );
}

function at(json: unknown, key: string): unknown {
  return typeof json === "object" && json !== null && Object.hasOwn(json, key)
    ? (json as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
