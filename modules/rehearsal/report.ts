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
  const groups = grouped(steps);
  return [
    ...groups.flatMap((group) => groupLines(group, style)),
    "",
    ...endLines(steps, landing, style),
  ].join("\n");
}

/** Steps one by one, but together those in a row that are skipped for the same reason. */
function grouped(steps: readonly RehearsalStep[]): RehearsalStep[][] {
  const groups: RehearsalStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const alike = last?.every(
      ({ status, seen }) => status === "skipped" && step.status === status && step.seen === seen,
    );
    if (last && alike) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function groupLines(group: readonly RehearsalStep[], style: ReportStyle): string[] {
  const [step] = group;
  if (!step) return [];
  const { status, seen, problems, remarks } = step;
  const titles = group.map(({ title }) => title).join(", ");
  const indent = " ".repeat(WIDTH);
  return [
    `${style(status, status.padEnd(WIDTH))}${visible(`${titles}: ${seen}`)}`,
    ...problems.flatMap(({ message, answer, mend }, index) => [
      indent + style("failed", visible(message)),
      ...(answer === undefined ? [] : [`${indent}Users see: ${visible(answer)}`]),
      // What mends several problems is said once, after the last of them.
      ...(problems[index + 1]?.mend === mend ? [] : [`${indent}To mend it: ${visible(mend)}`]),
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
  const failed = steps.find(({ status }) => status === "failed");
  return [
    failed
      ? style("failed", `Sign-in would fail. AWS stops at the first failure: ${failed.title}.`)
      : style("skipped", "Nothing failed, but too little can be judged to say who would sign in."),
  ];
}
