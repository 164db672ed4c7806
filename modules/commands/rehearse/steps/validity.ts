import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { unmarked } from "../../../text";
import { type Assertion, FIELD, instant, later, type Window } from "../response";
import type { Moment, RehearsalStep } from "../rehearsal";
import { quoted, refused, stepResult, time } from "../step";
import type { Unverified } from "../verdict";

/** Time after its issue for which AWS takes a response, in seconds. */
const REDEEM_SECONDS = 5 * 60;

/**
 * Finds the moment to check a response as of: the one that is given, or else now, or else, of a
 * response that is older than AWS takes, the beginning of its validity. Who investigates a failed
 * sign-in has only an old response.
 */
export function momentOf(assertion: Assertion, given: Date | undefined, now: Date): Moment {
  if (given) return { at: given, from: "given" };
  const times = timesOf(assertion).flatMap(({ name, date }) => (date ? [{ name, date }] : []));
  const [issued] = times;
  if (issued?.name !== ISSUED) return { at: now, from: "now" };
  const { start, end } = period(times);
  return now < end.date || start.date >= end.date
    ? { at: now, from: "now" }
    : { at: start.date, from: "issued" };
}

/** Checks that the moment of sign-in is within every window, with no tolerance for clocks that differ. */
export function checkValidity(assertion: Assertion, at: Date): RehearsalStep {
  const { conditions } = assertion;
  const unreadableTime = (message: string): Unverified => ({
    kind: "unverified",
    message,
    needs: FIELD,
  });
  if (conditions.length > 1) {
    return stepResult("validity", `${String(conditions.length)} Conditions`, [
      unreadableTime("has several Conditions, but SAML allows one"),
    ]);
  }
  const times = timesOf(assertion);
  const unreadable = times.filter(({ date }) => !date);
  if (unreadable.length > 0) {
    const problems = unreadable.map(({ name, text }) =>
      unreadableTime(
        `has ${quoted(text)} as ${name}; SAML writes times as in 2026-11-22T12:00:00Z`,
      ),
    );
    return stepResult("validity", "cannot be read", problems);
  }

  const { start, end } = period(times.flatMap(({ name, date }) => (date ? [{ name, date }] : [])));
  const seen = `from ${time(start.date)} to ${time(end.date)}`;
  if (at < start.date) {
    return stepResult("validity", seen, [
      {
        kind: "unverified",
        message: `is not valid yet at ${time(at)} (${start.name}); how much AWS tolerates is not documented`,
        needs: `clocks that agree, or a moment from ${time(start.date)} with --at`,
      },
    ]);
  }
  if (at < end.date) return stepResult("validity", seen);
  return stepResult("validity", seen, [
    refused(
      "tooLate",
      `is no longer valid at ${time(at)} (${end.name})`,
      `${unmarked(SIGN_IN_FAILURES.tooLate.fix())}; to rehearse the moment of sign-in, give --at ${time(start.date)}`,
    ),
  ]);
}

interface NamedTime {
  readonly name: string;
  readonly date: Date;
}

const ISSUED = "IssueInstant";

/** Lists the times that bound an assertion, IssueInstant first; a time without `date` is unreadable. */
function timesOf({ issued = "", confirmations, conditions }: Assertion) {
  const windows: readonly (readonly [string, Window])[] = [
    ...conditions.map((window) => ["Conditions", window] as const),
    ...confirmations.map((window) => ["SubjectConfirmationData", window] as const),
  ];
  const written = [
    [ISSUED, issued] as const,
    ...windows.flatMap(([place, { notBefore, notOnOrAfter }]) => [
      ...(notBefore === undefined ? [] : [[`NotBefore of ${place}`, notBefore] as const]),
      ...(notOnOrAfter === undefined ? [] : [[`NotOnOrAfter of ${place}`, notOnOrAfter] as const]),
    ]),
  ];
  return written.map(([name, text]) => ({ name, text, date: instant(text) }));
}

/** Finds the latest start and the earliest end; one of the ends is that of AWS, after five minutes. */
function period(times: readonly NamedTime[]): { start: NamedTime; end: NamedTime } {
  const redeemed = times.slice(0, 1).map(({ date }) => ({
    name: "5 minutes after IssueInstant",
    date: later(date, REDEEM_SECONDS),
  }));
  const starts = times.filter(({ name }) => !name.startsWith("NotOnOrAfter"));
  const ends = [...times.filter(({ name }) => name.startsWith("NotOnOrAfter")), ...redeemed];
  return {
    start: starts.reduce((a, b) => (b.date > a.date ? b : a)),
    end: ends.reduce((a, b) => (b.date < a.date ? b : a)),
  };
}
