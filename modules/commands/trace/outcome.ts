import { howStarted } from "../../config";
import { nearest, shellWord } from "../../text";
import type { SignInEvent } from "./event";
import { moment } from "./moment";
import type { Person } from "./person";
import type { Outcome, TracedEvent } from "./report";

/** Says how the last sign-in of a person ended. */
export function outcomeOf(
  person: Person,
  events: readonly TracedEvent[],
  all: readonly SignInEvent[],
  unread: readonly string[],
): Outcome {
  const last = events.filter(({ owner }) => owner === "own").at(-1);
  if (!last) return { is: "unknown", message: withoutEvents(person, events, all, unread) };
  const at = moment(last.time);
  const isWhole = unread.length === 0;
  if (last.result === "refused") {
    const by = last.call === "AssumeRoleWithSAML" ? "AWS" : "Amazon Connect";
    const which = isWhole
      ? `the last sign-in, at ${at}`
      : `the last sign-in that was read, at ${at}`;
    return { is: "refused", message: `${by} refused ${which}.` };
  }
  if (last.result === "failed") {
    const message = `The last sign-in, at ${at}, ended with an error that says nothing about it: have the person sign in again.`;
    return { is: "unknown", message };
  }
  if (last.call === "AssumeRoleWithSAML") {
    const message = isWhole
      ? `AWS let the person take the role at ${at}, but no GetFederationToken is recorded since: either it is not recorded yet, or the browser did not get to Amazon Connect, as with a malformed relay state.`
      : `AWS let the person take the role at ${at}; what came after it may be in what was not read.`;
    return { is: "unknown", message };
  }
  const message = `Amazon Connect let the person in at ${at}, and nothing is recorded since.`;
  return isWhole
    ? { is: "signed-in", message }
    : {
        is: "unknown",
        message: `Amazon Connect let the person in at ${at}; what was not read may be later.`,
      };
}

function withoutEvents(
  { asked }: Person,
  events: readonly TracedEvent[],
  all: readonly SignInEvent[],
  unread: readonly string[],
): string {
  const twin = events.find(({ owner }) => owner === "twin")?.name;
  if (twin !== undefined) {
    return `Nothing is recorded of exactly this name. Amazon Connect distinguishes upper and lower case; to trace the other name, run this with --user ${shellWord(twin, howStarted().shell)}.`;
  }
  const names = [...new Set(all.flatMap((event) => event.names))];
  const near = nearest(asked, names);
  const guess =
    near === undefined ? "" : ` Did you mean --user ${shellWord(near, howStarted().shell)}?`;
  return unread.length === 0
    ? `Nothing is recorded of this person in this period.${guess}`
    : `Nothing of this person is in what could be read.${guess}`;
}
