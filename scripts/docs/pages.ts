import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { format, resolveConfig } from "prettier";

import { codeBlock } from "../../modules/text";
import { api } from "./api";
import { configKeys } from "./config-keys";
import { figures } from "./figures";
import { marked } from "./marked";
import { performance } from "./performance";
import { synthErrors, synthOutput, workshopConfig } from "./real-output";
import { refusalCodes } from "./refusal-codes";
import { signInFailures } from "./sign-in-failures";

export const ROOT = resolve(__dirname, "../..");

/** Blocks of the pages that are made from the source, by the name of their mark. */
const BLOCKS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  "README.md": {
    "synth output": () => codeBlock("text", synthOutput()),
    config: () => codeBlock("yaml", workshopConfig()),
  },
  "docs/check.md": { errors: () => codeBlock("text", synthErrors()) },
  "docs/config.md": { keys: configKeys },
  "docs/performance.md": { figures: performance },
  "docs/reliability.md": figures(),
  "docs/troubleshooting.md": { codes: refusalCodes, "sign-in": signInFailures },
};

/** Returns every page that is made from the source, in whole or in part, by its file. */
export async function generatedPages(): Promise<Record<string, string>> {
  const pages = Object.entries(BLOCKS).map(([file, blocks]): [string, string] => [
    file,
    Object.entries(blocks).reduce(
      (page, [name, write]) => marked(page, name, write()),
      readFileSync(resolve(ROOT, file), "utf8"),
    ),
  ]);
  const all: [string, string][] = [...pages, ["docs/api.md", await api()]];
  const config = await resolveConfig(resolve(ROOT, "README.md"));
  const formatted = all.map(async ([file, text]): Promise<[string, string]> => [
    file,
    await format(text, { ...config, parser: "markdown" }),
  ]);
  return Object.fromEntries(await Promise.all(formatted));
}
