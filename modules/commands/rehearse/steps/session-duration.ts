import { formatSessionDuration, SESSION_DURATION } from "../../../aws/iam";
import { ATTRIBUTES } from "../../../aws/saml";
import { type Application, fixOf } from "./application";
import { type Assertion, instant, later, valuesOf } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refusedBy, stepResult, time } from "../step";
import type { RehearsalProblem } from "../verdict";

/** Duration of a session that asks for none, in seconds. */
const DEFAULT_SECONDS = 60 * 60;

/** Checks the duration that the response asks for against the maximums of the role and of Connect. */
export function checkSessionDuration(
  assertion: Assertion,
  application: Application,
  at: Date,
): { step: RehearsalStep; until?: Date } {
  const asked: AskedDuration = {
    durations: valuesOf(assertion, ATTRIBUTES.sessionDuration),
    ends: assertion.sessionEnds.map((text) => ({ text, date: instant(text) })),
  };
  const seen =
    listed([
      ...asked.durations.map((text) => `SessionDuration ${quoted(text)}`),
      ...asked.ends.map(({ text }) => `SessionNotOnOrAfter ${quoted(text)}`),
    ]) || "none asked for";
  const ends = asked.ends.flatMap(({ date }) => date ?? []);
  const problems = [
    ...durationProblems(asked, application),
    ...asked.ends.flatMap((end) => endProblems(end, application, at)),
  ];
  if (problems.length > 0) return { step: stepResult("session-duration", seen, problems) };

  const issued = instant(assertion.issued ?? "") ?? at;
  const lengths = [
    ...asked.durations.map(Number),
    ...ends.map((end) => (end.getTime() - issued.getTime()) / 1000),
  ];
  const seconds = lengths.length > 0 ? Math.min(...lengths) : DEFAULT_SECONDS;
  const until = [
    ...asked.durations.map((one) => later(at, Number(one))),
    ...ends,
    ...(lengths.length > 0 ? [] : [later(at, DEFAULT_SECONDS)]),
    later(at, application.roleSeconds),
    later(at, SESSION_DURATION.max),
  ].reduce((a, b) => (b < a ? b : a));
  return {
    step: stepResult(
      "session-duration",
      seen,
      lengthProblems(seconds, lengths.length > 0, application),
      durationRemarks(asked, application, at),
    ),
    until,
  };
}

/** Differences of less are those of clocks. */
const TOLERANCE_SECONDS = 60;

/** Compares the length of the session with the config; one hour is what is left when it is forgotten. */
function lengthProblems(
  seconds: number,
  isAsked: boolean,
  { application }: Application,
): RehearsalProblem[] {
  const wanted = application.sessionSeconds;
  if (Math.abs(seconds - wanted) <= TOLERANCE_SECONDS) return [];
  const length = formatSessionDuration(Math.max(Math.round(seconds), 1));
  const what = isAsked
    ? `asks for a session of ${length}`
    : `asks for no duration, for which AWS documents credentials of ${length}`;
  const config = formatSessionDuration(wanted);
  return [
    {
      kind: "differs",
      message: `${what}; the config has sessionDuration: ${config}`,
      fix: `set Session duration, under Application properties of "${application.displayName}" in the Identity Center console, to ${config}`,
    },
  ];
}

/** The durations that a response asks for: values of SessionDuration and of SessionNotOnOrAfter. */
interface AskedDuration {
  readonly durations: readonly string[];
  readonly ends: readonly AskedEnd[];
}

interface AskedEnd {
  readonly text: string;
  /** Missing where the text is not a time. */
  readonly date: Date | undefined;
}

function durationProblems(
  { durations }: AskedDuration,
  application: Application,
): RehearsalProblem[] {
  const [first, ...more] = durations;
  if (first === undefined) return [];
  const { min, max } = SESSION_DURATION;
  const { roleSeconds } = application;
  const fix = asConfigured(application);
  const seconds = Number(first);
  if (more.length > 0 || !/^\d{1,9}$/.test(first)) {
    return [refusedBy("assertions", "is not one number of seconds", fix)];
  }
  if (seconds < min || seconds > max) {
    const message = `is not ${String(min)} to ${String(max)} seconds`;
    return [refusedBy("assertions", message, fix)];
  }
  if (seconds <= roleSeconds) return [];
  return [
    {
      kind: "unverified",
      message: `is longer than the role's maximum of ${String(roleSeconds)} seconds, which AWS documents as an error for calls of its API and CLI, and not for sign-in`,
      needs: "a sign-in",
      fix: `${fix}, or raise sessionDuration in the config and deploy`,
    },
  ];
}

function endProblems(
  { text, date }: AskedEnd,
  application: Application,
  at: Date,
): RehearsalProblem[] {
  if (!date) {
    const message = `ends at ${quoted(text)}, which is not a time`;
    return [{ kind: "unverified", message, needs: "a sign-in", fix: asConfigured(application) }];
  }
  if (date > at) return [];
  const fix = fixOf(application, "sessionExpired");
  return [refusedBy("assumeRole", `has already ended at ${time(at)}`, fix)];
}

function asConfigured(application: Application): string {
  return `${fixOf(application, "tooLong")}, as configured`;
}

function durationRemarks(
  { durations, ends }: AskedDuration,
  { roleSeconds }: Application,
  at: Date,
): string[] {
  const roleEnd = later(at, roleSeconds);
  return [
    ...(durations.length === 0 && ends.length > 0
      ? [
          "Without SessionDuration, AWS documents credentials of one hour; whether Connect ends its session with them is unproven.",
        ]
      : []),
    ...(ends.some(({ date }) => date && date > roleEnd)
      ? [
          `SessionNotOnOrAfter is later than the role's maximum of ${String(roleSeconds)} seconds allows; that maximum counts as the end here.`,
        ]
      : []),
  ];
}
