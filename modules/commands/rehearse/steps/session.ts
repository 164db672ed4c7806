import { formatSessionDuration, SESSION_DURATION } from "../../../aws/iam";
import { ATTRIBUTES, SIGN_IN_ERRORS } from "../../../aws/saml";
import type { Application } from "./application";
import { type Assertion, instant, later, valuesOf } from "../response";
import { otherLetters } from "./attributes";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { judged, listed, quoted, time } from "../step";

/** The name of the session, which Connect takes for the user's. */
export function judgeSessionName(
  assertion: Assertion,
  { application }: Application,
): { step: RehearsalStep; name?: string } {
  const values = valuesOf(assertion, ATTRIBUTES.sessionName);
  const seen = listed(values.map(quoted)) || "none";
  const mend = `map ${ATTRIBUTES.sessionName} of "${application.displayName}" to \${user:email}`;
  const fail = (message: string, answer: string, more = "") => ({
    step: judged("session-name", seen, [{ message, answer, mend: mend + more }]),
  });
  const [name, ...more] = values;
  if (name === undefined) {
    const message = `is missing${otherLetters(assertion, ATTRIBUTES.sessionName)}`;
    return fail(message, SIGN_IN_ERRORS.sessionNameMissing);
  }
  if (more.length > 0) {
    return fail("has several values, where AWS takes one", SIGN_IN_ERRORS.invalidResponse);
  }
  const bad = [...new Set(name.replace(/[a-zA-Z_0-9+=,.@-]/g, ""))].slice(0, 5);
  if (bad.length > 0 || name.length < 2 || name.length > 64) {
    const what =
      bad.length > 0
        ? `has ${listed(bad.map((one) => JSON.stringify(one)))}`
        : `is ${String(name.length)} character${name.length === 1 ? "" : "s"} long`;
    const message = `${what}; AWS takes 2 to 64 letters, digits and _+=,.@-`;
    const address = "; if it is that already, give the user such an address in Identity Center";
    return fail(message, SIGN_IN_ERRORS.sessionNameInvalid, address);
  }
  return { step: judged("session-name", seen), name };
}

/** Attributes that the roles' trust policies leave no room for. */
export function judgeSessionTags(
  { attributes }: Assertion,
  { application }: Application,
): RehearsalStep {
  const names = attributes.map(({ name }) => name);
  const tags = names.filter(
    (name) => name.startsWith(ATTRIBUTES.principalTag) || name === ATTRIBUTES.transitiveTagKeys,
  );
  const identities = names.filter((name) => name === ATTRIBUTES.sourceIdentity);
  const problem = (given: readonly string[], action: string): RehearsalProblem => ({
    message: `has ${listed(given.map(quoted))}, for which the role's trust policy would have to allow ${action}`,
    answer: SIGN_IN_ERRORS.notAuthorized,
    mend: `remove that attribute mapping of "${application.displayName}"`,
  });
  return judged("session-tags", listed([...tags, ...identities].map(quoted)) || "none", [
    ...(tags.length > 0 ? [problem(tags, "sts:TagSession")] : []),
    ...(identities.length > 0 ? [problem(identities, "sts:SetSourceIdentity")] : []),
  ]);
}

/** What AWS gives a session that asks for nothing, in seconds. */
const DEFAULT_SECONDS = 60 * 60;

/** How long the session lasts: as asked for, at most as long as the role's and Connect's. */
export function judgeSessionDuration(
  assertion: Assertion,
  { application, roleSeconds }: Application,
  at: Date,
): { step: RehearsalStep; until?: Date } {
  const { min, max } = SESSION_DURATION;
  const durations = valuesOf(assertion, ATTRIBUTES.sessionDuration);
  const ends = assertion.sessionEnds.map((text) => ({ text, date: instant(text) }));
  const seen =
    listed([
      ...durations.map((text) => `SessionDuration ${quoted(text)}`),
      ...ends.map(({ text }) => `SessionNotOnOrAfter ${quoted(text)}`),
    ]) || "none asked for";

  const problems: RehearsalProblem[] = [];
  const mend = `set the session duration of "${application.displayName}" to ${formatSessionDuration(application.sessionSeconds)}, as configured`;
  const seconds = Number(durations[0] ?? Number.NaN);
  if (durations.length > 1 || durations.some((text) => !/^\d{1,9}$/.test(text))) {
    problems.push({ message: "is not one number of seconds", mend });
  } else if (seconds < min || seconds > max) {
    problems.push({ message: `is not ${String(min)} to ${String(max)} seconds`, mend });
  } else if (seconds > roleSeconds) {
    problems.push({
      message: `is longer than the role's maximum of ${String(roleSeconds)} seconds`,
      answer: SIGN_IN_ERRORS.tooLong,
      mend: `${mend}, or raise sessionDuration in the config and deploy`,
    });
  }
  for (const { text, date } of ends) {
    if (!date) problems.push({ message: `ends at ${quoted(text)}, which is no time`, mend });
    else if (date <= at) {
      problems.push({
        message: `has ended at ${time(at)}`,
        answer: SIGN_IN_ERRORS.sessionExpired,
        mend: "start from the AWS access portal",
      });
    }
  }
  if (problems.length > 0) return { step: judged("session-duration", seen, problems) };

  const roleEnds = later(at, roleSeconds);
  const remarks = [
    ...(durations.length === 0
      ? [
          "Without SessionDuration, AWS documents credentials of one hour; whether Connect ends its session with them is unproven.",
        ]
      : []),
    ...(ends.some(({ date }) => date && date > roleEnds)
      ? [
          `SessionNotOnOrAfter is beyond the role's maximum of ${String(roleSeconds)} seconds, which counts as the end here.`,
        ]
      : []),
  ];
  const asked = [
    ...durations.map(() => later(at, seconds)),
    ...ends.flatMap(({ date }) => date ?? []),
  ];
  const until = [
    ...(asked.length > 0 ? asked : [later(at, DEFAULT_SECONDS)]),
    roleEnds,
    later(at, max),
  ].reduce((a, b) => (b < a ? b : a));
  return { step: judged("session-duration", seen, [], remarks), until };
}
