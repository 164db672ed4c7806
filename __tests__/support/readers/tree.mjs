import process from "node:process";
import { text } from "node:stream/consumers";

/** The JSON list of texts that comes in. */
export async function readTexts() {
  return JSON.parse(await text(process.stdin));
}

export function write(value) {
  process.stdout.write(JSON.stringify(value));
}

/** A tree of parse5 as nested lists: a name, its attributes and its children, or a text. */
export function treeOf(node) {
  if (node.nodeName === "#text") return node.value;
  if (node.nodeName === "#comment") return ["#comment", { data: node.data }];
  const attributes = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]));
  return [node.nodeName, attributes, ...(node.childNodes ?? []).map(treeOf)];
}
