import { templateProblem } from "../../text";

/**
 * A rule for a name, kept in one table so that config and constructs check names in the same way.
 */
export interface NameRule {
  /** Kind of the name, for messages: "an IAM role name". */
  readonly what: string;
  /** Characters that the name takes, as the inside of brackets in a regular expression. */
  readonly characters: string;
  /** Characters that the name takes, in words. */
  readonly takes: string;
  /** Length of the longest name, in characters. The shortest name has 1. */
  readonly max: number;
}

/**
 * Rule for the name of an IAM role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const ROLE_NAME: NameRule = {
  what: "an IAM role name",
  characters: "\\w+=,.@-",
  takes: "letters, digits and _+=,.@-",
  max: 64,
};

/**
 * Rule for the name of an IAM policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const POLICY_NAME: NameRule = { ...ROLE_NAME, what: "an IAM policy name", max: 128 };

/**
 * Rule for the name of a permission set of IAM Identity Center.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
 */
export const PERMISSION_SET_NAME: NameRule = {
  ...ROLE_NAME,
  what: "a permission set name",
  max: 32,
};

/** Default name of the policy, which the Amazon Connect workshop uses too. */
export const DEFAULT_POLICY_NAME = "AmazonConnectSSOPolicy";

/**
 * Rule for the name of a SAML provider.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
 */
export const SAML_PROVIDER_NAME: NameRule = {
  what: "a SAML provider name",
  characters: "\\w.-",
  takes: "letters, digits and _.-",
  max: 128,
};

/**
 * Rule for the path of an IAM role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const ROLE_PATH = {
  pattern: /^\/(?!.*[$%]\{)(?:[\x21-\x7e]{1,510}\/)?$/,
  max: 512,
  rule: "an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters)",
} as const;

/** Returns a rule as a regular expression, which JSON Schema can use too. */
export function namePattern({ characters, max }: NameRule): RegExp {
  return new RegExp(`^[${characters}]{1,${String(max)}}$`);
}

/**
 * Says what is wrong with a name and how to fix it; `undefined` when nothing is.
 *
 * @param filler replaces the characters that the rule does not take, in the proposed name
 */
export function nameProblem(rule: NameRule, name: string, filler = "-"): string | undefined {
  if (namePattern(rule).test(name)) return undefined;
  const range = `${rule.what} takes ${rule.takes} (1 to ${String(rule.max)} characters)`;
  if (name === "") return `is empty; ${range}`;
  const allowed = new RegExp(`[${rule.characters}]`);
  const bad = [...new Set(name)].filter((character) => !allowed.test(character));
  const problems = [
    ...(bad.length > 0 ? [`has ${bad.slice(0, 5).map(spelled).join(", ")}`] : []),
    ...(name.length > rule.max ? [`is ${String(name.length)} characters long`] : []),
  ];
  return `${problems.join(" and ")}; ${range}; write ${JSON.stringify(fixed(rule, name, filler))}`;
}

/**
 * Says what is wrong with the path of an IAM role and how to fix it; `undefined` when nothing is.
 */
export function pathProblem(path: string): string | undefined {
  if (ROLE_PATH.pattern.test(path)) return undefined;
  const template = templateProblem(path);
  if (template !== undefined) return template;
  if (path.length > ROLE_PATH.max) {
    return `is ${String(path.length)} characters long; ${ROLE_PATH.rule}; shorten it`;
  }
  const inner = path.replace(/^\/+|\/+$/g, "");
  const guess = inner === "" ? "/" : `/${inner}/`;
  const fix =
    guess !== path && ROLE_PATH.pattern.test(guess) ? `; write ${JSON.stringify(guess)}` : "";
  return `is not an IAM path; ${ROLE_PATH.rule}${fix}`;
}

function fixed(rule: NameRule, name: string, filler: string): string {
  const kept = name.replace(new RegExp(`[^${rule.characters}]+`, "gu"), " ").trim();
  return kept.replaceAll(" ", filler).slice(0, rule.max) || "Name";
}

function spelled(character: string): string {
  return character === " " ? "a space" : JSON.stringify(character);
}
