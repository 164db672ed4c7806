import { signInUrl } from "../../../../aws/saml";
import type { Captured } from "./captured";
import { type Decoded, fromBase64, fromXml } from "./decode";
import { findCaptured } from "./find";
import type { CapturedResponse } from "../../rehearsal";
import type { Refusal } from "../../verdict";

/** The response of a capture that is to be checked. */
export interface ChosenResponse extends Decoded {
  /** The form in which it was captured, in words. */
  readonly form: string;
  readonly relayState?: string;
  /** All responses of the capture, oldest first, where it has several. */
  readonly choices: readonly CapturedResponse[];
}

interface Candidate {
  readonly captured: Captured;
  readonly decoded: Decoded | Refusal | string;
  readonly time: string | undefined;
  readonly sentTo: string | undefined;
}

/**
 * Finds the responses in a capture, and takes one of them: the newest that was posted to AWS, as a
 * sign-in may post another one before, to Identity Center.
 *
 * @param number the number of the response to take, from 1, oldest first
 */
export function chooseResponse(
  capture: string,
  number?: number,
): ChosenResponse | Refusal | string {
  const found = findCaptured(capture);
  if (typeof found === "string" || "kind" in found) return found;
  const candidates = ordered(distinct(found).map(candidate));
  const toAws = candidates.filter(({ sentTo }) => sentTo !== undefined && signInUrl(sentTo));
  const [chosen] = number === undefined ? toAws.slice(-1) : candidates.slice(number - 1, number);
  const taken = chosen ?? (number === undefined ? candidates.at(-1) : undefined);
  if (!taken) {
    return `has ${String(candidates.length)} SAML response${candidates.length === 1 ? "" : "s"}, so there is no number ${String(number)}`;
  }
  const { decoded, captured } = taken;
  if (typeof decoded === "string" || "kind" in decoded) return decoded;
  const { form, relayState } = captured;
  const choices = candidates.map((one, index) => ({
    number: index + 1,
    ...(one.time !== undefined && { time: one.time }),
    ...(one.sentTo !== undefined && { sentTo: one.sentTo }),
    chosen: one === taken,
  }));
  return {
    ...decoded,
    form,
    ...(relayState !== undefined && { relayState }),
    choices: choices.length > 1 ? choices : [],
  };
}

/** A browser may repeat a request, and a capture has a field in several places. */
function distinct(found: readonly Captured[]): readonly Captured[] {
  return [...new Map(found.map((one) => [one.text.replace(/\s+/g, ""), one])).values()];
}

function candidate(captured: Captured): Candidate {
  const decoded = captured.is === "XML" ? fromXml(captured.text) : fromBase64(captured.text);
  // Only to tell several apart: nothing of this is verified.
  const start = typeof decoded === "object" && "xml" in decoded ? decoded.xml.slice(0, 2_000) : "";
  const issued = /\sIssueInstant\s*=\s*["']([\dTZ:.+-]{1,40})["']/.exec(start)?.[1];
  const destination = /\sDestination\s*=\s*["']([^"']{1,500})["']/.exec(start)?.[1];
  return {
    captured,
    decoded,
    time: issued ?? captured.sentAt,
    sentTo: captured.sentTo ?? destination,
  };
}

function ordered(candidates: readonly Candidate[]): readonly Candidate[] {
  const moment = ({ time }: Candidate) => Date.parse(time ?? "") || 0;
  return [...candidates].sort((a, b) => moment(a) - moment(b));
}
