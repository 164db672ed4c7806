import type { SIGN_IN_FAILURES } from "./sign-in-failures";

/** The two calls that a sign-in to Amazon Connect makes, in their order. */
export type SignInCall = "AssumeRoleWithSAML" | "GetFederationToken";

/** Name of a known failure of sign-in. */
type SignInFailureName = keyof typeof SIGN_IN_FAILURES;

/** The step of a sign-in that an answer of AWS is about. */
export type RefusedStep =
  | "response"
  | "signature"
  | "issuer"
  | "recipient"
  | "audience"
  | "validity"
  | "role"
  | "session-name"
  | "session-tags"
  | "session-duration"
  | "relay-state"
  | "permission"
  | "user";

/** What an error that AWS answers means. */
type AnsweredError =
  /** AWS refuses this sign-in, in a way that users see as a known failure. */
  | { readonly is: "failure"; readonly step: RefusedStep; readonly failure: SignInFailureName }
  /** AWS refuses this sign-in; no page says what users see. Cause and fix are clauses. */
  | {
      readonly is: "described";
      readonly step: RefusedStep;
      readonly cause: string;
      readonly fix: string;
    }
  /** AWS could not answer, so that nothing follows for this sign-in. */
  | { readonly is: "unavailable" }
  /** AWS documents no such error for this call. */
  | { readonly is: "unknown" };

function refused(step: RefusedStep, failure: SignInFailureName): AnsweredError {
  return { is: "failure", step, failure };
}

function described(step: RefusedStep, cause: string, fix: string): AnsweredError {
  return { is: "described", step, cause, fix };
}

/**
 * Messages of AssumeRoleWithSAML. Their error codes say less: `InvalidIdentityToken` stands for most.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 */
const MESSAGES: readonly (readonly [message: RegExp, meaning: AnsweredError])[] = [
  [/not authorized to perform:? sts:AssumeRoleWithSAML/i, refused("role", "notAuthorized")],
  [
    /not authorized to perform:? sts:TagSession/i,
    described(
      "session-tags",
      "the response has session tags, which the role's trust policy does not allow",
      "remove the attribute mappings of PrincipalTag, or allow sts:TagSession in the trust policy",
    ),
  ],
  [
    /not authorized to perform:? sts:SetSourceIdentity/i,
    described(
      "session-tags",
      "the response has a source identity, which the role's trust policy does not allow",
      "remove the attribute mapping of SourceIdentity, or allow sts:SetSourceIdentity in the trust policy",
    ),
  ],
  [/RoleSessionName is required/i, refused("session-name", "sessionNameMissing")],
  [/RoleSessionName in AuthnResponse must match/i, refused("session-name", "sessionNameInvalid")],
  [/Response signature invalid/i, refused("signature", "signatureInvalid")],
  [/Issuer not present in specified provider/i, refused("issuer", "issuerNotPresent")],
  [/Specified provider doesn.t exist/i, refused("role", "noProvider")],
  [/required audience/i, refused("audience", "audienceMissing")],
  [/must be redeemed within 5 minutes/i, refused("validity", "tooLate")],
  [/DurationSeconds exceeds/i, refused("session-duration", "tooLong")],
  [/invalid SAML response/i, refused("response", "invalidResponse")],
];

const REHEARSE = "capture a response, and have the command rehearse check it step by step";

/** Errors by call, without "Exception" at the end, which not every source of them writes. */
const ERRORS: Readonly<Record<SignInCall, Readonly<Record<string, AnsweredError>>>> = {
  /** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html */
  AssumeRoleWithSAML: {
    ExpiredToken: refused("validity", "tooLate"),
    AccessDenied: described(
      "role",
      "AWS denies the role for the reason in its message",
      "compare the role's trust policy with the response, and look for a policy of the organization that denies it",
    ),
    InvalidIdentityToken: described("response", "AWS could not validate the response", REHEARSE),
    IDPRejectedClaim: described(
      "response",
      "AWS takes the response as a failed authentication, which can be an invalid claim",
      REHEARSE,
    ),
    PackedPolicyTooLarge: described(
      "session-tags",
      "the session tags in the response are too large together",
      "remove attribute mappings of PrincipalTag from the application",
    ),
    RegionDisabled: described(
      "recipient",
      "AWS STS is not activated in this region for the account",
      "activate the region in the IAM console (Account settings, Security Token Service), or set signInEndpoint to the other endpoint and change the ACS URL with it",
    ),
  },
  /** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetFederationToken.html */
  GetFederationToken: {
    UserNotFound: refused("user", "notOnboarded"),
    DuplicateResource: refused("user", "otherRole"),
    InvalidRequest: refused("user", "badRequest"),
    AccessDenied: refused("permission", "accessDenied"),
    ResourceNotFound: described(
      "relay-state",
      "Amazon Connect has no instance with this ID in this region",
      "compare instanceArn and the relay state with the Amazon Connect console",
    ),
  },
};

/** Errors of AWS itself, and of too many requests: nothing follows from them. */
const UNAVAILABLE = /Throttl|TooManyRequests|InternalS|InternalFailure|InternalError|Unavailable/;

/**
 * Returns what an error means that AWS answers to a call of a sign-in.
 *
 * @param error the code, as the SDK or CloudTrail has it, and the message
 */
export function answeredError(
  call: SignInCall,
  { code, message }: { readonly code: string; readonly message: string },
): AnsweredError {
  if (UNAVAILABLE.test(code)) return { is: "unavailable" };
  const [, told] =
    (call === "AssumeRoleWithSAML" ? MESSAGES : []).find(([words]) => words.test(message)) ?? [];
  if (told) return told;
  const name = code.replace(/^.*[.#:]/, "").replace(/(Exception|Error)$/, "");
  const errors = ERRORS[call];
  return (Object.hasOwn(errors, name) ? errors[name] : undefined) ?? { is: "unknown" };
}
