/** Writes the README's blocks of real output again. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

import { readmeBlocks, withBlocks } from "./readme-blocks";

const file = resolve(__dirname, "../README.md");
writeFileSync(file, withBlocks(readFileSync(file, "utf8"), readmeBlocks()));
