import { shortened } from "../../text";
import { BadAnswer } from "./bounded-handler";
import { NoCredentials, OutOfTime } from "./bounds";

/** Why a call failed, for another reason than a missing permission. */
export interface CallFailure {
  readonly why: string;
  /** What to do about it; left out where other credentials are needed. */
  readonly fix?: string;
}

/** Characters of a foreign message that are shown. */
const SHOWN = 200;

const CREDENTIALS: readonly (readonly [name: RegExp, why: string])[] = [
  [/^(CredentialsProviderError|TokenProviderError)$/, "no credentials"],
  [/^(ExpiredToken|RequestExpired)/, "the credentials have expired"],
  [
    /^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure)/,
    "AWS does not accept the credentials",
  ],
];

/** Says why a call to AWS failed, and what to do. */
export function callFailure(error: unknown): CallFailure {
  if (error instanceof OutOfTime) {
    return { why: error.message, fix: "check the network, or name fewer configs" };
  }
  if (error instanceof NoCredentials) {
    return {
      why: error.message,
      fix: "run aws sts get-caller-identity with the same profile, to see what its sign-in or its credential_process waits for",
    };
  }
  if (error instanceof BadAnswer) {
    return { why: error.message, fix: "check the network and the proxy" };
  }
  const { name, message, $metadata } = error as Failed;
  const [line = ""] = String(message).split("\n");
  const detail = shortened(line, SHOWN);
  const [, credentials] = CREDENTIALS.find(([pattern]) => pattern.test(name)) ?? [];
  if (credentials !== undefined) return { why: `${credentials} (${detail})` };
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    return {
      why: `the call failed (${detail})`,
      fix: "check the network and the AWS configuration files",
    };
  }
  if (status === 429 || /Throttl|TooManyRequests/.test(name)) {
    return { why: `AWS refuses so many requests (${name})`, fix: "try again in a few minutes" };
  }
  if (status >= 500) {
    return {
      why: `AWS answered with an internal error (status ${String(status)})`,
      fix: "try again in a few minutes",
    };
  }
  return status < 300
    ? { why: `the answer cannot be read (${detail})`, fix: "check the network and the proxy" }
    : { why: `AWS answered ${name} (${detail})` };
}

/** Tells if an error is one that AWS answered, rather than one of the way there and back. */
export function isAnswered(error: unknown): error is Error {
  const { $metadata } = error as Failed;
  return !isOurs(error) && ($metadata?.httpStatusCode ?? 0) >= 400;
}

/** Tells if an error is one of ours, whose message has nothing of an answer. */
export function isOurs(error: unknown): error is BadAnswer | OutOfTime {
  return error instanceof BadAnswer || error instanceof OutOfTime;
}

interface Failed {
  readonly name: string;
  readonly message: unknown;
  /** How the call went, where there was an answer; added by the SDK. */
  readonly $metadata?: { readonly httpStatusCode?: number };
}
