import { visible, wrapped } from "../../text";
import { endLines } from "./report-end";
import type { CapturedResponse, Moment, Rehearsal, RehearsalStep } from "./rehearsal";
import { cut, firstOf, listed, time } from "./step";
import { VERDICT_STYLES } from "./verdict-styles";
import type { RehearsalProblem } from "./verdict";
import type { Rendering } from "../terminal";

/** Number of columns before the text of a step. */
const INDENT = "unverified  ".length;

/**
 * Renders a rehearsal for a terminal: a line for each step, what users would see and how to fix it,
 * and at the end who would sign in where. It has neither the response nor any signature or key.
 */
export function rehearsalReport(rehearsal: Rehearsal, rendering: Rendering): string {
  return [
    ...noteLines(rehearsal, rendering),
    ...grouped(rehearsal.steps).flatMap((group) => groupLines(group, rendering)),
    "",
    ...endLines(rehearsal, rendering),
  ].join("\n");
}

/** Says first what nobody would expect: which response is checked, and as of when. */
function noteLines({ responses, moment }: Rehearsal, { width }: Rendering): string[] {
  const notes = [
    ...(responses ? [responsesNote(responses)] : []),
    ...(moment.from === "issued" ? [momentNote(moment)] : []),
  ];
  const place = { width, column: -1, indent: 2 };
  return notes.flatMap((note) => [wrapped(visible(note), place).slice(1), ""]);
}

function responsesNote(responses: readonly CapturedResponse[]): string {
  const named = responses.map(({ number, time: when = "an unknown time", sentTo, chosen }) => {
    const to = sentTo === undefined ? "" : ` to ${cut(sentTo)}`;
    return `number ${String(number)} of ${cut(when)}${to}${chosen ? " (checked here)" : ""}`;
  });
  return `The capture has ${String(responses.length)} responses: ${listed(named)}. --response NUMBER checks another.`;
}

function momentNote({ at }: Moment): string {
  return `This response is old, and is checked as of ${time(at)}, when it was issued: AWS takes a response for 5 minutes, so a sign-in now needs a new one. --at checks another moment.`;
}

/** Groups neighbouring steps with nothing to check for the same reason; any other step is alone. */
function grouped(steps: readonly RehearsalStep[]): RehearsalStep[][] {
  const groups: RehearsalStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const isSame = last?.every((one) => isEmpty(one) && isEmpty(step) && one.seen === step.seen);
    if (last && isSame) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function isEmpty({ seen, problems: [problem] }: RehearsalStep): boolean {
  return problem?.kind === "unverified" && problem.message === seen;
}

function groupLines(group: readonly RehearsalStep[], rendering: Rendering): string[] {
  const [step] = group;
  if (!step) return [];
  const { width, paint } = rendering;
  const { status, asCaptured, seen, problems, remarks } = step;
  const column = INDENT - 1;
  const said = (text: string) => wrapped(visible(text), { width, column, indent: INDENT }).slice(1);
  const below = (text: string) => " ".repeat(INDENT) + text;
  const titles = group.map(({ title }) => title).join(", ");
  const title = asCaptured === undefined ? titles : `${titles} (as captured: ${asCaptured})`;
  const shown = firstOf<RehearsalProblem>(problems, (more) => {
    const [last] = problems.slice(-1);
    return { kind: "differs", fix: "", ...last, message: `${more} more` };
  });
  const problemLines = shown.flatMap((problem, index) => {
    const notes = notesOf(problem);
    const following = shown[index + 1];
    // What several problems have in common is printed once, after the last of them.
    const later = following ? notesOf(following) : [];
    return [
      ...(problem.message === seen
        ? []
        : [below(paint(VERDICT_STYLES[problem.kind], said(problem.message)))]),
      ...("answer" in problem ? [below(said(answerLine(problem.answer)))] : []),
      ...notes.filter((note) => !later.includes(note)).map((note) => below(said(note))),
    ];
  });
  return [
    `${paint(VERDICT_STYLES[status], status.padEnd(INDENT))}${said(`${title}: ${seen}`)}`,
    ...problemLines,
    ...remarks.map((remark) => below(said(remark))),
  ];
}

/** Quotes AWS after one label, and describes what users see after another. */
function answerLine({ kind, text }: { readonly kind: "words" | "sight"; readonly text: string }) {
  return kind === "words" ? `Users see: ${text}` : `What users see: ${text}`;
}

function notesOf(problem: RehearsalProblem): string[] {
  return [
    ...("source" in problem ? [`Source: ${problem.source}`] : []),
    ...("needs" in problem ? [`To find out, it takes ${problem.needs}`] : []),
    ...(problem.fix === undefined ? [] : [`To fix it: ${problem.fix}`]),
  ];
}
