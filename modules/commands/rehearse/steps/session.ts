import { SESSION_DURATION } from "../../../aws/iam";
import { ATTRIBUTES, ROLE_SESSION_NAME, SIGN_IN_FAILURES } from "../../../aws/saml";
import { type Application, fixOf } from "./application";
import { type Assertion, instant, later, valuesOf } from "../response";
import { nearMiss } from "./attributes";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { stepResult, listed, quoted, time } from "../step";

/** Checks the role session name, which Connect takes as the name of the user. */
export function checkSessionName(
  assertion: Assertion,
  application: Application,
): { step: RehearsalStep; name?: string } {
  const values = valuesOf(assertion, ATTRIBUTES.sessionName);
  const seen = listed(values.map(quoted)) || "none";
  const { sessionNameMissing, sessionNameInvalid, invalidResponse } = SIGN_IN_FAILURES;
  const fail = (problem: RehearsalProblem) => ({
    step: stepResult("session-name", seen, [problem]),
  });
  const [name, ...more] = values;
  const fix = fixOf(application, "sessionNameMissing");
  if (name === undefined) {
    const message = `is missing${nearMiss(assertion, ATTRIBUTES.sessionName)}`;
    return fail({ message, answer: sessionNameMissing.answer, fix });
  }
  if (more.length > 0) {
    const message = "has several values, but AWS takes one";
    return fail({ message, answer: invalidResponse.answer, fix });
  }
  const { character, marks, min, max } = ROLE_SESSION_NAME;
  const bad = [...new Set(name.replace(new RegExp(character, "g"), ""))].slice(0, 5);
  if (bad.length > 0 || name.length < min || name.length > max) {
    const what =
      bad.length > 0
        ? `has ${listed(bad.map((one) => JSON.stringify(one)))}`
        : `is ${String(name.length)} character${name.length === 1 ? "" : "s"} long`;
    return fail({
      message: `${what}; AWS takes ${String(min)} to ${String(max)} letters, digits and ${marks}`,
      answer: sessionNameInvalid.answer,
      fix: fixOf(application, "sessionNameInvalid"),
    });
  }
  return { step: stepResult("session-name", seen), name };
}

/** Checks that no attribute needs an action that the trust policies of the roles do not allow. */
export function checkSessionTags(
  { attributes }: Assertion,
  { application }: Application,
): RehearsalStep {
  const names = attributes.map(({ name }) => name);
  const tags = names.filter(
    (name) => name.startsWith(ATTRIBUTES.principalTag) || name === ATTRIBUTES.transitiveTagKeys,
  );
  const identities = names.filter((name) => name === ATTRIBUTES.sourceIdentity);
  const forbidden = (given: readonly string[], action: string): RehearsalProblem => ({
    message: `has ${listed(given.map(quoted))}, for which the role's trust policy would have to allow ${action}`,
    answer: SIGN_IN_FAILURES.notAuthorized.answer,
    fix: `remove that attribute mapping of "${application.displayName}"`,
  });
  return stepResult("session-tags", listed([...tags, ...identities].map(quoted)) || "none", [
    ...(tags.length > 0 ? [forbidden(tags, "sts:TagSession")] : []),
    ...(identities.length > 0 ? [forbidden(identities, "sts:SetSourceIdentity")] : []),
  ]);
}

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
  const problems = [
    ...durationProblems(asked, application),
    ...asked.ends.flatMap((end) => endProblems(end, application, at)),
  ];
  if (problems.length > 0) return { step: stepResult("session-duration", seen, problems) };

  const roleEnd = later(at, application.roleSeconds);
  const until = [...askedEnds(asked, at), roleEnd, later(at, SESSION_DURATION.max)].reduce(
    (a, b) => (b < a ? b : a),
  );
  const remarks = durationRemarks(asked, application, roleEnd);
  return { step: stepResult("session-duration", seen, [], remarks), until };
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
    return [{ message: "is not one number of seconds", fix }];
  }
  if (seconds < min || seconds > max) {
    return [{ message: `is not ${String(min)} to ${String(max)} seconds`, fix }];
  }
  if (seconds <= roleSeconds) return [];
  return [
    {
      message: `is longer than the role's maximum of ${String(roleSeconds)} seconds`,
      answer: SIGN_IN_FAILURES.tooLong.answer,
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
    return [{ message, fix: asConfigured(application) }];
  }
  if (date > at) return [];
  const { answer } = SIGN_IN_FAILURES.sessionExpired;
  return [
    {
      message: `has already ended at ${time(at)}`,
      answer,
      fix: fixOf(application, "sessionExpired"),
    },
  ];
}

function asConfigured(application: Application): string {
  return `${fixOf(application, "tooLong")}, as configured`;
}

function durationRemarks(
  { durations, ends }: AskedDuration,
  { roleSeconds }: Application,
  roleEnd: Date,
): string[] {
  return [
    ...(durations.length === 0
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

/** Lists the ends that a response asks for, or else the default of AWS. */
function askedEnds({ durations, ends }: AskedDuration, at: Date): Date[] {
  const asked = [
    ...durations.map((seconds) => later(at, Number(seconds))),
    ...ends.flatMap(({ date }) => date ?? []),
  ];
  return asked.length > 0 ? asked : [later(at, DEFAULT_SECONDS)];
}
