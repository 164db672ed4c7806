import { isDeepStrictEqual } from "node:util";

import { isMap, isNode, isScalar } from "yaml";

import { parseYaml } from "../../config";
import { dataOf } from "../config-edit";
import { yamlText } from "../yaml-text";
import type { List } from "./list";

const REMARK =
  "# What exists, as connect-sso adopt found it. Remove this after the next deployment.";

/**
 * Writes the lines of a config that say what exists; nothing when nothing exists. A character that
 * cannot be seen is written as YAML escapes it.
 */
export function adoptLines(list: List): string {
  if (Object.keys(list).length === 0) return "";
  return yamlText({ adopt: list });
}

/**
 * Puts the list of what exists into the text of a config file, in the place of the one that it has or
 * at its end. Everything else stays to the letter.
 *
 * @returns the new text; `undefined` when the file is written in a way in which that cannot be done,
 * such as one mapping in braces
 */
export function withList(text: string, list: List): string | undefined {
  const contents = parseYaml(text).document?.contents;
  if (!isMap(contents) || contents.flow || !contents.range) return undefined;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === "adopt");
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = " ".repeat(columnOf(text, contents.range[0]));
  const lines = (written: string) =>
    written
      .split("\n")
      .map((line) => (line === "" ? line : `${indent}${line}`))
      .join(newline);
  const block = adoptLines(list);
  if (!pair && block === "") return text;
  const remark = lines(`${REMARK}\n`);
  const changed = pair
    ? replaced(text, rangeOf(text, pair), lines(block).trimStart(), remark)
    : `${text}${text.endsWith("\n") ? "" : newline}${remark}${lines(block)}`;
  return isDeepStrictEqual(dataOf(changed), expected(text, list)) ? changed : undefined;
}

function expected(text: string, list: List): unknown {
  const rest = Object.entries(dataOf(text) ?? {}).filter(([key]) => key !== "adopt");
  const own = Object.keys(list).length > 0 ? [["adopt", list] as const] : [];
  return Object.fromEntries([...rest, ...own]);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** The range from the key of a pair to the end of the last line that its value has. */
function rangeOf(text: string, pair: { key: unknown; value: unknown }): [number, number] {
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const end = isNode(pair.value) ? (pair.value.range?.[1] ?? start) : start;
  const content = text.slice(start, end).trimEnd();
  const line = text.indexOf("\n", start + content.length);
  return [start, line === -1 ? text.length : line + 1];
}

/** Removes the lines of a range, with the remark before them, or replaces the range. */
function replaced(text: string, [start, end]: [number, number], by: string, remark: string) {
  const before = text.slice(0, by === "" ? start - columnOf(text, start) : start);
  const kept = by === "" && before.endsWith(remark) ? before.slice(0, -remark.length) : before;
  return `${kept}${by}${text.slice(end)}`;
}
