import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads the licence of this package, three folders above this file, built or not. In a file that
 * imports CDKTF it would be four, in the one that the build makes of it for CDK Terrain.
 */
export function licence(): string {
  return (text ??= readFileSync(join(__dirname, "../../../LICENSE"), "utf8"));
}

/** It is read once, for all instances. */
let text: string | undefined;
