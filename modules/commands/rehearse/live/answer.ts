import { shortened } from "../../../text";
import { callFailure, isAnswered, isOurs } from "../../aws";
import type { Application } from "../steps";
import { explainedError } from "./explained-error";
import type { LiveCall } from "./proof";

/** Characters of a message of AWS that are shown. */
const SHOWN = 500;

/**
 * Says what a failed call means. Only what AWS answered is a verdict: a connection that breaks, a proxy
 * and a web page in its place are not. An answer that cannot be read is not shown: it may have credentials.
 */
export function failedCall(
  of: Pick<LiveCall, "call" | "region" | "subject">,
  error: unknown,
  application: Application | undefined,
): LiveCall {
  if (isAnswered(error)) {
    const { name: code, message: whole } = error;
    const message = shortened(whole, SHOWN);
    const explained = explainedError(of.call, { code, message }, application);
    return { ...of, verdict: explained.result === "refused" ? "refused" : "unverified", explained };
  }
  const { why, fix = "check the network and the proxy" } = isOurs(error)
    ? callFailure(error)
    : { why: `the call failed or its answer cannot be read (${(error as Error).name})` };
  return { ...of, verdict: "unverified", failure: `${why}; ${fix}` };
}
