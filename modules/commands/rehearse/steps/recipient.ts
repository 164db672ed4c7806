import { SAML_PAGES, signInUrl } from "../../../aws/saml";
import { type Application, fixOf } from "./application";
import type { Assertion, Confirmation } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refused, refusedBy, stepResult } from "../step";
import type { RehearsalProblem } from "../verdict";

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
  const problems: RehearsalProblem[] = [];
  if (nameId === undefined || nameId.trim() === "") {
    problems.push(
      refused(
        "notAuthorized",
        "has no NameID in its Subject, or several; AWS requires one",
        "map the attribute Subject to ${user:email}, format emailAddress",
      ),
    );
  }
  problems.push(...confirmationProblems(confirmations, application));
  const recipients = confirmations.flatMap(({ recipient }) => recipient ?? []);
  for (const url of recipients) problems.push(...recipientProblems(url, application));
  const places = recipients.map((url) => ["Recipient", url] as [string, string]);
  if (destination !== undefined && !recipients.includes(destination)) {
    const astray = destinationProblems(destination, application);
    problems.push(...astray);
    // Shown only where it is a problem: whoever sent the response may have written it.
    if (astray.length > 0) places.push(["Destination", destination]);
  }
  const urls = new Set(places.map(([, url]) => url));
  const seen = places.map(([name, url]) => (urls.size > 1 ? `${name} ` : "") + quoted(url));
  return stepResult("recipient", listed([...new Set(seen)]) || "none", problems);
}

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

function confirmationProblems(
  confirmations: readonly Confirmation[],
  application: Application,
): RehearsalProblem[] {
  const fix = fixOf(application, "cannotProcess");
  const [confirmation, ...more] = confirmations;
  if (!confirmation || more.length > 0) {
    const count = confirmation ? String(confirmations.length) : "no";
    const message = `has ${count} SubjectConfirmations, but AWS takes exactly one`;
    return [refusedBy("assertions", message, fix)];
  }
  const { method, recipient, notOnOrAfter } = confirmation;
  return [
    ...(method === BEARER
      ? []
      : [
          {
            kind: "unverified" as const,
            message: `has a SubjectConfirmation by ${quoted(method ?? "")}; AWS documents sign-in by ${BEARER}`,
            needs: "a sign-in",
          },
        ]),
    ...(recipient === undefined || notOnOrAfter === undefined
      ? [
          refusedBy(
            "assertions",
            "lacks the Recipient or the NotOnOrAfter of its one SubjectConfirmationData",
            fix,
          ),
        ]
      : []),
  ];
}

/** Compares the recipient with the trust policy of the role, and with the endpoint of the config. */
function recipientProblems(url: string, application: Application): RehearsalProblem[] {
  const { instance, signInEndpoint } = application.settings;
  const fix = fixOf(application, "cannotProcess");
  if (instance.acsUrls[signInEndpoint] === url) return [];
  if (instance.signInUrls.includes(url)) {
    const message = `is the ${signInEndpoint === "regional" ? "global" : "regional"} sign-in endpoint, which the role trusts too; the config has signInEndpoint: ${signInEndpoint}`;
    return [{ kind: "differs", message, fix }];
  }
  const trusted = `the role's trust policy lists ${listed(instance.signInUrls)} as SAML:aud`;
  const known = signInUrl(url);
  if (!known) {
    const message = `is not a form of AWS's sign-in URLs that is known here; ${trusted}`;
    return [
      {
        kind: "unverified",
        message,
        needs: "a page of AWS that documents this URL, or a sign-in",
        fix,
      },
    ];
  }
  const other =
    known.form === "globalResiliency"
      ? `${fix}, which signs in to this instance alone; for agents that fail over, follow ${SAML_PAGES.globalResiliency}: its trust policy and user set-up are not what this config makes`
      : fix;
  return [refused("notAuthorized", `is ${known.what}, but ${trusted}`, other)];
}

/** AWS documents the recipient only; the destination is where the browser was sent. */
function destinationProblems(url: string, application: Application): RehearsalProblem[] {
  if (application.settings.instance.signInUrls.includes(url)) return [];
  const known = signInUrl(url);
  const message = known
    ? `has the Destination ${quoted(url)}, ${known.what}, which is not the Recipient; whether AWS compares them is not documented`
    : `has a Destination that is not a form of AWS's sign-in URLs that is known here: ${quoted(url)}`;
  return [
    {
      kind: "unverified",
      message,
      needs: "the URL that the browser posted the form to, or a sign-in",
      fix: fixOf(application, "cannotProcess"),
    },
  ];
}
