import { escapeTemplates, mapTexts } from "../../text";
import { interpolated, type Line, layout, oneLine } from "./layout";
import { group, type Node } from "./nodes";
import { type Part, readTemplate } from "./read";

/** A value in Terraform's JSON syntax. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Writes `name = value`, where strings in the value are templates. */
export function attribute(key: string, value: Json, indent: number): Line {
  if (typeof value === "string" && isProse(value)) {
    return { key, value: heredoc(value), heredoc: true };
  }
  const nodes = nodesOf(value);
  const [only] = nodes;
  const isMap = only?.kind === "group" && only.open === "{" && only.items.length > 1;
  // A map of several entries has a line for each, as people write it.
  return { key, value: layout(nodes, indent, isMap ? Infinity : indent + key.length + 3) };
}

/** Writes a value in which strings are plain text, as an expression on one line. */
export function expression(value: Json): string {
  return oneLine(nodesOf(plain(value)));
}

/** Escapes the strings of a value, and the keys of its objects, so that none is a template. */
export function plain(value: Json): Json {
  return mapTexts(value, escapeTemplates);
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Writes a template as a quoted string. */
export function quoted(template: string): string {
  return inString(readTemplate(template));
}

function inString(parts: readonly Part[]): string {
  const written = parts.map((part) =>
    "text" in part ? inQuotes(part.text) : `\${${interpolated(part.nodes)}}`,
  );
  return `"${written.join("")}"`;
}

function nodesOf(value: Json): readonly Node[] {
  if (typeof value === "string") {
    const parts = readTemplate(value);
    const [only, ...more] = parts;
    return only && "nodes" in only && more.length === 0
      ? withoutParentheses(only.nodes)
      : [{ kind: "string", text: inString(parts) }];
  }
  if (value === null || typeof value !== "object") return [{ kind: "name", text: String(value) }];
  if (isList(value)) return [group("[", value.map(nodesOf))];
  const items = Object.entries(value).map(([key, own]): Node[] => [
    { kind: "string", text: quoted(key) },
    { kind: "operator", text: "=" },
    ...nodesOf(own),
  ]);
  return [group("{", items)];
}

/** Removes outer parentheses, since CDKTF puts every operation between them. */
function withoutParentheses(nodes: readonly Node[]): readonly Node[] {
  const [only, ...more] = nodes;
  const [item, ...others] = only?.kind === "group" && only.open === "(" ? only.items : [];
  return item && more.length === 0 && others.length === 0 ? withoutParentheses(item) : nodes;
}

/** Recognizes text of whole lines, which is easier to read as a heredoc: a metadata document. */
function isProse(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these can only be written as escapes
  return /^[^\n]*\n[^]*\n$/.test(text) && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
}

/**
 * Writes a template as a heredoc.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#heredoc-strings
 */
function heredoc(template: string): string {
  const text = readTemplate(template)
    .map((part) => ("text" in part ? part.text : `\${${interpolated(part.nodes)}}`))
    .join("");
  // The characters that Terraform trims, including Unicode's "next line".
  const lines = text.split("\n").map((line) => line.replace(/^[\s\u0085]+|[\s\u0085]+$/g, ""));
  let mark = "EOT";
  while (lines.includes(mark)) mark += "_";
  return `<<${mark}\n${text}${mark}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function inQuotes(text: string): string {
  // eslint-disable-next-line no-control-regex -- these can only be written as escapes
  return text.replace(/[\\"\u0000-\u001f\u007f\u2028\u2029\ufeff]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    return ESCAPES[character] ?? `\\u${code}`;
  });
}
