import { ATTRIBUTES, SIGN_IN_ERRORS } from "../../../aws/saml";
import { type Application, nameOf } from "./application";
import { type Assertion, valuesOf } from "../response";
import { otherLetters } from "./attributes";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { judged, listed, quoted } from "../step";

/** The Role attribute, to the character. */
export function judgeRole(
  assertion: Assertion,
  application: Application,
  all: readonly Application[],
): RehearsalStep {
  const values = valuesOf(assertion, ATTRIBUTES.role);
  const seen = listed(values.map(quoted)) || "none";
  const mend = `copy ${application.mapping} into the attribute mapping ${ATTRIBUTES.role} of "${application.application.displayName}"`;
  if (values.includes(application.mapping)) {
    const others = [...new Set(values)].filter((value) => value !== application.mapping);
    return judged("role", seen, [], besides(others));
  }
  const answer = SIGN_IN_ERRORS.invalidResponse;
  if (values.length === 0) {
    const message = `is missing${otherLetters(assertion, ATTRIBUTES.role)}`;
    return judged("role", seen, [{ message, answer, mend }]);
  }
  const problems = values.flatMap((value) => mappingProblems(value, application, all));
  return judged(
    "role",
    seen,
    problems.map((problem) => ({ ...problem, mend })),
  );
}

/** What to know of the values beside the application's own. */
function besides(others: readonly string[]): string[] {
  const bad = others.filter((value) => !pairOf(value));
  return [
    ...(others.length > bad.length
      ? ["With several values, AWS has users choose a role first; only one of these leads here."]
      : []),
    ...(bad.length > 0
      ? [
          `No pair of ARNs: ${listed(bad.map(quoted))}. What AWS does with that beside a good value is unproven.`,
        ]
      : []),
  ];
}

type Problem = Omit<RehearsalProblem, "mend">;

function mappingProblems(
  value: string,
  application: Application,
  all: readonly Application[],
): Problem[] {
  const answer = SIGN_IN_ERRORS.invalidResponse;
  const compact = value.replace(/\s+/g, "");
  const blanks: Problem[] =
    compact === value
      ? []
      : [{ message: "has a blank or line break, which breaks sign-in", answer }];
  if (compact === application.mapping) return blanks;

  const other = all.find(({ mapping }) => mapping === compact);
  if (other) {
    const message = `is the value of ${nameOf(other)}, whose SAML provider has another issuer`;
    return [...blanks, { message, answer: SIGN_IN_ERRORS.issuerNotPresent }];
  }
  const pair = pairOf(compact);
  if (!pair) {
    const message = "is not a role's ARN, a comma and a SAML provider's ARN";
    return [...blanks, { message, answer }];
  }
  const order: Problem = {
    message:
      "has the SAML provider first; AWS documents the role first, and that it takes the other order too is reported, but unproven",
    unproven: true,
  };
  return [
    ...blanks,
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
): Problem[] {
  const ofOther = all.some(({ samlProviderArn }) => samlProviderArn === provider);
  return [
    ...(provider === application.samlProviderArn
      ? []
      : [
          {
            message: `names the SAML provider ${quoted(provider)}, ${difference(provider, application.samlProviderArn)}`,
            answer: ofOther ? SIGN_IN_ERRORS.issuerNotPresent : SIGN_IN_ERRORS.noProvider,
          },
        ]),
    ...(role === application.roleArn
      ? []
      : [
          {
            message: `names the role ${quoted(role)}, ${difference(role, application.roleArn)}`,
            answer: SIGN_IN_ERRORS.notAuthorized,
          },
        ]),
  ];
}

function difference(given: string, expected: string): string {
  if (given.toLowerCase() === expected.toLowerCase()) {
    return `which differs from ${expected} in letter case`;
  }
  const [account, own] = [given.split(":")[4] ?? "", expected.split(":")[4] ?? ""];
  return account === own ? `not ${expected}` : `of the account ${account} instead of ${own}`;
}

/** Whether a text is the ARN of a role. */
export function isRole(arn: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:role\//.test(arn);
}

function isProvider(arn: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:saml-provider\//.test(arn);
}
