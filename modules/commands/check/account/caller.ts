import { type Finding } from "./finding";
import { callFailure, isUnreachable } from "./reading";
import { type Access, clientOptions, type Sdk } from "./sdk";

/** The account of the credentials, or why it is not known and how to fix that. */
type Caller =
  { readonly accountId: string } | { readonly failure: string; readonly fix: string | undefined };

/** Asks AWS which account the credentials belong to. */
export async function callerAccount({ sts }: Sdk, access: Access): Promise<Caller> {
  try {
    const client = new sts.STSClient(clientOptions(access));
    const { Account = "" } = await client.send(new sts.GetCallerIdentityCommand({}));
    return { accountId: Account };
  } catch (error) {
    const why = callFailure(error);
    if (why === undefined) throw error;
    return {
      failure: `${why} (${(error as Error).message})`,
      fix: isUnreachable(error) ? "check the network and the proxy" : undefined,
    };
  }
}

/** Says why an account cannot be compared, once for all of it; `undefined` when it can be. */
export function callerFinding(
  caller: Caller,
  expected: { readonly accountId: string; readonly subject: string; readonly option: string },
  verdict: Finding["verdict"] = "error",
): Finding | undefined {
  const { accountId, subject, option } = expected;
  if ("failure" in caller) {
    return {
      verdict: "error",
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
