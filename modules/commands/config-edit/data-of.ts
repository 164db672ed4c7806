import { parseDocument } from "yaml";

/** Reads the data of a config file, to see what an edit changed; `undefined` where it cannot be read. */
export function dataOf(text: string): unknown {
  const document = parseDocument(text, { merge: true });
  try {
    return document.errors.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined; // an alias whose anchor is gone
  }
}
