import { writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Tells if everything is tried, as `npm run proof` does, and not the quick part that every test run has. */
export const EVERYTHING = process.env["CONNECT_SSO_PROOF"] === "true";

/** What a proof counted or measured, as docs/reliability.md shows it. */
export interface Figure {
  /** What was tried, such as `requests to assume a role`. */
  readonly what: string;
  /** What came of it, such as `458 of 458 as documented`. */
  readonly result: string;
}

/** How to describe what is not quick, and so runs in `npm run proof` alone. */
export function notQuick<T>(describing: T): T | typeof describe.skip {
  return EVERYTHING ? describing : describe.skip;
}

/** Keeps the figures of a proof in `proof/` for the documentation, where everything was tried. */
export function keepFigures(proof: string, figures: readonly Figure[]): void {
  if (!EVERYTHING) return;
  const file = resolve(__dirname, `../../proof/${proof}.json`);
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
