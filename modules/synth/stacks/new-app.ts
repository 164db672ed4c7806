import { App } from "cdktf";

import { APP_FOLDER } from "./app-folder";

/**
 * Makes an app without an output folder. CDKTF makes one at once, with `stacks` in it, where there is
 * none; nothing is written to the one that it gets here.
 */
export function newApp(): App {
  return new App({ outdir: APP_FOLDER, stackTraces: false });
}
