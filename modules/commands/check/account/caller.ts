import type { Aws } from "./aws";
import { callFailure } from "./call-failure";
import type { Finding } from "./finding";

/** The account of the credentials, or why it is not known and how to fix that. */
type Caller =
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

/** Says why an account cannot be compared, once for all of it; `undefined` when it can be. */
export function callerFinding(
  caller: Caller,
  expected: { readonly accountId: string; readonly subject: string; readonly option: string },
  verdict: Finding["verdict"] = "failed",
): Finding | undefined {
  const { accountId, subject, option } = expected;
  if ("failure" in caller) {
    return {
      verdict: "failed",
      subject,
      message: `was not compared: ${caller.failure}; ${caller.fix ?? `name a profile of account ${accountId} with ${option}, or set AWS_PROFILE`}`,
    };
  }
  if (caller.accountId === accountId) return undefined;
  return {
    verdict,
    subject,
    message: `was not compared: it is in account ${accountId}, but the credentials are for account ${caller.accountId}; name a profile of that account with ${option}`,
  };
}
