import type { Aws } from "./aws";
import { callFailure } from "./call-failure";

/** The account of the credentials, or why it is not known and how to fix that. */
export type Caller =
  { readonly accountId: string } | { readonly failure: string; readonly fix: string | undefined };

/** Asks AWS which account the credentials belong to. */
export async function callerAccount(aws: Aws): Promise<Caller> {
  const { sts } = aws.sdk;
  try {
    const client = new sts.STSClient(aws.options);
    const identity = await aws.untilEnd(client.send(new sts.GetCallerIdentityCommand({})));
    const account: unknown = identity.Account;
    if (typeof account === "string" && /^\d{12}$/.test(account)) return { accountId: account };
    return {
      failure: "sts:GetCallerIdentity: the answer names no account, so it does not come from AWS",
      fix: "check the network and the proxy",
    };
  } catch (error) {
    const { why, fix } = callFailure(error);
    return { failure: why, fix };
  }
}
