import type { InstanceSettings } from "../../config";
import type { RehearsalProblem, Verdict } from "./verdict";

/** Input of a rehearsal: what was captured, and the configs to compare it with. */
export interface RehearsalInput {
  /**
   * A SAML response as a browser shows it: base64, also in several lines; the form body or field,
   * URL-encoded (`SAMLResponse=...&RelayState=...`); XML; a HAR file; a command that a browser copied
   * (curl, PowerShell, fetch); or the page with the form.
   */
  readonly response: string;
  /**
   * Number of the response to check where the capture has several, from 1, oldest first.
   *
   * @default - the newest that was posted to AWS
   */
  readonly number?: number;
  /** Every configured instance; the response's issuer decides which application it is for. */
  readonly instances: readonly InstanceSettings[];
  /**
   * The moment of sign-in, a valid date.
   *
   * @default - now, or when the response was issued if that is longer ago than AWS takes it
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

/** One check that AWS makes, and the verdict on it. */
export interface RehearsalStep {
  readonly id: StepId;
  readonly title: string;
  /** Verdict of the step: that of its gravest problem. */
  readonly status: Verdict;
  /**
   * Set where no configured key has signed the value, which makes the status `unverified`: the
   * verdict that there would be on the value if it were what was signed and sent.
   */
  readonly asCaptured?: Verdict;
  /** The value in the response, or the reason why there is nothing to check. */
  readonly seen: string;
  /** Why the step did not pass; empty if it did. */
  readonly problems: readonly RehearsalProblem[];
  /** Notes that change nothing about the verdict. */
  readonly remarks: readonly string[];
}

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
  /** The relay-state URL, which leads to the landing page: that of the capture, or of the config. */
  readonly page: string;
  /** The end of the session, counted from the moment of sign-in. */
  readonly until: Date;
}

/** One of several responses in a capture. */
export interface CapturedResponse {
  /** Number of the response, from 1, oldest first. */
  readonly number: number;
  /** When it says that it was issued, or else when it was posted; not verified. */
  readonly time?: string;
  /** URL that it was posted to. */
  readonly sentTo?: string;
  /** True of the one that is checked. */
  readonly chosen: boolean;
}

/** The moment of sign-in, and where it comes from. */
export interface Moment {
  readonly at: Date;
  /** `given` in the call, `now`, or when the response was `issued`, which is longer ago. */
  readonly from: "given" | "now" | "issued";
}

/** The result of a rehearsal, which `connect-sso rehearse --json` writes. */
export interface Rehearsal {
  /** Verdict on the sign-in. */
  readonly verdict: Verdict;
  /** Steps that decide on the verdict; empty where all passed. */
  readonly decidedBy: readonly StepId[];
  /** True when users get to Amazon Connect, be it otherwise than the config says. */
  readonly passed: boolean;
  /** The moment that the response is checked as of. */
  readonly moment: Moment;
  /** The responses of the capture, oldest first; left out unless there are several. */
  readonly responses?: readonly CapturedResponse[];
  /** Every step, in the order of checking; AWS does not document which failure it reports first. */
  readonly steps: readonly RehearsalStep[];
  /** Where the user signs in; left out unless the verdict is `passed` or `differs`. */
  readonly landing?: Landing;
}
