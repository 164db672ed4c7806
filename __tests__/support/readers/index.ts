import { join } from "node:path";

import { succeed } from "../command";

/** What a reader makes of HTML: an element with its attributes and what is in it, or a text. */
export type Tree = string | readonly [string, Readonly<Record<string, string>>, ...Tree[]];

/** What a terminal shows, and what else a text made it do. */
export interface Screen {
  readonly text: string;
  /** Column of the cursor afterwards. */
  readonly column: number;
  /** Sequences that were commands, bells, changes of the title, and answers. */
  readonly events: readonly string[];
}

/** Reads pages as browsers do (parse5). */
export function readHtml(pages: readonly string[]): Promise<Tree[]> {
  return read("html", pages);
}

/** Reads Markdown as GitHub does (micromark with its GFM extension), as the HTML that comes of it. */
export function readMarkdown(documents: readonly string[]): Promise<Tree[]> {
  return read("markdown", documents);
}

/** Writes texts to terminals, each to its own (xterm.js). */
export function readScreens(written: readonly string[]): Promise<Screen[]> {
  return read("terminal", written);
}

/** The parsers are ES modules, which Jest does not load: they run beside it. */
async function read<T>(kind: string, texts: readonly string[]): Promise<T[]> {
  const program = join(__dirname, `${kind}.mjs`);
  const output = await succeed("node", [program], {
    cwd: __dirname,
    input: JSON.stringify(texts),
  });
  return JSON.parse(output) as T[];
}
