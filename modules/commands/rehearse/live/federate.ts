import type { ConnectClientConfig } from "@aws-sdk/client-connect";

import type { Aws } from "../../aws";
import type { Application } from "../steps";
import { failedCall } from "./answer";
import type { LiveCall } from "./proof";
import type { LiveRequest } from "./request";

/** Credentials of a session, or a function that gets them. */
export type SessionCredentials = NonNullable<ConnectClientConfig["credentials"]>;

/**
 * Asks Amazon Connect to let the user of a session in. The tokens that it answers are dropped.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetFederationToken.html
 */
export async function federate(
  aws: Aws,
  { instanceId, region }: LiveRequest["instance"],
  credentials: SessionCredentials,
  application?: Application,
): Promise<LiveCall> {
  const of = { call: "GetFederationToken", region, subject: instanceId } as const;
  const { ConnectClient, GetFederationTokenCommand } = aws.sdk.connect;
  const { requestHandler } = aws.in(region).options;
  const client = new ConnectClient({ region, requestHandler, credentials });
  try {
    const answer = await aws.untilEnd(
      client.send(new GetFederationTokenCommand({ InstanceId: instanceId })),
    );
    if (answer.Credentials === undefined) {
      const failure = "the answer has no token, so it does not come from AWS; check the proxy";
      return { ...of, verdict: "unverified", failure };
    }
    const user: unknown = answer.UserArn ?? answer.UserId;
    return { ...of, verdict: "passed", ...(typeof user === "string" && { seen: user }) };
  } catch (error) {
    return failedCall(of, error, application);
  }
}
