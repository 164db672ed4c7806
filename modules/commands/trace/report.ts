import type { Problem } from "../../config";
import type { RefusedStep, SignInAnswer, SignInCall } from "../../aws/saml";

/**
 * The report that `connect-sso trace --json` writes. Releases may add keys, but neither rename nor
 * remove them.
 */
export interface TraceReport {
  /** Errors in the config and metadata files, because of which nothing was read. */
  readonly problems: readonly Problem[];
  /** The name that was asked for. */
  readonly user: string;
  /** Every name of that person that was looked for. */
  readonly names: readonly string[];
  /** The period that was read. */
  readonly from: Date;
  readonly to: Date;
  /** Calls of the person and those that may be, the earliest first. */
  readonly events: readonly TracedEvent[];
  /** Number of calls of the person that succeeded for a role or an instance that no config has. */
  readonly elsewhere: number;
  /** What was not read, or not wholly, and why. */
  readonly unread: readonly string[];
  /** The end of the last sign-in of the person. */
  readonly outcome: Outcome;
}

/**
 * The end of the last sign-in:
 *
 * - `signed-in`: Amazon Connect let the person in
 * - `refused`: AWS or Amazon Connect refused the person
 * - `unknown`: what was read does not say
 */
export interface Outcome {
  readonly is: "signed-in" | "refused" | "unknown";
  /** One sentence or more that say so, and what to do where that is not known. */
  readonly message: string;
}

/** One call, in the report. */
export interface TracedEvent {
  readonly time: Date;
  readonly region: string;
  readonly call: SignInCall;
  /** `failed` where AWS answered an error from which nothing follows. */
  readonly result: "accepted" | "refused" | "failed";
  /** Name that the event has; left out where it has none. */
  readonly name?: string;
  /** `own`, a `twin` whose name differs in upper and lower case only, or `unnamed`. */
  readonly owner: "own" | "twin" | "unnamed";
  /** Application of the config: `agent of config/workshop.yaml`. */
  readonly application?: string;
  readonly roleArn?: string;
  readonly instanceId?: string;
  /** The error, in the words of AWS. */
  readonly error?: { readonly code: string; readonly message: string };
  /** The step of the sign-in that failed, as `rehearse` names it. */
  readonly step?: RefusedStep;
  /** What the user sees. */
  readonly answer?: SignInAnswer;
  readonly cause?: string;
  readonly fix?: string;
}

/** Returns the exit code: 0 signed in, 1 refused or errors in the config, 3 not known. */
export function exitCode({ problems, outcome }: TraceReport): number {
  if (problems.length > 0 || outcome.is === "refused") return 1;
  return outcome.is === "signed-in" ? 0 : 3;
}
