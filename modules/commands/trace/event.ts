import type { SignInCall } from "../../aws/saml";

/** One call of a sign-in, as CloudTrail has recorded it. */
export interface SignInEvent {
  readonly id?: string;
  readonly time: Date;
  /** Region in whose event history it is. */
  readonly region: string;
  readonly call: SignInCall;
  /** Names that it has for the person: role session name, then name of the subject. May be empty. */
  readonly names: readonly string[];
  readonly roleArn?: string;
  readonly samlProviderArn?: string;
  /** ID of the Amazon Connect instance. */
  readonly instanceId?: string;
  /** The error that AWS answered; left out where the call succeeded. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** The parts of an entry of the event history that are read. */
export interface HistoryEntry {
  readonly EventTime?: Date | undefined;
  readonly CloudTrailEvent?: string | undefined;
}

/** Services that the calls belong to: AWS STS has a GetFederationToken too. */
const SOURCES = {
  AssumeRoleWithSAML: "sts.amazonaws.com",
  GetFederationToken: "connect.amazonaws.com",
} as const satisfies Record<SignInCall, string>;

/** Characters of a value that are kept: far more than any name, ARN or message has. */
const KEPT = 1_000;

/**
 * Reads an entry of the event history; `undefined` for a call of another service, and for an entry that
 * has neither form nor time.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function signInEvent(
  { EventTime, CloudTrailEvent }: HistoryEntry,
  call: SignInCall,
  region: string,
): SignInEvent | undefined {
  const record = parsed(CloudTrailEvent);
  if (record === undefined || textAt(record, "eventSource") !== SOURCES[call]) return undefined;
  if (textAt(record, "eventName") !== call) return undefined;
  const written = new Date(textAt(record, "eventTime") ?? "");
  const time = Number.isNaN(written.getTime()) ? EventTime : written;
  if (!(time instanceof Date) || Number.isNaN(time.getTime())) return undefined;

  const code = textAt(record, "errorCode");
  const message = textAt(record, "errorMessage") ?? "";
  const error = code === undefined ? {} : { error: { code, message } };
  const id = textAt(record, "eventID");
  return { ...(id !== undefined && { id }), time, region, call, ...error, ...PARTS[call](record) };
}

type Parts = Pick<SignInEvent, "names" | "roleArn" | "samlProviderArn" | "instanceId">;

const PARTS: Readonly<Record<SignInCall, (record: object) => Parts>> = {
  AssumeRoleWithSAML: (record) => ({
    names: unique(
      textAt(record, "requestParameters", "roleSessionName"),
      sessionIn(textAt(record, "responseElements", "assumedRoleUser", "arn")),
      textAt(record, "userIdentity", "userName"),
    ),
    ...given("roleArn", textAt(record, "requestParameters", "roleArn")),
    ...given("samlProviderArn", textAt(record, "requestParameters", "principalArn")),
  }),
  GetFederationToken: (record) => {
    const id =
      textAt(record, "requestParameters", "instanceId") ??
      textAt(record, "requestParameters", "InstanceId");
    return {
      names: unique(
        sessionIn(textAt(record, "userIdentity", "arn")),
        textAt(record, "userIdentity", "principalId")?.replace(/^[^:]*:?/, ""),
      ),
      ...given("roleArn", textAt(record, "userIdentity", "sessionContext", "sessionIssuer", "arn")),
      // Events of Amazon Connect have an ID or an ARN here, and some have it URL-encoded.
      ...given("instanceId", id?.replace(/^.*instance(?:\/|%2F)/i, "")),
    };
  },
};

/** Name of a session, the last part of its ARN: `arn:aws:sts::123456789012:assumed-role/Role/name`. */
function sessionIn(arn: string | undefined): string | undefined {
  return /:assumed-role\/[^/]+\/(.+)$/s.exec(arn ?? "")?.[1];
}

function given(name: keyof Parts, value: string | undefined) {
  return value === undefined ? {} : { [name]: value };
}

function unique(...values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ""))] as string[];
}

function parsed(text: unknown): object | undefined {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function textAt(record: object, ...path: readonly string[]): string | undefined {
  let value: unknown = record;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return typeof value === "string" && value !== "" ? value.slice(0, KEPT) : undefined;
}
