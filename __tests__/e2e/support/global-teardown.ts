import { rmSync } from "node:fs";

import type { MotoPool } from "./moto-pool";
import { SHARED } from "./packed";

/** Removes what the workers shared. */
export default async function globalTeardown(): Promise<void> {
  const { pool } = globalThis as { pool?: MotoPool };
  await pool?.stop();
  const shared = process.env[SHARED];
  if (shared !== undefined) rmSync(shared, { recursive: true, force: true });
}
