import { percentDecoded } from "../../../../text";
import type { Captured } from "./captured";
import { formBodies, fromFormBody } from "./form-body";
import { fromWebPage, isWebPage } from "./web-page";

/**
 * Finds the responses in JSON: a HAR file of a browser, or what an extension exported. A HAR file has
 * them in the requests that were posted, or else in the pages that have the browser post them.
 */
export function fromJson(json: unknown): Captured[] {
  const listed = at(at(json, "log"), "entries");
  if (!Array.isArray(listed)) return fromAnywhere(json, "a field of JSON");
  const entries = listed.slice(0, MAX_ENTRIES);
  const posted = entries.flatMap((entry) => fromRequest(entry));
  return posted.length > 0 ? posted : entries.flatMap((entry) => fromPage(entry));
}

const HAR = "a HAR file";

/** Far more requests than any log of a sign-in has. */
const MAX_ENTRIES = 100_000;

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

/** JSON is searched this deep, and this many values of it. */
const MAX_DEPTH = 20;
const MAX_VALUES = 500_000;

/** Finds fields in any JSON: `{SAMLResponse: ...}`, `{name: "SAMLResponse", value: ...}`, or as a pair. */
function fromAnywhere(json: unknown, form: string): Captured[] {
  const found: Captured[] = [];
  let values = 0;
  const search = (value: unknown, depth: number, sent: Pick<Captured, "sentTo">): void => {
    values += 1;
    if (values > MAX_VALUES || depth > MAX_DEPTH) return;
    if (typeof value === "string" && value.includes("SAMLResponse=")) {
      for (const body of formBodies(value)) {
        const one = fromFormBody(body, form);
        if (typeof one !== "string") found.push({ ...sent, ...one });
      }
    }
    if (typeof value !== "object" || value === null) return;
    const fields = fieldsIn(value);
    if (fields) {
      found.push({ ...sent, ...fields, is: "base64", form });
      return;
    }
    const url = at(value, "url");
    const inner = typeof url === "string" ? { sentTo: url } : sent;
    const all = Array.isArray(value) ? value.slice(0, MAX_VALUES) : Object.values(value);
    for (const one of all) search(one, depth + 1, inner);
  };
  search(json, 0, {});
  return found;
}

function fieldsIn(json: object): Pick<Captured, "text" | "relayState"> | undefined {
  const fields = fieldsOf(json);
  const text = fields.get("SAMLResponse");
  if (text === undefined) return undefined;
  const relayState = fields.get("RelayState");
  // Some browsers list fields as they are in the form body, URL-encoded.
  const plain = (value: string) => (text.includes("%") ? percentDecoded(value) : value);
  return {
    text: plain(text),
    ...(relayState !== undefined && { relayState: plain(relayState) }),
  };
}

/** No form has more fields; a longer list is a list of something else. */
const MAX_FIELDS = 1_000;

/** Lists the fields of an object, or of a list of fields. */
function fieldsOf(json: object): Map<string, string> {
  const pairs = Array.isArray(json)
    ? json
        .slice(0, MAX_FIELDS)
        .map((one: unknown): unknown[] =>
          Array.isArray(one) ? one : [at(one, "name"), at(one, "value")],
        )
    : [
        ["SAMLResponse", at(json, "SAMLResponse")],
        ["RelayState", at(json, "RelayState")],
      ];
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
