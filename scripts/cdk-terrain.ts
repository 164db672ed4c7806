/** Writes what the built package has for CDK Terrain into `lib/cdktn/`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

import { FOLDER, forCdkTerrain } from "./for-cdk-terrain";

const LIB = resolve("lib"); // npm runs this in the folder of the package, which may be a copy

const built = readdirSync(LIB, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(js|d\.ts)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => [relative(LIB, file).split(sep).join("/"), readFileSync(file, "utf8")] as const)
  .filter(([path]) => !path.startsWith(`${FOLDER}/`));

const files = forCdkTerrain(Object.fromEntries(built), ["index", "synth/index"]);
for (const [path, text] of Object.entries(files)) {
  const file = join(LIB, FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
