import { isSignInUrl } from "../../../aws";
import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { unmarked } from "../../../text";
import { type Application, fixOf } from "./application";
import {
  type Assertion,
  CAPTURE,
  type Confirmation,
  instant,
  later,
  type Window,
} from "../response";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { stepResult, listed, quoted, time } from "../step";

/**
 * Checks the subject of the assertion, and the URL that it was sent to: its one `SubjectConfirmation`
 * has the recipient, which a trust policy compares with `SAML:aud`.
 *
 * @param destination the URL in the response that the browser posted it to
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function checkRecipient(
  { nameId, confirmations }: Assertion,
  destination: string | undefined,
  application: Application,
): RehearsalStep {
  const { instance } = application.settings;
  const fix = fixOf(application, "cannotProcess");
  const problems: RehearsalProblem[] = [];
  if (nameId === undefined || nameId.trim() === "") {
    problems.push({
      message: "has no NameID in its Subject, or several; AWS requires one",
      answer: SIGN_IN_FAILURES.notAuthorized.answer,
      fix: "map the attribute Subject to ${user:email}, format emailAddress",
    });
  }
  for (const message of confirmationProblems(confirmations)) {
    problems.push({ message, answer: SIGN_IN_FAILURES.invalidResponse.answer, fix });
  }
  const places = [
    ...confirmations.flatMap(({ recipient }) =>
      recipient === undefined ? [] : [["Recipient", recipient] as const],
    ),
    ...(destination === undefined ? [] : [["Destination", destination] as const]),
  ];
  for (const [name, url] of places) {
    if (instance.signInUrls.includes(url)) continue;
    problems.push({
      message: isSignInUrl(url)
        ? `has a ${name} that the role's trust policy does not list as SAML:aud: it lists ${listed(instance.signInUrls)}`
        : `has a ${name} that is not a sign-in URL of AWS`,
      answer: isSignInUrl(url)
        ? SIGN_IN_FAILURES.notAuthorized.answer
        : SIGN_IN_FAILURES.cannotProcess.answer,
      fix,
    });
  }
  const urls = new Set(places.map(([, url]) => url));
  const seen = places.map(([name, url]) => (urls.size > 1 ? `${name} ` : "") + quoted(url));
  return stepResult("recipient", listed([...new Set(seen)]) || "none", problems);
}

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

function confirmationProblems(confirmations: readonly Confirmation[]): string[] {
  const [confirmation, ...more] = confirmations;
  if (!confirmation || more.length > 0) {
    const count = confirmation ? String(confirmations.length) : "no";
    return [`has ${count} SubjectConfirmations, but AWS takes exactly one`];
  }
  const { method, recipient, notOnOrAfter } = confirmation;
  return [
    ...(method === BEARER
      ? []
      : [`has a SubjectConfirmation by ${quoted(method ?? "")}, but sign-in takes ${BEARER}`]),
    ...(recipient === undefined || notOnOrAfter === undefined
      ? ["lacks the Recipient or the NotOnOrAfter of its one SubjectConfirmationData"]
      : []),
  ];
}

/**
 * Checks that every audience restriction names AWS: by the default audience of applications, or by a
 * sign-in URL, which AWS documents too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml_audience-restriction
 */
export function checkAudience({ audiences }: Assertion, application: Application): RehearsalStep {
  const { samlAudience, signInUrls } = application.settings.instance;
  const seen = listed(audiences.flat().map(quoted)) || "none";
  const each = (names: readonly string[]) =>
    audiences.length > 0 && audiences.every((one) => one.some((name) => names.includes(name)));
  if (each([samlAudience])) return stepResult("audience", seen);
  if (each([samlAudience, ...signInUrls])) {
    const remark = `AWS documents this audience too; an application has ${samlAudience} by default.`;
    return stepResult("audience", seen, [], [remark]);
  }
  return stepResult("audience", seen, [
    {
      message: `is not ${samlAudience}`,
      answer: SIGN_IN_FAILURES.audienceMissing.answer,
      fix: fixOf(application, "audienceMissing"),
    },
  ]);
}

/** Time after its issue for which AWS takes a response, in seconds. */
const REDEEM_SECONDS = 5 * 60;

/** Checks that the moment of sign-in is within every window, with no tolerance for clocks that differ. */
export function checkValidity(assertion: Assertion, at: Date): RehearsalStep {
  const { conditions } = assertion;
  const unreadableTime = (message: string): RehearsalProblem => ({
    message,
    answer: SIGN_IN_FAILURES.invalidResponse.answer,
    fix: CAPTURE,
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
        message: `is not valid yet at ${time(at)} (${start.name})`,
        fix: `check the clocks, or rehearse a moment from ${time(start.date)} with --at`,
      },
    ]);
  }
  if (at < end.date) return stepResult("validity", seen);
  const { answer, fix } = SIGN_IN_FAILURES.tooLate;
  return stepResult("validity", seen, [
    {
      message: `is no longer valid at ${time(at)} (${end.name})`,
      answer,
      fix: `${unmarked(fix())}; to rehearse the moment of sign-in, give --at ${time(start.date)}`,
    },
  ]);
}

interface NamedTime {
  readonly name: string;
  readonly date: Date;
}

/** Lists the times that bound an assertion, IssueInstant first; a time without `date` is unreadable. */
function timesOf({ issued = "", confirmations, conditions }: Assertion) {
  const windows: readonly (readonly [string, Window])[] = [
    ...conditions.map((window) => ["Conditions", window] as const),
    ...confirmations.map((window) => ["SubjectConfirmationData", window] as const),
  ];
  const written = [
    ["IssueInstant", issued] as const,
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
