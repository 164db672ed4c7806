import { type Finding } from "./finding";
import { callFailure } from "./reading";
import { type Access, clientOptions, type Sdk } from "./sdk";

/** Whose credentials are at hand, or why that cannot be told. */
export async function callerAccount(
  { sts }: Sdk,
  access: Access,
): Promise<{ accountId: string } | { failure: string }> {
  try {
    const client = new sts.STSClient(clientOptions(access));
    const { Account = "" } = await client.send(new sts.GetCallerIdentityCommand({}));
    return { accountId: Account };
  } catch (error) {
    const why = callFailure(error);
    if (why === undefined) throw error;
    return { failure: `${why} (${(error as Error).message})` };
  }
}

/** Says once why an account is not compared; `undefined` when it can be. */
export function callerFinding(
  caller: Awaited<ReturnType<typeof callerAccount>>,
  expected: { readonly accountId: string; readonly subject: string; readonly option: string },
  verdict: Finding["verdict"] = "error",
): Finding | undefined {
  const { accountId, subject, option } = expected;
  if ("failure" in caller) {
    return {
      verdict: "error",
      subject,
      message: `is not compared: ${caller.failure}; name a profile of account ${accountId} with ${option}, or set AWS_PROFILE`,
    };
  }
  if (caller.accountId === accountId) return undefined;
  return {
    verdict,
    subject,
    message: `is not compared: it is in account ${accountId}, and the credentials are of ${caller.accountId}; name a profile of that account with ${option}`,
  };
}
