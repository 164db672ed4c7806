import { visible, wrapped } from "../../text";
import { renderEntry } from "../entry";
import { STEPS } from "../rehearse";
import type { Rendering, Style } from "../terminal";
import { moment } from "./moment";
import type { Outcome, TracedEvent, TraceReport } from "./report";

const RESULT_STYLES = {
  accepted: "green",
  refused: "red",
  failed: "yellow",
} as const satisfies Record<TracedEvent["result"], Style>;

const OUTCOME_STYLES = {
  "signed-in": "green",
  refused: "red",
  unknown: "yellow",
} as const satisfies Record<Outcome["is"], Style>;

/** Columns of the words at the start of a line. */
const LABEL = "elsewhere".length;

/** Columns before the text of a line. */
const INDENT = LABEL + 3;

/** Notes that hold for every trace. */
const NOTES = {
  "Recorded late:":
    "CloudTrail has an event about five minutes after it, which AWS does not guarantee. What happened in the last quarter of an hour may be missing: trace again later.",
  "Not recorded:":
    "what ends before AWS is called, such as a portal without the tile, a user without an e-mail address, and a response that the browser did not post; and what AWS refuses without knowing the account.",
};

/** Renders a trace as the text that `connect-sso trace` prints. */
export function renderTrace(report: TraceReport, rendering: Rendering): string {
  const { user, names, from, to, events, elsewhere, unread, outcome } = report;
  const others = names.filter((name) => name !== user);
  const also = others.length === 0 ? "" : `also ${others.join(", ")}; `;
  const period = `${also}from ${moment(from)} to ${moment(to)}`;
  const counted = elsewhere === 1 ? "1 successful call" : `${String(elsewhere)} successful calls`;
  return [
    renderEntry(`${user}:`, period, { rendering, style: "bold", indent: 2 }),
    ...events.flatMap((event) => eventLines(event, rendering)),
    ...(elsewhere === 0
      ? []
      : [
          labelled(
            "elsewhere",
            "dim",
            rendering,
          )(`${counted} for roles or instances that no config has`),
        ]),
    ...unread.map(labelled("unread", "yellow", rendering)),
    "",
    rendering.paint(OUTCOME_STYLES[outcome.is], broken(outcome.message, rendering, 0)),
    ...Object.entries(NOTES).map(([label, text]) =>
      renderEntry(label, text, { rendering, style: "dim", indent: 2 }),
    ),
  ].join("\n");
}

function labelled(label: string, style: Style, rendering: Rendering) {
  return (text: string) =>
    renderEntry(label.padEnd(LABEL), text, { rendering, style, before: "  ", indent: INDENT });
}

function broken(text: string, { width }: Rendering, indent: number): string {
  return wrapped(visible(text), { width, column: indent - 1, indent: indent + 2 }).slice(1);
}

function eventLines(event: TracedEvent, rendering: Rendering): string[] {
  const { result, step, answer, cause, fix } = event;
  const below = (text: string) => " ".repeat(INDENT) + broken(text, rendering, INDENT);
  return [
    labelled(result, RESULT_STYLES[result], rendering)(summary(event)),
    ...(step === undefined ? [] : [below(`Step: ${STEPS[step]}`)]),
    ...(answer === undefined
      ? []
      : [below(`${answer.kind === "words" ? "Users see:" : "What users see:"} ${answer.text}`)]),
    ...(cause === undefined ? [] : [below(`Usual cause: ${cause}`)]),
    ...(fix === undefined ? [] : [below(`To fix it: ${fix}`)]),
  ];
}

function summary(event: TracedEvent): string {
  const { time, call, region, owner, name, application, error } = event;
  return [
    `${moment(time)} ${call}${target(event)} in ${region}`,
    ...(application === undefined ? [] : [application]),
    ...(owner === "twin" ? [`as ${String(name)}, which differs in upper and lower case`] : []),
    ...(owner === "unnamed" ? ["without a name, so this may be another person"] : []),
    ...(error === undefined ? [] : [inWords(error)]),
  ].join(", ");
}

function target({ call, roleArn, instanceId }: TracedEvent): string {
  if (call === "GetFederationToken") {
    return instanceId === undefined ? "" : ` of instance ${instanceId}`;
  }
  return roleArn === undefined ? "" : ` of role ${roleArn.slice(roleArn.lastIndexOf("/") + 1)}`;
}

function inWords({ code, message }: NonNullable<TracedEvent["error"]>): string {
  return message === "" ? code : `${code} ${JSON.stringify(message)}`;
}
