import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

import { escapeMarkdown, markdownTable } from "../../modules/text";
import type { Figure } from "../../__tests__/support/figures";

const ROOT = resolve(__dirname, "../..");

/** Blocks with the figures that `npm run proof` kept, by the name of their mark: one of each proof. */
export function figures(): Record<string, () => string> {
  const files = ["__tests__/proof", "__tests__/e2e/proof"]
    .flatMap((folder) => readdirSync(resolve(ROOT, folder)))
    .filter((file) => file.endsWith(".test.ts"));
  return Object.fromEntries(
    files
      .map((file) => basename(file, ".test.ts"))
      .map((proof) => [
        `figures of ${proof}`,
        () => `\`npm run proof -- ${proof}\`\n\n${kept(proof)}`,
      ]),
  );
}

/** Writes a table of the figures that were kept of a proof. */
function kept(proof: string): string {
  const file = resolve(ROOT, `proof/${proof}.json`);
  if (!existsSync(file)) return "No figures are kept yet.";
  const rows = (JSON.parse(readFileSync(file, "utf8")) as Figure[]).map(({ what, result }) => [
    escapeMarkdown(what),
    escapeMarkdown(result),
  ]);
  return markdownTable(["tried", "result"], rows);
}
