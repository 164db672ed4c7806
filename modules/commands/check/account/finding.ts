import type { Reading, Unread } from "../../aws";

/** One result of the comparison with an AWS account. */
export interface Finding {
  /**
   * Result of the comparison:
   *
   * - `ok`: as configured
   * - `error`: not as configured, so somebody cannot sign in, or somebody can who should not
   * - `warning`: worth a look, but everybody can sign in
   * - `waiting`: does not exist, because it cannot before the console visit
   * - `unread`: these credentials may not read it, so it was not compared
   * - `failed`: could not be read for another reason, so it was not compared
   */
  readonly verdict: "ok" | "error" | "warning" | "waiting" | "unread" | "failed";
  /** The thing that was compared, such as `role AmazonConnectAgentAccessRole`. */
  readonly subject: string;
  /** One line: what was found, why it matters, what to do. */
  readonly message: string;
  /** The stack that creates it; left out when no stack does. */
  readonly stack?: "federation" | "assignments" | "people";
}

/** Turns a reading into findings: those of the comparison, or that the thing is missing or unread. */
export function whenRead<T>(
  reading: Reading<T>,
  about: Pick<Finding, "subject" | "stack">,
  missing: Pick<Finding, "verdict" | "message">,
  compare: (value: T) => readonly Pick<Finding, "verdict" | "message">[],
): Finding[] {
  switch (reading.is) {
    case "there":
      return compare(reading.value).map((found) => ({ ...about, ...found }));
    case "missing":
      return [{ ...about, ...missing }];
    case "unread":
      return [{ ...about, ...unread(reading) }];
  }
}

/** Makes a verdict for what could not be read. */
export function unread({ verdict, why }: Unread) {
  return { verdict, message: `could not be read: ${why}` } as const;
}

/** Makes a verdict for what is as configured. */
export function ok(message: string) {
  return { verdict: "ok", message } as const;
}

/** Makes a verdict for what keeps sign-in from working as configured. */
export function error(message: string) {
  return { verdict: "error", message } as const;
}

/** Makes a verdict for what is worth a look. */
export function warning(message: string) {
  return { verdict: "warning", message } as const;
}
