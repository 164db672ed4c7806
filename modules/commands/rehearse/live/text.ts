import { visible, wrapped } from "../../../text";
import { renderEntry } from "../../entry";
import type { Rendering, Style } from "../../terminal";
import type { LiveCall, LiveProof } from "./proof";
import { STEPS } from "../rehearsal";
import type { Verdict } from "../verdict";
import type { LiveRequest } from "./request";

const STYLES = {
  passed: "green",
  refused: "red",
  unverified: "yellow",
} as const satisfies Record<LiveCall["verdict"], Style>;

const LABEL = "unverified".length + 1;
const INDENT = LABEL + 1;

/** Says what the live proof will do, in one paragraph, before it does it. */
export function announcement(request: LiveRequest): string {
  const { roleArn, samlProviderArn, stsRegion, instance, session } = request;
  const user = session === undefined ? "the user" : JSON.stringify(session);
  return [
    `--live sends this response to AWS, once, as the browser does: sts:AssumeRoleWithSAML in ${stsRegion} for ${roleArn} and ${samlProviderArn}.`,
    `If AWS takes it, it asks with that session for connect:GetFederationToken on instance ${instance.instanceId} in ${instance.region}, which signs ${user} in.`,
    "If that is the user's first sign-in, Amazon Connect ties the user to this role, as it does after the tile.",
    "A response that a browser has posted already can still be sent until it expires, as users report; AWS does not document that.",
    "Credentials are neither shown nor kept. CloudTrail records both calls.",
  ].join(" ");
}

/**
 * Renders the live proof for a terminal: a line for each call, what AWS answered, and the end.
 *
 * @param concluded the verdict without the proof
 */
export function proofReport(proof: LiveProof, concluded: Verdict, rendering: Rendering): string {
  const { calls, notSent, verdict } = proof;
  const lines =
    notSent === undefined
      ? calls.flatMap((call) => callLines(call, rendering))
      : [labelled("unverified", `Live: not sent, because ${notSent}`, rendering)];
  const place = { width: rendering.width, column: -1, indent: 2 };
  const end = rendering.paint(STYLES[verdict], wrapped(endOf(proof, concluded), place).slice(1));
  return [...lines, "", end].join("\n");
}

function endOf({ verdict, calls, notSent }: LiveProof, concluded: Verdict): string {
  switch (verdict) {
    case "passed":
      return concluded === "refused"
        ? "Proved live: Amazon Connect let the user in. What is refused above is not refused in the account: the account differs from the config, or connect-sso is wrong about it."
        : "Proved live: Amazon Connect let the user in.";
    case "refused": {
      const last = calls.at(-1);
      const by = last?.call === "GetFederationToken" ? "Amazon Connect" : "AWS";
      const step = last?.explained?.step;
      return `Proved live: ${by} refused the sign-in${step === undefined ? "" : `: ${STEPS[step]}`}.`;
    }
    case "unverified":
      return notSent === undefined
        ? "Not proved: what came back does not say if the user can sign in."
        : "Not proved: nothing was sent.";
  }
}

function callLines(call: LiveCall, rendering: Rendering): string[] {
  const { verdict, region, subject, seen, explained, failure } = call;
  const { error, answer, cause, fix } = explained ?? {};
  const below = (text: string) => {
    const place = { width: rendering.width, column: INDENT - 1, indent: INDENT };
    return " ".repeat(INDENT) + wrapped(visible(text), place).slice(1);
  };
  const asked = `Live, ${call.call} in ${region} for ${subject}`;
  const words =
    error && (error.message === "" ? error.code : `${error.code} ${JSON.stringify(error.message)}`);
  return [
    labelled(verdict, `${asked}${seen === undefined ? "" : `: ${seen}`}`, rendering),
    ...(words === undefined ? [] : [below(`AWS answered: ${words}`)]),
    ...(answer === undefined
      ? []
      : [below(`${answer.kind === "words" ? "Users see:" : "What users see:"} ${answer.text}`)]),
    ...(cause === undefined ? [] : [below(`Usual cause: ${cause}`)]),
    ...(fix === undefined ? [] : [below(`To fix it: ${fix}`)]),
    ...(failure === undefined ? [] : [below(`No answer of AWS: ${failure}`)]),
  ];
}

function labelled(verdict: LiveCall["verdict"], text: string, rendering: Rendering): string {
  return renderEntry(verdict.padEnd(LABEL), text, {
    rendering,
    style: STYLES[verdict],
    indent: INDENT,
  });
}
