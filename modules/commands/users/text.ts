import { renderEntry } from "../entry";
import type { Rendering, Style } from "../terminal";
import type { Result } from "./apply-users";
import { isBlocked, type PlannedInstance } from "./report";

/** What the text of a plan depends on. */
export interface PlanText {
  readonly rendering: Rendering;
  /** Number of requests a second. */
  readonly perSecond: number;
}

/** Renders the plan of an instance as the text that `connect-sso users` prints. */
export function renderPlan(planned: PlannedInstance, { rendering, perSecond }: PlanText): string {
  const { file, instanceArn, create, change, remove, left, problems, unread, refused } = planned;
  const entry = (label: string, style: Style, text: string) =>
    renderEntry(label.padEnd(8), text, { rendering, style, before: "  ", indent: 10 });
  return [
    renderEntry(`${file}:`, ` ${instanceArn}`.trim(), { rendering, style: "bold", indent: 2 }),
    ...(unread === undefined ? [] : [entry("unread", "yellow", unread)]),
    ...problems.map((problem) => entry("error", "red", problem)),
    ...left.map(({ name, why }) => entry("left", "yellow", `${name}: ${why}`)),
    ...create.map(({ user }) => entry("create", "green", user)),
    ...change.map(({ user, changes }) =>
      entry(
        "change",
        "yellow",
        `${user}: ${changes.map(({ what, from, to }) => `${what} from ${from} to ${to}`).join("; ") || "the mark of its e-mail addresses"}`,
      ),
    ),
    ...remove.map(({ user }) => entry("remove", "red", user)),
    ...(refused === undefined ? [] : [entry("refused", "red", refused)]),
    ...(unread === undefined ? ["", summary(planned, perSecond)] : []),
  ].join("\n");
}

function summary(planned: PlannedInstance, perSecond: number): string {
  const { create, change, remove, kept, left, requests } = planned;
  const counts = [
    `${String(create.length)} to create`,
    `${String(change.length)} to change`,
    `${String(remove.length)} to remove`,
    `${String(kept)} as they are`,
    ...(left.length === 0 ? [] : [`${String(left.length)} left`]),
  ].join(", ");
  const time =
    requests === 0
      ? ""
      : ` It takes ${String(requests)} requests, about ${inMinutes(requests / perSecond)}.`;
  const removal =
    remove.length === 0
      ? []
      : [
          "Amazon Connect keeps the names of removed users in reports. Whoever is signed in stays so for up to 12 hours; docs/people.md says how to end that.",
        ];
  return [`${counts}.${isBlocked(planned) ? "" : time}`, ...removal].join("\n");
}

/** Writes a time as people say it: `40 s`, `5 min`. */
export function inMinutes(seconds: number): string {
  return seconds < 90
    ? `${String(Math.ceil(seconds))} s`
    : `${String(Math.round(seconds / 60))} min`;
}

/** Renders what became of the actions of an instance. */
export function renderResults(
  { file, results = [] }: PlannedInstance,
  again: string,
  rendering: Rendering,
): string {
  const of = (result: Result["result"]) => results.filter((one) => one.result === result);
  const [done, failed, skipped] = [of("done"), of("failed"), of("skipped")];
  const lines = [
    ...failed.map(({ action, user, why = "" }) =>
      renderEntry("failed".padEnd(8), `${action} ${user}: ${why}`, {
        rendering,
        style: "red",
        before: "  ",
        indent: 10,
      }),
    ),
    ...reasons(skipped).map(([why, number]) =>
      renderEntry("skipped".padEnd(8), `${String(number)} of the plan: ${why}`, {
        rendering,
        style: "yellow",
        before: "  ",
        indent: 10,
      }),
    ),
  ];
  const counts = ["create", "change", "remove"].map(
    (action) =>
      `${String(done.filter((one) => one.action === action).length)} ${action === "create" ? "created" : `${action}d`}`,
  );
  const rest = results.length - done.length;
  return [
    ...lines,
    `${file}: ${counts.join(", ")}${rest === 0 ? "." : `; ${String(rest)} not done.`}`,
    ...(rest === 0 ? [] : [`Run it again to do the rest, without doubles: ${again}`]),
  ].join("\n");
}

function reasons(skipped: readonly Result[]): (readonly [why: string, number: number])[] {
  const counts = new Map<string, number>();
  for (const { why = "" } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts];
}
