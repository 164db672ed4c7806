import { type RehearsalProblem, type RehearsalStep, type StepId, STEPS } from "./rehearsal";

/** A step that was judged: failed with a problem, or else passed. */
export function judged(
  id: StepId,
  seen: string,
  problems: readonly RehearsalProblem[] = [],
  remarks: readonly string[] = [],
): RehearsalStep {
  const status = problems.length > 0 ? "failed" : "passed";
  return { id, title: STEPS[id], status, seen, problems, remarks };
}

export function skipped(id: StepId, why: string, remarks: readonly string[] = []): RehearsalStep {
  return { id, title: STEPS[id], status: "skipped", seen: why, problems: [], remarks };
}

const SHOWN_MAX = 500;

/** A value in quotes, with its blanks, cut where nobody would read on. */
export function quoted(value: string): string {
  return value.length <= SHOWN_MAX
    ? JSON.stringify(value)
    : `${JSON.stringify(value.slice(0, SHOWN_MAX))}... (${value.length.toLocaleString("en-US")} characters)`;
}

/** `a, b and c` */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

export function time(date: Date): string {
  return date.toISOString().replace(".000Z", "Z");
}
