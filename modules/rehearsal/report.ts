import { visible } from "../config";
import type { Landing, Rehearsal, RehearsalStep, StepStatus } from "./rehearsal";
import { time } from "./step";

/** Marks text as good, bad or beside the point, as with a terminal's colours. */
export type ReportStyle = (status: StepStatus, text: string) => string;

const WIDTH = "skipped  ".length;

/**
 * The rehearsal for a terminal: a line for each step, what AWS would answer and how to mend it, and
 * at the end who would land where. Neither the response nor any signature or key is in it.
 *
 * @param style defaults to plain text
 */
export function rehearsalReport(
  { steps, landing }: Rehearsal,
  style: ReportStyle = (_, text) => text,
): string {
  return [
    ...steps.flatMap((step) => stepLines(step, style)),
    "",
    ...endLines(steps, landing, style),
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

function stepLines(step: RehearsalStep, style: ReportStyle): string[] {
  const { status, title, seen, problems, remarks } = step;
  const indent = " ".repeat(WIDTH);
  return [
    `${style(status, status.padEnd(WIDTH))}${visible(`${title}: ${seen}`)}`,
    ...problems.flatMap(({ message, answer, mend }) => [
      indent + style("failed", visible(message)),
      ...(answer === undefined ? [] : [`${indent}Users see: ${visible(answer)}`]),
      `${indent}To mend it: ${visible(mend)}`,
    ]),
    ...remarks.map((remark) => indent + visible(remark)),
  ];
}

function endLines(
  steps: readonly RehearsalStep[],
  landing: Landing | undefined,
  style: ReportStyle,
): string[] {
  if (landing) {
    return [
      style("passed", visible(`${landing.user} would sign in to Amazon Connect.`)),
      visible(`Instance: ${landing.instance}, ${landing.instanceArn}`),
      visible(`Application: ${landing.application}`),
      visible(`Role: ${landing.roleArn}`),
      visible(`Landing page: ${landing.page}`),
      `Until: ${time(landing.until)}`,
    ];
  }
  const failed = steps.filter(({ status }) => status === "failed").length;
  return [
    failed === 0
      ? style("skipped", "Nothing failed, but too little can be judged to say who would sign in.")
      : style(
          "failed",
          `Sign-in would fail: ${failed === 1 ? "1 step" : `${String(failed)} steps`}.`,
        ),
  ];
}
