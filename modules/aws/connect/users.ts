import { composedProblem, twins } from "../../text";

/**
 * Form of a user name in an instance that uses SAML: up to 64 characters, with an @ only as an e-mail
 * address has it. A role session name has at least two.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
 */
export const USER_NAME_PATTERN =
  /^(?=.{2,64}$)[A-Za-z0-9_.-]+(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?$/;
/** Form of a given or family name: one line of 1 to 100 characters. */
export const PERSON_NAME_PATTERN = /^(?!\s)[^\p{Cc}\p{Cs}]{1,100}(?<!\s)$/u;
/** Form of the name of a routing or security profile: one line of 1 to 127 characters. */
export const PROFILE_NAME_PATTERN = /^(?!\s)[^\p{Cc}\p{Cs}]{1,127}(?<!\s)$/u;
/** Form of a phone number: E.164, up to 15 digits. */
export const PHONE_NUMBER_PATTERN = /^\+[1-9]\d{1,14}$/;

/** Number of security profiles that one user can have. */
export const SECURITY_PROFILE_LIMIT = 10;

const USER_NAME_RULE =
  "a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these";

/**
 * Says what is wrong with a user name in Amazon Connect; `undefined` when nothing is.
 *
 * @param fix says how to come to another name
 */
export function userNameProblem(name: string, fix = "change it"): string | undefined {
  if (USER_NAME_PATTERN.test(name)) return undefined;
  const trimmed = name.trim();
  if (trimmed !== name && USER_NAME_PATTERN.test(trimmed)) {
    return `has spaces around it; write ${JSON.stringify(trimmed)}`;
  }
  const bad = [...new Set(name)].filter((character) => !/[\w.@-]/.test(character));
  const spelled = bad.slice(0, 5).map((one) => (one === " " ? "a space" : JSON.stringify(one)));
  const length = name.length < 2 || name.length > 64;
  const what =
    bad.length > 0
      ? `has ${spelled.join(", ")}`
      : length
        ? `is ${String(name.length)} character${name.length === 1 ? "" : "s"} long`
        : "has an @, but is not an e-mail address";
  return `${what}; ${USER_NAME_RULE}; ${fix}`;
}

/**
 * Finds the user names that differ from an earlier one only in upper and lower case, and returns a
 * message for each, by name. Connect distinguishes case, so one person would be two users.
 */
export function userNameTwinProblems(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    twins(names, (name) => name.toLowerCase()).map(({ item, first }) => [
      item,
      `is ${JSON.stringify(first)} with different upper and lower case; remove one of the two`,
    ]),
  );
}

/** Says what is wrong with a given or family name; `undefined` when nothing is. */
export function personNameProblem(name: string): string | undefined {
  return PERSON_NAME_PATTERN.test(name)
    ? undefined
    : "is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it";
}

/** Says what is wrong with a routing or security profile's name; `undefined` when nothing is. */
export function profileNameProblem(name: string): string | undefined {
  return PROFILE_NAME_PATTERN.test(name)
    ? composedProblem(name)
    : "is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website";
}

/** Says what is wrong with the number of a desk phone; `undefined` when nothing is. */
export function phoneNumberProblem(number: string): string | undefined {
  if (PHONE_NUMBER_PATTERN.test(number)) return undefined;
  // A zero in brackets is dialled within the country only.
  const digits = number.replace(/[\s./()-]/g, "");
  const fix =
    PHONE_NUMBER_PATTERN.test(digits) && !number.includes("(0")
      ? `write it as ${digits}`
      : "write it as in +12065550100";
  return `is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; ${fix}`;
}

/**
 * Number of seconds that a user can have for after-contact work at most; 0 is as long as it takes.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html
 */
export const AFTER_CONTACT_WORK_LIMIT = 2_000_000;

/** Number of levels that a hierarchy of users can have. */
const HIERARCHY_LEVELS = 5;

/**
 * Form of a hierarchy group: the names from the first level to its own, with slashes between them, or
 * its ID.
 */
export const HIERARCHY_GROUP_PATTERN =
  /^(?!\s)[^\p{Cc}\p{Cs}/]{1,100}(?<!\s)(?:\/(?!\s)[^\p{Cc}\p{Cs}/]{1,100}(?<!\s)){0,4}$/u;

/** Says what is wrong with a hierarchy group; `undefined` when nothing is. */
export function hierarchyGroupProblem(path: string): string | undefined {
  if (HIERARCHY_GROUP_PATTERN.test(path)) return composedProblem(path);
  const levels = path.split("/").length;
  return levels > HIERARCHY_LEVELS
    ? `has ${String(levels)} levels; a hierarchy has at most ${String(HIERARCHY_LEVELS)}; give the group's ID if its name has a slash`
    : "is not a hierarchy group; write the names of its levels with slashes between them, such as Europe/Lisbon/Team A, without spaces around a name, or the group's ID";
}

/** Tells if a hierarchy group is given by its ID, a UUID in lowercase. */
export function isHierarchyGroupId(path: string): boolean {
  return CONNECT_USER_ID_PATTERN.test(path);
}

/** Form of the ID of an Amazon Connect user: a UUID in lowercase. */
export const CONNECT_USER_ID_PATTERN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Says what is wrong with the ID of an Amazon Connect user; `undefined` when nothing is.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_User.html
 */
export function connectUserIdProblem(id: string): string | undefined {
  return CONNECT_USER_ID_PATTERN.test(id)
    ? undefined
    : "is not the ID of an Amazon Connect user; take it from aws connect list-users";
}
