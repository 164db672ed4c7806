/** One result of the comparison with an AWS account. */
export interface Finding {
  /**
   * Result of the comparison:
   *
   * - `ok`: as configured
   * - `error`: not as configured, so somebody cannot sign in, or somebody can who should not
   * - `warning`: worth a look, but everybody can sign in
   * - `waiting`: does not exist, because it cannot before the console visit
   * - `unread`: could not be read with these credentials, so it was not compared
   */
  readonly verdict: "ok" | "error" | "warning" | "waiting" | "unread";
  /** The thing that was compared, such as `role AmazonConnectAgentAccessRole`. */
  readonly subject: string;
  /** One line: what was found, why it matters, what to do. */
  readonly message: string;
  /** The stack that creates it; left out when no stack does. */
  readonly stack?: "federation" | "assignments";
}

/** The result of an attempt to read something. */
export type Reading<T> =
  | { readonly is: "there"; readonly value: T }
  | { readonly is: "missing" }
  | { readonly is: "unread"; readonly why: string };

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
      return [{ ...about, verdict: "unread", message: `could not be read: ${reading.why}` }];
  }
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
