import { lastOf, parseArn } from "../../../aws";
import { ATTRIBUTES } from "../../../aws/saml";
import { isSlip } from "../../../text";
import { type Application, fixOf, nameOf } from "./application";
import { type Assertion, valuesOf } from "../response";
import { nearMiss } from "./attributes";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refused, refusedBy, stepResult } from "../step";
import type { RehearsalProblem } from "../verdict";

/** Checks that the Role attribute has exactly the value of the application. */
export function checkRole(
  assertion: Assertion,
  application: Application,
  all: readonly Application[],
): RehearsalStep {
  const values = valuesOf(assertion, ATTRIBUTES.role);
  const seen = listed(values.map(quoted)) || "none";
  const fix = fixOf(application, "invalidResponse");
  if (values.includes(application.mapping)) {
    const others = [...new Set(values)].filter((value) => value !== application.mapping);
    return stepResult("role", seen, [], otherValueRemarks(others));
  }
  if (values.length === 0) {
    const message = `is missing${nearMiss(assertion, ATTRIBUTES.role)}`;
    return stepResult("role", seen, [refused("invalidResponse", message, fix)]);
  }
  const problems = values.flatMap((value) => mappingProblems(value, application, all));
  return stepResult("role", seen, problems);
}

/** Returns remarks on the values other than that of the application. */
function otherValueRemarks(others: readonly string[]): string[] {
  const bad = others.filter((value) => !pairOf(value));
  return [
    ...(others.length > bad.length
      ? [
          "With several values, AWS asks users to choose a role first; only one of these leads here.",
        ]
      : []),
    ...(bad.length > 0
      ? [
          `Not a pair of ARNs: ${listed(bad.map(quoted))}. What AWS does with that next to a valid value is unproven.`,
        ]
      : []),
  ];
}

function mappingProblems(
  value: string,
  application: Application,
  all: readonly Application[],
): RehearsalProblem[] {
  const fix = fixOf(application, "invalidResponse");
  const compact = value.replace(/\s+/g, "");
  const spaces =
    compact === value
      ? []
      : [refused("invalidResponse", "has a space or line break, which breaks sign-in", fix)];
  if (compact === application.mapping) return spaces;

  const other = all.find(({ mapping }) => mapping === compact);
  if (other) {
    const { metadata } = application.application;
    const sameIssuer = metadata?.entityId === other.application.metadata?.entityId;
    const [what, failure] = sameIssuer
      ? (["different signing certificates", "signatureInvalid"] as const)
      : (["a different issuer", "issuerNotPresent"] as const);
    const message = `is the value of ${nameOf(other)}, whose SAML provider has ${what}`;
    return [...spaces, refused(failure, message, fix)];
  }
  const pair = pairOf(compact);
  if (!pair) {
    const message = "is not a role's ARN, a comma and a SAML provider's ARN";
    return [...spaces, refused("invalidResponse", message, fix)];
  }
  const order: RehearsalProblem = {
    kind: "unverified",
    message:
      "has the SAML provider first; AWS documents the role first, and reports that it takes the other order too are unproven",
    needs: "a sign-in",
    fix,
  };
  return [
    ...spaces,
    ...(pair.swapped ? [order] : []),
    ...providerProblems(pair.provider, application, all),
    ...roleProblems(pair.role, application, all),
  ];
}

function pairOf(value: string) {
  const [first = "", second = "", ...rest] = value.split(",");
  if (rest.length > 0) return undefined;
  if (isRole(first) && isProvider(second)) return { role: first, provider: second, swapped: false };
  if (isProvider(first) && isRole(second)) return { role: second, provider: first, swapped: true };
  return undefined;
}

function providerProblems(
  provider: string,
  application: Application,
  all: readonly Application[],
): RehearsalProblem[] {
  const expected = application.samlProviderArn;
  if (provider === expected) return [];
  const fix = fixOf(application, "noProvider");
  const message = `names the SAML provider ${quoted(provider)}, ${arnDifference(provider, expected)}`;
  const ofOther = all.some(({ samlProviderArn }) => samlProviderArn === provider);
  if (ofOther) return [refused("issuerNotPresent", message, fix)];
  return isMisspelled(provider, expected)
    ? [refused("noProvider", message, fix)]
    : [notConfigured(message, fix)];
}

function roleProblems(
  role: string,
  application: Application,
  all: readonly Application[],
): RehearsalProblem[] {
  const expected = application.roleArn;
  if (role === expected) return [];
  const fix = fixOf(application, "notAuthorized");
  const message = `names the role ${quoted(role)}, ${arnDifference(role, expected)}`;
  if (isOtherAccount(role, expected)) {
    return [
      refusedBy("connect", `${message}: a role signs in to instances of its own account`, fix),
    ];
  }
  // A configured role trusts its own SAML providers only.
  const ofOther = all.some(({ roleArn }) => roleArn === role);
  return ofOther || isMisspelled(role, expected)
    ? [refused("notAuthorized", message, fix)]
    : [notConfigured(message, fix)];
}

/** Tells if an ARN is a slip of the pen away from the configured one: AWS documents the error for that. */
function isMisspelled(given: string, expected: string): boolean {
  return isOtherAccount(given, expected) || isSlip(lastOf(given), lastOf(expected));
}

function isOtherAccount(given: string, expected: string): boolean {
  return parseArn(given).accountId !== parseArn(expected).accountId;
}

/** What the config does not make may have been made otherwise; then sign-in works without the config. */
function notConfigured(message: string, fix: string): RehearsalProblem {
  return {
    kind: "unverified",
    message: `${message}; the config does not make it, but the account may have it`,
    needs: "a look at it in IAM: whether it exists, and what it trusts or holds",
    fix,
  };
}

function arnDifference(given: string, expected: string): string {
  if (given.toLowerCase() === expected.toLowerCase()) {
    return `which differs from ${expected} only in upper and lower case`;
  }
  const [account, own] = [parseArn(given).accountId, parseArn(expected).accountId];
  return account === own ? `not ${expected}` : `of the account ${account} instead of ${own}`;
}

/** Tells whether a text is the ARN of a role. */
export function isRole(arn: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:role\//.test(arn);
}

function isProvider(arn: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:saml-provider\//.test(arn);
}
