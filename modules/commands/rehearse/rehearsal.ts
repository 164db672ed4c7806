import type { InstanceSettings } from "../../config";
import type { SignInAnswer } from "../../aws/saml";

/** Input of a rehearsal: what was captured, and the configs to compare it with. */
export interface RehearsalInput {
  /**
   * A SAML response as a browser shows it: base64, also in several lines; the form body or field,
   * URL-encoded (`SAMLResponse=...&RelayState=...`); or XML.
   */
  readonly response: string;
  /** Every configured instance; the response's issuer decides which application it is for. */
  readonly instances: readonly InstanceSettings[];
  /**
   * The moment of sign-in, a valid date.
   *
   * @default - now
   */
  readonly at?: Date;
  /**
   * The relay state that was sent with the response.
   *
   * @default - the one in the form body, if there is one
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

/** Name of a step, for programs. */
export type StepId = keyof typeof STEPS;

/** Result of a step; `skipped` when an earlier step or a missing value leaves nothing to check. */
export type StepStatus = "passed" | "failed" | "skipped";

/** One check that AWS makes, and its result. */
export interface RehearsalStep {
  readonly id: StepId;
  readonly title: string;
  readonly status: StepStatus;
  /** The value in the response, or the reason why the step is skipped. */
  readonly seen: string;
  /** Why the step failed; empty unless it did. */
  readonly problems: readonly RehearsalProblem[];
  /** Notes that do not make the step fail. */
  readonly remarks: readonly string[];
}

/** Why a step failed. */
export interface RehearsalProblem {
  /** What is wrong: the value and the rule that it breaks. */
  readonly message: string;
  /** Message or page that the user sees; left out where that is not an error, or not known. */
  readonly answer?: SignInAnswer;
  /** Set when AWS does not document that this fails: sign-in may succeed. */
  readonly unproven?: true;
  /** Instruction that fixes the problem. */
  readonly fix: string;
}

/** A problem of a step whose problems all have the same fix. */
export type ProblemWithoutFix = Omit<RehearsalProblem, "fix">;

/** The end of a sign-in that succeeds: the user, the instance, the role and the page. */
export interface Landing {
  /** Role session name, which is the user name in Amazon Connect. */
  readonly user: string;
  /** True when the config has this user; otherwise Connect may have no user with this name. */
  readonly userConfigured: boolean;
  /** Name of the instance: that of its config file. */
  readonly instance: string;
  readonly instanceArn: string;
  /** Key of the application in the config. */
  readonly application: string;
  readonly roleArn: string;
  /** The relay-state URL, which leads to the landing page. */
  readonly page: string;
  /** The end of the session, counted from the moment of sign-in. */
  readonly until: Date;
}

/** The result of a rehearsal, which `connect-sso rehearse --json` writes. */
export interface Rehearsal {
  /** Every step, in the order of checking; AWS does not document which failure it reports first. */
  readonly steps: readonly RehearsalStep[];
  /** True when no step failed, and none but the relay state was skipped. */
  readonly passed: boolean;
  /** Where the user signs in; left out unless the rehearsal passed. */
  readonly landing?: Landing;
}
