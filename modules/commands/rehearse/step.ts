import { SAML_PAGES, SIGN_IN_FAILURES, type SignInAnswer } from "../../aws/saml";
import { type RehearsalStep, type StepId, STEPS } from "./rehearsal";
import { gravest, type Refusal, type RehearsalProblem } from "./verdict";

/** Makes the result of a step, with the verdict of its gravest problem. */
export function stepResult(
  id: StepId,
  seen: string,
  problems: readonly RehearsalProblem[] = [],
  remarks: readonly string[] = [],
): RehearsalStep {
  const status = gravest(problems.map(({ kind }) => kind));
  return { id, title: STEPS[id], status, seen, problems, remarks };
}

/** Makes the result of a step with nothing to check. */
export function unverified(
  id: StepId,
  why: string,
  needs: string,
  more: { readonly decisive?: false } = {},
): RehearsalStep {
  return stepResult(id, why, [{ kind: "unverified", message: why, needs, ...more }]);
}

/** What a step has seen where nothing was given to check. */
export const NOT_GIVEN = "not given";

/** A failure whose message is AWS's own, which names its page. */
type Worded = {
  [Name in keyof typeof SIGN_IN_FAILURES]: (typeof SIGN_IN_FAILURES)[Name]["answer"] extends {
    kind: "words";
  }
    ? Name
    : never;
}[keyof typeof SIGN_IN_FAILURES];

/** Makes a refusal that AWS answers with a known message. */
export function refused(failure: Worded, message: string, fix: string): Refusal {
  const answer: SignInAnswer & { kind: "words" } = SIGN_IN_FAILURES[failure].answer;
  return { kind: "refused", message, source: answer.source, answer, fix };
}

/** Makes a refusal by what AWS documents, for which no message is known. */
export function refusedBy(page: keyof typeof SAML_PAGES, message: string, fix: string): Refusal {
  return { kind: "refused", message, source: SAML_PAGES[page], fix };
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
