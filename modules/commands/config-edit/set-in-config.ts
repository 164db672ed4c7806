import { isDeepStrictEqual } from "node:util";

import { type Document, isMap, isScalar, type Pair, type YAMLMap } from "yaml";

import { parseYaml } from "../../config";
import { dataOf } from "./data-of";
import { changedLines, type ChangedLine, type Edit, withEdits } from "./edits";

export type { ChangedLine };

/** A value to set, by the keys that lead to it. */
export interface Change {
  readonly path: readonly [string, ...string[]];
  readonly value: string;
}

/**
 * Sets values in the text of a config file, in the place of those that it has, or as new keys.
 * Everything else stays to the letter.
 *
 * @returns the new text and the lines that differ; `undefined` when the file is written in a way in which
 * that cannot be done, such as with an alias in place of a mapping
 */
export function setInConfig(
  text: string,
  changes: readonly Change[],
): { readonly text: string; readonly lines: readonly ChangedLine[] } | undefined {
  const { document } = parseYaml(text);
  if (!document) return undefined;
  const edits = changes.flatMap((change) => editFor(text, document, change) ?? []);
  if (edits.length < changes.length) return undefined;
  const changed = withEdits(text, edits);
  const wanted = changes.reduce(withValue, dataOf(text));
  if (!isDeepStrictEqual(dataOf(changed), wanted)) return undefined;
  return { text: changed, lines: changedLines(text, edits) };
}

function editFor(text: string, { contents }: Document, { path, value }: Change): Edit | undefined {
  let map: unknown = contents;
  let holder: Pair | undefined;
  for (const [depth, key] of path.entries()) {
    const rest = path.slice(depth);
    if (!isMap(map)) {
      // A key without a value: its mapping begins here.
      const empty = map === null || (isScalar(map) && map.value === null && map.source === "");
      return holder && empty ? below(text, holder, rest, value) : undefined;
    }
    const pair: Pair | undefined = map.items.find((item) => keyOf(item) === key);
    if (!pair) return into(text, map, rest, value);
    if (rest.length === 1) return replacement(text, pair, value);
    holder = pair;
    map = pair.value;
  }
  return undefined;
}

function replacement(text: string, { value: node }: Pair, value: string): Edit | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const isOneLine = start < end && !text.slice(start, end).includes("\n");
  return isOneLine ? { start, end, text: scalar(value) } : undefined;
}

/** Adds keys to a mapping, after its last line or within its braces. */
function into(text: string, map: YAMLMap, keys: readonly string[], value: string) {
  if (!map.range) return undefined;
  const [first, last] = [map.items[0], map.items.at(-1)];
  if (map.flow) {
    const end = last === undefined ? map.range[0] + 1 : endOf(last);
    if (end === undefined) return undefined;
    const entry = inBraces(keys, value);
    return { start: end, end, text: last === undefined ? ` ${entry} ` : `, ${entry}` };
  }
  const [start, end] = [first && startOf(first), last && endOf(last)];
  if (start === undefined || end === undefined) return undefined;
  return lineAfter(text, end, inLines(keys, value, columnOf(text, start)));
}

/** Makes the mapping of a key that has no value. */
function below(text: string, holder: Pair, keys: readonly string[], value: string) {
  const [start, end] = isScalar(holder.key) ? (holder.key.range ?? []) : [];
  if (start === undefined || end === undefined) return undefined;
  return lineAfter(text, end, inLines(keys, value, columnOf(text, start) + 2));
}

function lineAfter(text: string, offset: number, lines: readonly string[]): Edit {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  // A text of several lines ends after its last line.
  const found = text.indexOf(newline, text.slice(0, offset).trimEnd().length);
  const end = found === -1 ? text.length : found;
  return { start: end, end, text: lines.map((line) => `${newline}${line}`).join("") };
}

function inLines(keys: readonly string[], value: string, indent: number): string[] {
  return keys.map((key, depth) => {
    const own = depth === keys.length - 1 ? ` ${scalar(value)}` : "";
    return `${" ".repeat(indent + 2 * depth)}${key}:${own}`;
  });
}

function inBraces([key = "", ...rest]: readonly string[], value: string): string {
  return `${key}: ${rest.length === 0 ? scalar(value) : `{ ${inBraces(rest, value)} }`}`;
}

/** Writes a value plainly where no YAML reads it as anything else, and in quotes where one may. */
function scalar(value: string): string {
  return /^[A-Za-z][\w./:-]*[\w/-]$/.test(value) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : undefined;
}

function startOf({ key }: Pair): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined;
}

function endOf({ key, value }: Pair): number | undefined {
  const range = (value ?? key) as { readonly range?: readonly number[] | null };
  return range.range?.[1];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** The data with a value at the end of a path; `undefined` where there is no place for it. */
function withValue(data: unknown, { path: [key, ...rest], value }: Change): unknown {
  if (typeof data !== "object" || Array.isArray(data)) return undefined;
  const own = data as Readonly<Record<string, unknown>> | null;
  const [next, ...others] = rest;
  const inner =
    next === undefined ? value : withValue(own?.[key] ?? {}, { path: [next, ...others], value });
  return { ...own, [key]: inner };
}
