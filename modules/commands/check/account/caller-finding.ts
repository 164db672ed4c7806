import type { Caller } from "../../aws";
import type { Finding } from "./finding";

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
  const delegated =
    option === "--identity-center-profile"
      ? ", or set identityCenter.accountId to that of its delegated administrator"
      : "";
  return {
    verdict,
    subject,
    message: `was not compared: it is in account ${accountId}, but the credentials are for account ${caller.accountId}; name a profile of that account with ${option}${delegated}`,
  };
}
