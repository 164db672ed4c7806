import type { InstanceSettings } from "../../config";
import type { SignInAnswer } from "../../aws/saml";

/** What was captured, and what it is held against. */
export interface RehearsalInput {
  /**
   * A SAML response as a browser shows it: base64, also in several lines; the form body or field,
   * URL-encoded (`SAMLResponse=...&RelayState=...`); or XML.
   */
  readonly response: string;
  /** Every configured instance; the response's issuer tells which application is meant. */
  readonly instances: readonly InstanceSettings[];
  /**
   * The moment of sign-in, a valid date.
   *
   * @default - now
   */
  readonly at?: Date;
  /**
   * The relay state that was sent along.
   *
   * @default - that of the form body, if there is one
   */
  readonly relayState?: string;
}

/** Names of the steps for programs, with their titles for people, in the order of checking. */
export const STEPS = {
  response: "SAML response",
  signature: "Signature",
  issuer: "Issuer",
  recipient: "Recipient",
  audience: "Audience",
  validity: "Validity",
  role: "Role",
  "session-name": "Role session name",
  "session-tags": "Session tags",
  "session-duration": "Session duration",
  "relay-state": "Relay state",
  permission: "Permission",
  user: "Connect user",
} as const;

export type StepId = keyof typeof STEPS;

/** `skipped`: cannot be checked because of a step before it, or for lack of what it checks. */
export type StepStatus = "passed" | "failed" | "skipped";

/** One thing that AWS checks. */
export interface RehearsalStep {
  readonly id: StepId;
  readonly title: string;
  readonly status: StepStatus;
  /** What the response has there, or why the step is skipped. */
  readonly seen: string;
  /** Empty unless the step failed. */
  readonly problems: readonly RehearsalProblem[];
  /** What to know though it fails nothing. */
  readonly remarks: readonly string[];
}

/** Why a step failed. */
export interface RehearsalProblem {
  /** The value and the rule that it breaks. */
  readonly message: string;
  /** What the user sees; left out where that is not an error, or not known. */
  readonly answer?: SignInAnswer;
  /** Whether sign-in may succeed all the same, as far as anybody knows. */
  readonly unproven?: true;
  /** What to do. */
  readonly fix: string;
}

/** A problem of a step whose problems all have the same fix. */
export type ProblemWithoutFix = Omit<RehearsalProblem, "fix">;

/** Who gets where. */
export interface Landing {
  /** The role session name, which is the name in Amazon Connect. */
  readonly user: string;
  /** Whether the config has this user; without users there, Connect may have none of this name. */
  readonly userConfigured: boolean;
  /** Name of the instance's config. */
  readonly instance: string;
  readonly instanceArn: string;
  /** Key of the application. */
  readonly application: string;
  readonly roleArn: string;
  /** The relay-state URL, which leads to the landing page. */
  readonly page: string;
  /** The end of the session, counted from the moment of sign-in. */
  readonly until: Date;
}

export interface Rehearsal {
  /** Every step, in the order of checking; which failure AWS comes to first is not documented. */
  readonly steps: readonly RehearsalStep[];
  /** Whether nothing failed, and nothing but the relay state was left unchecked. */
  readonly passed: boolean;
  /** There when it passed. */
  readonly landing?: Landing;
}
