import { isSignInUrl } from "../../../aws";
import { SIGN_IN_ERRORS } from "../../../aws/saml";
import type { Application } from "./application";
import {
  type Assertion,
  CAPTURE,
  type Confirmation,
  instant,
  later,
  type Window,
} from "../response";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { judged, listed, quoted, time } from "../step";

/**
 * For whom the assertion is, and where it was sent: the one `SubjectConfirmation`, whose recipient is
 * what a trust policy calls `SAML:aud`.
 *
 * @param destination of the response, where the browser took it
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function judgeRecipient(
  { nameId, confirmations }: Assertion,
  destination: string | undefined,
  { settings: { instance }, application }: Application,
): RehearsalStep {
  const mend = `set the Application ACS URL of "${application.displayName}" to ${instance.acsUrl}`;
  const problems: RehearsalProblem[] = [];
  if (nameId === undefined || nameId.trim() === "") {
    problems.push({
      message: "has no NameID in its Subject, or several; AWS asks for one",
      answer: SIGN_IN_ERRORS.notAuthorized,
      mend: "map the attribute Subject to ${user:email}, format emailAddress",
    });
  }
  for (const message of confirmationProblems(confirmations)) {
    problems.push({ message, answer: SIGN_IN_ERRORS.invalidResponse, mend });
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
        ? `has a ${name} that the role's trust policy does not list as SAML:aud: that is ${listed(instance.signInUrls)}`
        : `has a ${name} that is no sign-in URL of AWS`,
      answer: isSignInUrl(url) ? SIGN_IN_ERRORS.notAuthorized : SIGN_IN_ERRORS.cannotProcess,
      mend,
    });
  }
  const urls = new Set(places.map(([, url]) => url));
  const seen = places.map(([name, url]) => (urls.size > 1 ? `${name} ` : "") + quoted(url));
  return judged("recipient", listed([...new Set(seen)]) || "none", problems);
}

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

function confirmationProblems(confirmations: readonly Confirmation[]): string[] {
  const [confirmation, ...more] = confirmations;
  if (!confirmation || more.length > 0) {
    const count = confirmation ? String(confirmations.length) : "no";
    return [`has ${count} SubjectConfirmations, where AWS takes exactly one`];
  }
  const { method, recipient, notOnOrAfter } = confirmation;
  return [
    ...(method === BEARER
      ? []
      : [`has a SubjectConfirmation by ${quoted(method ?? "")}, where sign-in takes ${BEARER}`]),
    ...(recipient === undefined || notOnOrAfter === undefined
      ? ["lacks the Recipient or the NotOnOrAfter of its one SubjectConfirmationData"]
      : []),
  ];
}

/**
 * Every restriction must name AWS, by the name that applications have by default, or, as AWS
 * documents too, by a sign-in URL.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml_audience-restriction
 */
export function judgeAudience(
  { audiences }: Assertion,
  { settings: { instance }, application }: Application,
): RehearsalStep {
  const { samlAudience, signInUrls } = instance;
  const seen = listed(audiences.flat().map(quoted)) || "none";
  const each = (names: readonly string[]) =>
    audiences.length > 0 && audiences.every((one) => one.some((name) => names.includes(name)));
  if (each([samlAudience])) return judged("audience", seen);
  if (each([samlAudience, ...signInUrls])) {
    const remark = `AWS documents this audience too; an application has ${samlAudience} by default.`;
    return judged("audience", seen, [], [remark]);
  }
  return judged("audience", seen, [
    {
      message: `is not ${samlAudience}`,
      answer: SIGN_IN_ERRORS.audienceMissing,
      mend: `set the Application SAML audience of "${application.displayName}" to ${samlAudience}`,
    },
  ]);
}

/** AWS takes a response up to five minutes after it was issued. */
const REDEEM_SECONDS = 5 * 60;

/** Whether the moment of sign-in is within every window, without any allowance for clocks. */
export function judgeValidity(assertion: Assertion, at: Date): RehearsalStep {
  const { issued = "", confirmations, conditions } = assertion;
  if (conditions.length > 1) {
    return judged("validity", `${String(conditions.length)} Conditions`, [
      {
        message: "has several Conditions, where SAML allows one",
        answer: SIGN_IN_ERRORS.invalidResponse,
        mend: CAPTURE,
      },
    ]);
  }
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
  const times = written.map(([name, text]) => ({ name, text, date: instant(text) }));
  const unreadable = times.filter(({ date }) => !date);
  if (unreadable.length > 0) {
    return judged(
      "validity",
      "cannot be read",
      unreadable.map(({ name, text }) => ({
        message: `has ${quoted(text)} as ${name}; SAML writes times as in 2026-11-22T12:00:00Z`,
        answer: SIGN_IN_ERRORS.invalidResponse,
        mend: CAPTURE,
      })),
    );
  }

  const dated = times.flatMap(({ name, date }) => (date ? [{ name, date }] : []));
  const redeem = dated.slice(0, 1).map(({ date }) => ({
    name: "5 minutes after IssueInstant",
    date: later(date, REDEEM_SECONDS),
  }));
  const starts = dated.filter(({ name }) => !name.startsWith("NotOnOrAfter"));
  const ends = [...dated.filter(({ name }) => name.startsWith("NotOnOrAfter")), ...redeem];
  const start = starts.reduce((a, b) => (b.date > a.date ? b : a));
  const end = ends.reduce((a, b) => (b.date < a.date ? b : a));
  const seen = `from ${time(start.date)} to ${time(end.date)}`;
  if (at < start.date) {
    return judged("validity", seen, [
      {
        message: `is not valid yet at ${time(at)} (${start.name})`,
        mend: `compare the clocks, or rehearse a moment from ${time(start.date)} with --at`,
      },
    ]);
  }
  if (at < end.date) return judged("validity", seen);
  return judged("validity", seen, [
    {
      message: `is no longer valid at ${time(at)} (${end.name})`,
      answer: SIGN_IN_ERRORS.tooLate,
      mend: `start again from the AWS access portal; to rehearse the moment of sign-in, give --at ${time(start.date)}`,
    },
  ]);
}
