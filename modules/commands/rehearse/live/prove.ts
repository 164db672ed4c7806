import type { Aws } from "../../aws";
import { federate } from "./federate";
import type { LiveProof } from "./proof";
import { redeem } from "./redeem";
import type { LiveRequest } from "./request";

/**
 * Makes the two calls of a sign-in, once. The credentials of the session are in memory between them, and
 * nowhere else.
 */
export async function prove(aws: Aws, request: LiveRequest): Promise<LiveProof> {
  const { call: redeemed, credentials } = await redeem(aws, request);
  if (!credentials) return { verdict: redeemed.verdict, calls: [redeemed] };
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = credentials;
  const session = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
  const federated = await federate(aws, request.instance, session, request.application);
  return { verdict: federated.verdict, calls: [redeemed, federated] };
}
