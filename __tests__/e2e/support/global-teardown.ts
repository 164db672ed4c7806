import { rmSync } from "node:fs";

import { SHARED } from "./packed";

/** Removes what the workers shared. */
export default function globalTeardown(): void {
  const shared = process.env[SHARED];
  if (shared !== undefined) rmSync(shared, { recursive: true, force: true });
}
