import { dirname } from "node:path";

import { App } from "cdktf";

/**
 * Makes an app without an output folder. CDKTF makes one at once, with `stacks` in it, where there is
 * none; this file is in such a folder, to which nothing is written.
 */
export function newApp(): App {
  return new App({ outdir: dirname(__dirname), stackTraces: false });
}
