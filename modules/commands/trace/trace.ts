import type { InstanceSettings } from "../../config";
import { applicationsOf } from "../rehearse";
import type { SignInEvent } from "./event";
import { outcomeOf } from "./outcome";
import { ownerOf, personNamed, withRecordedNames } from "./person";
import type { Period, ReadEvents } from "./read-events";
import type { TraceReport } from "./report";
import { isConfigured, tracedEvent } from "./traced-event";

/** Finds in the events of all sign-ins those of one person, and says how the last one ended. */
export function trace(
  user: string,
  instances: readonly InstanceSettings[],
  { events: read, unread }: ReadEvents,
  period: Period,
): Omit<TraceReport, "problems"> {
  const all = onceEach(read);
  const applications = applicationsOf(instances);
  const person = withRecordedNames(personNamed(user, instances), all);
  // A success elsewhere, such as in the AWS console, is not a sign-in to these instances.
  const isElsewhere = (event: SignInEvent) =>
    event.error === undefined && !isConfigured(event, applications);
  // CloudTrail has the latest first, also within a second.
  const events = [...all]
    .reverse()
    .sort(byTime)
    .filter((event) => !isElsewhere(event))
    .flatMap((event) => tracedEvent(event, person, applications) ?? []);
  return {
    user,
    names: person.names,
    ...period,
    events,
    elsewhere: all.filter((event) => isElsewhere(event) && ownerOf(event, person).owner === "own")
      .length,
    unread,
    outcome: outcomeOf(person, events, all, unread),
  };
}

/** Events have whole seconds, within which the role comes first. */
function byTime(one: SignInEvent, other: SignInEvent): number {
  return one.time.getTime() - other.time.getTime() || one.call.localeCompare(other.call);
}

/** CloudTrail may have an event more than once. */
function onceEach(events: readonly SignInEvent[]): SignInEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}
