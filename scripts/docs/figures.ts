import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

import { escapeMarkdown, markdownTable } from "../../modules/text";
import type { Figure } from "../../__tests__/support/figures";

const FOLDER = resolve(__dirname, "../../proof");

/** Blocks with the figures that `npm run proof` kept, by the name of their mark: one of each proof. */
export function figures(): Record<string, () => string> {
  const proofs = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    proofs.map((file) => [
      `figures of ${basename(file, ".json")}`,
      () => table(basename(file, ".json")),
    ]),
  );
}

/** Writes the figures of a proof with the command that finds them again. */
function table(proof: string): string {
  const kept = JSON.parse(readFileSync(resolve(FOLDER, `${proof}.json`), "utf8")) as Figure[];
  const rows = kept.map(({ what, result }) => [escapeMarkdown(what), escapeMarkdown(result)]);
  return `\`npm run proof -- ${proof}\`\n\n${markdownTable(["tried", "result"], rows)}`;
}
