/** What CloudTrail records of the calls of a sign-in, as AWS's guides show it, and how it answers. */

const ACCOUNT = "123456789012";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/AmazonConnectAgentAccessRole`;
const PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/AmazonConnectAgentAccess`;
const INSTANCE = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";

/** The credentials that are in the record of a role that was taken; nobody may show them. */
export const RECORDED_TOKEN = "IQoJb3JpZ2luX2VjERecordedSessionToken";

/** What differs between calls. Left out: an agent of the workshop, whose call succeeded. */
export interface Recorded {
  readonly time: Date;
  /** Role session name; `null` where the record has no name. */
  readonly session?: string | null;
  /** Name of the subject in the SAML response. */
  readonly subject?: string;
  readonly role?: string;
  readonly provider?: string;
  readonly instance?: string;
  readonly error?: readonly [code: string, message?: string];
  readonly id?: string;
}

/** The entry of a call to AWS STS. */
export function assumed(given: Recorded): object {
  const { session = "agent1@example.com", subject = session ?? "", role = ROLE, error } = given;
  return entry(given, {
    userIdentity:
      session === null
        ? { type: "Unknown", principalId: "", accountId: "", userName: "" }
        : {
            type: "SAMLUser",
            principalId: `SbdGOnUkh1i4L/jEvs=:${subject}`,
            userName: subject,
            identityProvider: "SbdGOnUkh1i4L/jEvs=",
          },
    eventSource: "sts.amazonaws.com",
    eventName: "AssumeRoleWithSAML",
    requestParameters: {
      sAMLAssertionID: "_c0046cEXAMPLE",
      ...(session !== null && { roleSessionName: session }),
      roleArn: role,
      principalArn: given.provider ?? PROVIDER,
      durationSeconds: 43_200,
    },
    responseElements: error
      ? null
      : {
          credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE", sessionToken: RECORDED_TOKEN },
          assumedRoleUser: {
            assumedRoleId: `AROAEXAMPLE:${String(session)}`,
            arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role.replace(/^.*\//, "")}/${String(session)}`,
          },
          subject,
        },
  });
}

/** The entry of a call to Amazon Connect. */
export function federated(given: Recorded): object {
  const { session = "agent1@example.com", role = ROLE, instance = INSTANCE } = given;
  return entry(given, {
    userIdentity: {
      type: "AssumedRole",
      principalId: `AROAEXAMPLE:${String(session)}`,
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role.replace(/^.*\//, "")}/${String(session)}`,
      accountId: ACCOUNT,
      sessionContext: { sessionIssuer: { type: "Role", arn: role } },
    },
    eventSource: "connect.amazonaws.com",
    eventName: "GetFederationToken",
    requestParameters: { InstanceId: instance },
    responseElements: null,
  });
}

function entry({ time, error, id = String(Math.random()) }: Recorded, record: object): object {
  const [errorCode, errorMessage] = error ?? [];
  return {
    EventId: id,
    EventTime: time.getTime() / 1_000,
    ...("eventName" in record && { EventName: record.eventName }),
    CloudTrailEvent: JSON.stringify({
      eventVersion: "1.08",
      eventID: id,
      eventTime: time.toISOString().replace(/\.\d+Z$/, "Z"),
      ...record,
      ...(errorCode !== undefined && { errorCode }),
      ...(errorMessage !== undefined && { errorMessage }),
    }),
  };
}

/** Answers LookupEvents from a history, the latest first, as CloudTrail does. */
export function eventHistory(entries: readonly object[], pageSize = 50) {
  return (body: string): Readonly<Record<string, unknown>> => {
    const input = JSON.parse(body) as {
      readonly LookupAttributes?: readonly { readonly AttributeValue: string }[];
      readonly StartTime?: number;
      readonly NextToken?: string;
    };
    const name = input.LookupAttributes?.[0]?.AttributeValue;
    const found = entries
      .map((one) => one as { readonly EventName: string; readonly EventTime: number })
      .filter(
        ({ EventName, EventTime }) => EventName === name && EventTime >= (input.StartTime ?? 0),
      )
      .sort((one, other) => other.EventTime - one.EventTime);
    const start = Number(input.NextToken ?? 0);
    const next = start + pageSize;
    return {
      Events: found.slice(start, next),
      ...(next < found.length && { NextToken: String(next) }),
    };
  };
}
