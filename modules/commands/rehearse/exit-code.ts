import type { Rehearsal } from "./rehearsal";

/** Exit code where it cannot be told if the sign-in would succeed. */
export const UNKNOWN = 3;

/** Returns the exit code of a rehearsal. */
export function exitCode({ passed, verdict }: Pick<Rehearsal, "passed" | "verdict">): number {
  if (passed) return 0;
  return verdict === "unverified" ? UNKNOWN : 1;
}
