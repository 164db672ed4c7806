import type { Credentials } from "@aws-sdk/client-sts";

import type { Aws } from "../../aws";
import { failedCall } from "./answer";
import type { LiveCall } from "./proof";
import type { LiveRequest } from "./request";

/** The answer of AWS STS, with the credentials of the session where it is a success. */
export interface Redeemed {
  readonly call: LiveCall;
  readonly credentials?: Credentials;
}

/**
 * Sends a response to AWS STS once, which takes no credentials.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export async function redeem(aws: Aws, request: LiveRequest): Promise<Redeemed> {
  const { roleArn, samlProviderArn, response, stsRegion: region, application } = request;
  const of = { call: "AssumeRoleWithSAML", region, subject: roleArn } as const;
  const { STSClient, AssumeRoleWithSAMLCommand } = aws.sdk.sts;
  const { requestHandler } = aws.in(region).options;
  // Neither a profile nor a second attempt: a response that got lost may have been redeemed.
  const client = new STSClient({ region, requestHandler, maxAttempts: 1 });
  const command = new AssumeRoleWithSAMLCommand({
    RoleArn: roleArn,
    PrincipalArn: samlProviderArn,
    SAMLAssertion: response,
  });
  try {
    const answer = await aws.untilEnd(client.send(command));
    const session: unknown = answer.AssumedRoleUser?.Arn;
    const { Credentials: credentials } = answer;
    if (typeof session === "string" && credentials) {
      return { call: { ...of, verdict: "passed", seen: session }, credentials };
    }
    const failure = "the answer has no session, so it does not come from AWS; check the proxy";
    return { call: { ...of, verdict: "unverified", failure } };
  } catch (error) {
    return { call: failedCall(of, error, application) };
  }
}
