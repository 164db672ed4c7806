/**
 * Writes the pages and blocks of the documentation that are made from the source again. With `--check`
 * it writes nothing, names each that is stale, and exits with 1 if there are any.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

import { generatedPages, ROOT } from "./docs/pages";

async function run(isCheck: boolean): Promise<void> {
  for (const [file, text] of Object.entries(await generatedPages())) {
    const path = resolve(ROOT, file);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    if (isCheck) {
      console.error(`${file} is stale; run npm run docs`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, text);
    }
  }
}

void run(process.argv.includes("--check"));
