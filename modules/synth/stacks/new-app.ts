import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { App } from "cdktf";

/** Makes an app without an output folder: CDKTF makes one at once, which nothing is written to. */
export function newApp(): App {
  const outdir = mkdtempSync(join(tmpdir(), "connect-sso-"));
  try {
    return new App({ outdir, stackTraces: false });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
