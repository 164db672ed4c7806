import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import type { Figure } from "../../bench/compare";
import { HEADS, tableOf } from "../../bench/table";
import { markdownTable } from "../../modules/text";

const FILE = resolve(__dirname, "../../bench/figures.json");

/** Writes the figures that `npm run bench` kept. */
export function performance(): string {
  const { node, figures } = JSON.parse(readFileSync(FILE, "utf8")) as {
    readonly node: string;
    readonly figures: readonly Figure[];
  };
  return `\`npm run bench\`, with Node.js ${node.replace(/^v/, "")}:\n\n${markdownTable(HEADS, tableOf(figures))}`;
}
