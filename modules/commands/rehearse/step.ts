import { type RehearsalProblem, type RehearsalStep, type StepId, STEPS } from "./rehearsal";

/** Makes the result of a step: failed if there is a problem, otherwise passed. */
export function stepResult(
  id: StepId,
  seen: string,
  problems: readonly RehearsalProblem[] = [],
  remarks: readonly string[] = [],
): RehearsalStep {
  const status = problems.length > 0 ? "failed" : "passed";
  return { id, title: STEPS[id], status, seen, problems, remarks };
}

/** Makes the result of a step that is skipped. */
export function skipped(id: StepId, why: string, remarks: readonly string[] = []): RehearsalStep {
  return { id, title: STEPS[id], status: "skipped", seen: why, problems: [], remarks };
}

/** Number of characters of a value, and of items of a list, that are shown. */
const SHOWN = { characters: 500, items: 10 };

/** Cuts long text, and adds its length. */
export function cut(text: string): string {
  return text.length <= SHOWN.characters ? text : `${text.slice(0, SHOWN.characters)}${rest(text)}`;
}

/** Puts a value in quotes, so that its spaces show, and cuts it if it is long. */
export function quoted(value: string): string {
  return value.length <= SHOWN.characters
    ? JSON.stringify(value)
    : `${JSON.stringify(value.slice(0, SHOWN.characters))}${rest(value)}`;
}

function rest({ length }: string): string {
  return `... (${length.toLocaleString("en-US")} characters)`;
}

/** Lists items as `a, b and c`; of many, only the first ones. */
export function listed(items: readonly string[]): string {
  const shown = firstOf(items, (more) => `${more} more`);
  return shown.length < 2
    ? shown.join("")
    : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

/** Returns the first of many items, and one that says how many more there are. */
export function firstOf<T>(items: readonly T[], last: (more: string) => T): T[] {
  const more = items.length - SHOWN.items;
  return more > 0
    ? [...items.slice(0, SHOWN.items), last(more.toLocaleString("en-US"))]
    : [...items];
}

/** Writes a time in UTC, as in `2026-12-01T12:00:30Z`. */
export function time(date: Date): string {
  return date.toISOString().replace(".000Z", "Z");
}
