import type { SignInCall } from "../../../aws/saml";
import type { ExplainedError } from "./explained-error";

/** What AWS answered to a call of the live proof. */
export interface LiveCall {
  readonly call: SignInCall;
  /** Region whose endpoint was called. */
  readonly region: string;
  /** Subject of the call: the ARN of the role, or the ID of the instance. */
  readonly subject: string;
  /** `unverified` where the answer says nothing about the sign-in, or there was none. */
  readonly verdict: "passed" | "refused" | "unverified";
  /** What AWS answered where the call succeeded: the session, or the user. */
  readonly seen?: string;
  /** What the error says that AWS answered. */
  readonly explained?: ExplainedError;
  /** Why there is no answer of AWS, and what to do. */
  readonly failure?: string;
}

/** The proof, in the account itself, that a response signs its user in, or does not. */
export interface LiveProof {
  /**
   * The verdict on the sign-in:
   *
   * - `passed`: Amazon Connect let the user in
   * - `refused`: AWS or Amazon Connect refused it
   * - `unverified`: it was not sent, not answered, or answered with an error that says nothing about it
   */
  readonly verdict: LiveCall["verdict"];
  /** The calls, in their order; empty where nothing was sent. */
  readonly calls: readonly LiveCall[];
  /** Why nothing was sent. */
  readonly notSent?: string;
}
