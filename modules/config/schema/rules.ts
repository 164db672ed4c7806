import { REGION_PATTERN } from "../../aws";
import { userNameProblem } from "../../aws/connect";
import {
  namePattern,
  nameProblem,
  type NameRule,
  parseSessionDuration,
  SESSION_DURATION,
  sessionSecondsProblem,
} from "../../aws/iam";
import { emailProblem } from "../../aws/identity-center";

/**
 * Rules for single values of the config that IAM's name table does not hold. Each function says
 * what is wrong with a value and how to fix it, and returns `undefined` when nothing is.
 */

const APPLICATION_KEY: NameRule = {
  what: "an application's key",
  characters: "A-Za-z0-9_",
  takes: "letters, digits and _, as it becomes part of Terraform names",
  max: 32,
};
/** Form of the key of an application. */
export const APPLICATION_KEY_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

/** Says what is wrong with the key of an application; `undefined` when nothing is. */
export function applicationKeyProblem(key: string): string | undefined {
  if (APPLICATION_KEY_PATTERN.test(key)) return undefined;
  // A Terraform name may hold a dash, but no shell can set TF_VAR_team-lead_....
  return /^[A-Za-z]/.test(key)
    ? nameProblem(APPLICATION_KEY, key, "_")
    : `does not start with a letter; ${APPLICATION_KEY.what} starts with one, and takes ${APPLICATION_KEY.takes} (1 to ${String(APPLICATION_KEY.max)} characters); rename it`;
}

const NAME_PREFIX: NameRule = {
  what: "a name prefix",
  characters: "\\w.-",
  takes: "letters, digits and _.-, as IAM names do",
  max: 32,
};
/** Form of a name prefix, which may be empty. */
export const NAME_PREFIX_PATTERN = new RegExp(`^$|${namePattern(NAME_PREFIX).source}`);

/** Says what is wrong with a name prefix; `undefined` when nothing is. */
export function namePrefixProblem(prefix: string): string | undefined {
  return prefix === "" ? undefined : nameProblem(NAME_PREFIX, prefix);
}

/** Form of the display name of an application. */
export const DISPLAY_NAME_PATTERN = /^[^\s\p{Cc}\p{Cs}]([^\p{Cc}\p{Cs}]{0,98}[^\s\p{Cc}\p{Cs}])?$/u;

/** Says what is wrong with the display name of an application; `undefined` when nothing is. */
export function displayNameProblem(name: string): string | undefined {
  return DISPLAY_NAME_PATTERN.test(name)
    ? undefined
    : "is not a valid display name; a display name has 1 to 100 characters in one line, without spaces at its ends; change it";
}

/** Says what is wrong with a session duration; `undefined` when nothing is. */
export function sessionDurationProblem(text: string): string | undefined {
  const seconds = parseSessionDuration(text);
  return seconds === undefined
    ? `is not a duration; ${SESSION_DURATION.rule}`
    : sessionSecondsProblem(seconds);
}

/** Says what is wrong with the code of a region; `undefined` when nothing is. */
export function regionProblem(region: string): string | undefined {
  return REGION_PATTERN.test(region)
    ? undefined
    : "is not a region; write its code, such as us-east-1";
}

/** Form of the ID of an account: twelve digits. */
export const ACCOUNT_ID_PATTERN = /^\d{12}$/;

/** Says what is wrong with the ID of an account; `undefined` when nothing is. */
export function accountIdProblem(accountId: string): string | undefined {
  if (ACCOUNT_ID_PATTERN.test(accountId)) return undefined;
  const digits = accountId.replaceAll("-", "");
  const fix = ACCOUNT_ID_PATTERN.test(digits) ? `write "${digits}"` : "copy it from the console";
  return `is not an account ID, which has twelve digits; ${fix}`;
}

/** Says what is wrong with a user's e-mail address; `undefined` when nothing is. */
export function emailAddressProblem(email: string): string | undefined {
  const problem = emailProblem(email);
  return problem !== undefined && !email.includes("@") && userNameProblem(email) === undefined
    ? `${problem}; if it is the user name in Identity Center and Amazon Connect, give it as userName, and set roleSessionName: userName`
    : problem;
}
