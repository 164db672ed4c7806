/** What a comparison with the account found out about one thing. */
export interface Finding {
  /**
   * - `ok`: as configured
   * - `error`: not as configured, so that somebody cannot sign in, or somebody else can
   * - `warning`: worth a look, but nobody is kept out by it
   * - `waiting`: not there, as it cannot be before the console visit
   * - `unread`: could not be read with these credentials, so that nothing is said of it
   */
  readonly verdict: "ok" | "error" | "warning" | "waiting" | "unread";
  /** What was looked at: `role AmazonConnectAgentAccessRole`. */
  readonly subject: string;
  /** In one line: what was found, the rule it breaks, what to do. */
  readonly message: string;
  /** The stack that makes it; left out for what no stack makes. */
  readonly stack?: "federation" | "assignments";
}

/** What came of an attempt to read something. */
export type Reading<T> =
  | { readonly is: "there"; readonly value: T }
  | { readonly is: "missing" }
  | { readonly is: "unread"; readonly why: string };

/** Findings about one thing, or that it could not be read. */
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

export function ok(message: string) {
  return { verdict: "ok", message } as const;
}

export function error(message: string) {
  return { verdict: "error", message } as const;
}

export function warning(message: string) {
  return { verdict: "warning", message } as const;
}
