import { INVISIBLE } from "../text";

/** Writes a value as one JSON document, with every character that cannot be seen escaped. */
export function json(value: unknown): string {
  const lines = JSON.stringify(value, undefined, 2).split("\n");
  return `${lines.map((line) => line.replace(INVISIBLE, escaped)).join("\n")}\n`;
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
