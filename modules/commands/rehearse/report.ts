import { visible, wrapped } from "../../text";
import { endLines } from "./report-end";
import type { Moment, Rehearsal, RehearsalStep } from "./rehearsal";
import { firstOf, time } from "./step";
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
    ...momentLines(rehearsal.moment, rendering),
    ...grouped(rehearsal.steps).flatMap((group) => groupLines(group, rendering)),
    "",
    ...endLines(rehearsal, rendering),
  ].join("\n");
}

/** Says first of an old response that it is not checked as of now, which nobody would expect. */
function momentLines({ at, from }: Moment, { width }: Rendering): string[] {
  if (from !== "issued") return [];
  const text = `This response is old, and is checked as of ${time(at)}, when it was issued: AWS takes a response for 5 minutes, so a sign-in now needs a new one. --at checks another moment.`;
  return [wrapped(text, { width, column: -1, indent: 2 }).slice(1), ""];
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
