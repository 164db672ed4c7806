import { decodeHTML } from "entities";

import type { Captured } from "./captured";

/** Finds the responses in the forms of a web page, as identity providers have browsers post them. */
export function fromWebPage(html: string): Captured[] {
  const found: Captured[] = [];
  // A form has the fields of a response; a page may have several forms.
  for (const part of html.split(/<form\b/i)) {
    const fields = new Map<string, string>();
    for (const tag of inputsIn(part)) {
      const { name, value } = attributesOf(tag);
      if (name !== undefined && value !== undefined) fields.set(name, value);
    }
    const text = fields.get("SAMLResponse");
    if (text === undefined) continue;
    const relayState = fields.get("RelayState");
    const { action } = attributesOf(`<form${part.slice(0, Math.max(part.indexOf(">"), 0))}`);
    found.push({
      text,
      is: "base64",
      form: "the form of a web page",
      ...(relayState !== undefined && { relayState }),
      ...(action !== undefined && { sentTo: action }),
    });
  }
  return found;
}

/** Tells if a text is a web page, or a part of one that has the form. */
export function isWebPage(text: string): boolean {
  return (
    /^(<!doctype\s+html|<html)[\s>]/i.test(text.trimStart()) ||
    inputsIn(text).some((tag) => tag.includes("SAMLResponse"))
  );
}

/** The tags of input fields, without their beginnings. A pattern of the whole tag may take for ever. */
function inputsIn(html: string): string[] {
  return html
    .split(/<input\b/i)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(">") + 1));
}

function attributesOf(tag: string): Partial<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of tag.matchAll(
    /([\w-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    attributes[name.toLowerCase()] ??= decodeHTML(double ?? single ?? bare ?? "");
  }
  return attributes;
}
