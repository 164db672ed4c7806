import type { SignInAnswer } from "../../aws/saml";

/**
 * The kinds of verdict, from the lightest to the gravest.
 *
 * - `passed`: AWS takes it, as far as AWS documents what it takes
 * - `differs`: it works, but otherwise than the config says: another page, session or endpoint
 * - `unverified`: it cannot be verified here, and says what it would take
 * - `refused`: AWS documents or reports that it refuses this
 */
export const VERDICTS = ["passed", "differs", "unverified", "refused"] as const;

/** Kind of verdict on one step, or on the whole sign-in. */
export type Verdict = (typeof VERDICTS)[number];

/** A finding of a step: something that AWS refuses, that differs, or that cannot be verified here. */
export type RehearsalProblem = Refusal | Difference | Unverified;

/** Something that AWS documents or reports to refuse. */
export interface Refusal {
  readonly kind: "refused";
  /** What is wrong: the value and the rule that it breaks. */
  readonly message: string;
  /** Page that says so. */
  readonly source: string;
  /** Message or page that the user sees; left out where it is not known. */
  readonly answer?: SignInAnswer;
  /** Instruction that fixes the problem. */
  readonly fix: string;
}

/** Something that works, but otherwise than the config says. */
export interface Difference {
  readonly kind: "differs";
  /** What differs, and what users notice of it. */
  readonly message: string;
  /** Set where users are signed in to AWS, but do not get to Amazon Connect. */
  readonly elsewhere?: true;
  /** Instruction that removes the difference. */
  readonly fix: string;
}

/** Something that cannot be verified here. */
export interface Unverified {
  readonly kind: "unverified";
  /** What cannot be verified, and why. */
  readonly message: string;
  /** What it takes to find out. */
  readonly needs: string;
  /** Instruction that makes sure that it works; left out where there is none. */
  readonly fix?: string;
  /** `false` where the verdict on the sign-in does not depend on it. */
  readonly decisive?: false;
}

/** Finds the gravest of several verdicts; `passed` where there are none. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? "passed";
}
