import { parseArn } from "../../../aws";
import { ATTRIBUTES, SIGN_IN_FAILURES } from "../../../aws/saml";
import { type Application, fixOf, nameOf } from "./application";
import { type Assertion, valuesOf } from "../response";
import { nearMiss } from "./attributes";
import type { ProblemWithoutFix, RehearsalStep } from "../rehearsal";
import { stepResult, listed, quoted } from "../step";

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
  const answer = SIGN_IN_FAILURES.invalidResponse.answer;
  if (values.length === 0) {
    const message = `is missing${nearMiss(assertion, ATTRIBUTES.role)}`;
    return stepResult("role", seen, [{ message, answer, fix }]);
  }
  const problems = values.flatMap((value) => mappingProblems(value, application, all));
  return stepResult(
    "role",
    seen,
    problems.map((problem) => ({ ...problem, fix })),
  );
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
): ProblemWithoutFix[] {
  const answer = SIGN_IN_FAILURES.invalidResponse.answer;
  const compact = value.replace(/\s+/g, "");
  const spaces: ProblemWithoutFix[] =
    compact === value
      ? []
      : [{ message: "has a space or line break, which breaks sign-in", answer }];
  if (compact === application.mapping) return spaces;

  const other = all.find(({ mapping }) => mapping === compact);
  if (other) {
    const { metadata } = application.application;
    const sameIssuer = metadata?.entityId === other.application.metadata?.entityId;
    const [what, failure] = sameIssuer
      ? (["different signing certificates", SIGN_IN_FAILURES.signatureInvalid] as const)
      : (["a different issuer", SIGN_IN_FAILURES.issuerNotPresent] as const);
    const message = `is the value of ${nameOf(other)}, whose SAML provider has ${what}`;
    return [...spaces, { message, answer: failure.answer }];
  }
  const pair = pairOf(compact);
  if (!pair) {
    const message = "is not a role's ARN, a comma and a SAML provider's ARN";
    return [...spaces, { message, answer }];
  }
  const order: ProblemWithoutFix = {
    message:
      "has the SAML provider first; AWS documents the role first, and reports that it takes the other order too are unproven",
    unproven: true,
  };
  return [
    ...spaces,
    ...(pair.swapped ? [order] : []),
    ...pairProblems(pair.role, pair.provider, application, all),
  ];
}

function pairOf(value: string) {
  const [first = "", second = "", ...rest] = value.split(",");
  if (rest.length > 0) return undefined;
  if (isRole(first) && isProvider(second)) return { role: first, provider: second, swapped: false };
  if (isProvider(first) && isRole(second)) return { role: second, provider: first, swapped: true };
  return undefined;
}

function pairProblems(
  role: string,
  provider: string,
  application: Application,
  all: readonly Application[],
): ProblemWithoutFix[] {
  const ofOther = all.some(({ samlProviderArn }) => samlProviderArn === provider);
  return [
    ...(provider === application.samlProviderArn
      ? []
      : [
          {
            message: `names the SAML provider ${quoted(provider)}, ${arnDifference(provider, application.samlProviderArn)}`,
            answer: ofOther
              ? SIGN_IN_FAILURES.issuerNotPresent.answer
              : SIGN_IN_FAILURES.noProvider.answer,
          },
        ]),
    ...(role === application.roleArn
      ? []
      : [
          {
            message: `names the role ${quoted(role)}, ${arnDifference(role, application.roleArn)}`,
            answer: SIGN_IN_FAILURES.notAuthorized.answer,
          },
        ]),
  ];
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
