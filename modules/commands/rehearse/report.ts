import type { SignInAnswer } from "../../aws/saml";
import { visible, wrapped } from "../../text";
import type { Landing, Rehearsal, RehearsalProblem, RehearsalStep, StepStatus } from "./rehearsal";
import { firstOf, time } from "./step";
import type { Rendering, Style } from "../terminal";

const STATUS_STYLES = {
  passed: "green",
  failed: "red",
  skipped: "yellow",
} as const satisfies Record<StepStatus, Style>;

/** Number of columns before the text of a step. */
const INDENT = "skipped  ".length;

/**
 * Renders a rehearsal for a terminal: a line for each step, what users would see and how to fix it,
 * and at the end who would sign in where. It has neither the response nor any signature or key.
 */
export function rehearsalReport({ steps, landing }: Rehearsal, rendering: Rendering): string {
  return [
    ...grouped(steps).flatMap((group) => groupLines(group, rendering)),
    "",
    ...(landing ? landingLines(steps, landing, rendering) : [endLine(steps, rendering)]),
  ].join("\n");
}

/** Groups neighbouring steps that are skipped for the same reason; any other step is alone. */
function grouped(steps: readonly RehearsalStep[]): RehearsalStep[][] {
  const groups: RehearsalStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const isSame = last?.every(
      ({ status, seen }) => status === "skipped" && step.status === status && step.seen === seen,
    );
    if (last && isSame) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function groupLines(group: readonly RehearsalStep[], rendering: Rendering): string[] {
  const [step] = group;
  if (!step) return [];
  const { width, paint } = rendering;
  const { status, seen, problems, remarks } = step;
  const column = INDENT - 1;
  const said = (text: string) => wrapped(visible(text), { width, column, indent: INDENT }).slice(1);
  const below = (text: string) => " ".repeat(INDENT) + text;
  const titles = group.map(({ title }) => title).join(", ");
  const shown = firstOf<RehearsalProblem>(problems, (more) => ({
    message: `${more} more`,
    fix: problems.at(-1)?.fix ?? "",
  }));
  const problemLines = shown.flatMap(({ message, answer, fix }, index) => [
    below(paint(STATUS_STYLES.failed, said(message))),
    ...(answer === undefined ? [] : [below(said(answerLine(answer)))]),
    // A fix that several problems share is printed once, after the last of them.
    ...(shown[index + 1]?.fix === fix ? [] : [below(said(`To fix it: ${fix}`))]),
  ]);
  return [
    `${paint(STATUS_STYLES[status], status.padEnd(INDENT))}${said(`${titles}: ${seen}`)}`,
    ...problemLines,
    ...remarks.map((remark) => below(said(remark))),
  ];
}

/** Quotes AWS after one label, and describes what users see after another. */
function answerLine({ kind, text }: SignInAnswer): string {
  return kind === "words" ? `Users see: ${text}` : `What users see: ${text}`;
}

function landingLines(
  steps: readonly RehearsalStep[],
  landing: Landing,
  { width, paint }: Rendering,
): string[] {
  const given = steps.some(({ id, status }) => id === "relay-state" && status === "passed");
  const facts = [
    ["Instance:", `${landing.instance}, ${landing.instanceArn}`],
    ["Application:", landing.application],
    ["Role:", landing.roleArn],
    [given ? "Landing page:" : "Landing page, with the configured relay state:", landing.page],
    ["Until:", time(landing.until)],
  ] as const;
  const { user, userConfigured } = landing;
  const condition = userConfigured ? "" : ", if it has a user of the same name";
  const end = `${user} would sign in to Amazon Connect${condition}.`;
  return [
    paint(
      STATUS_STYLES[userConfigured ? "passed" : "skipped"],
      wrapped(visible(end), { width, column: -1, indent: 2 }).slice(1),
    ),
    ...facts.map(([label, value]) => {
      const place = { width, column: label.length, indent: 2 };
      return `${label}${wrapped(visible(value), place)}`;
    }),
  ];
}

function endLine(steps: readonly RehearsalStep[], { width, paint }: Rendering): string {
  const failed = steps.filter(({ status }) => status === "failed");
  if (failed.length === 0) {
    const end = "Nothing failed, but too little can be checked to say who would sign in.";
    return paint(STATUS_STYLES.skipped, end);
  }
  // AWS answers every response, so without an answer this is not one.
  const [first] = failed;
  if (first?.id === "response" && first.problems.every(({ answer }) => answer === undefined)) {
    const end =
      "This cannot be read as a SAML response; whether sign-in would succeed is not known.";
    return paint(STATUS_STYLES.failed, end);
  }
  const unproven = failed.every(({ problems }) => problems.every((one) => one.unproven));
  const label = unproven ? "Sign-in may fail:" : "Sign-in would fail:";
  const titles = `${failed.map(({ title }) => title).join(", ")}.`;
  const several = "Users see one of these messages; AWS does not document which comes first.";
  const text = failed.length > 1 && !unproven ? `${titles} ${several}` : titles;
  return (
    paint(STATUS_STYLES.failed, label) + wrapped(text, { width, column: label.length, indent: 2 })
  );
}
