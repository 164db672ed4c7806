import { codePoints, composedProblem } from "../../text";

/**
 * Form of the ID of a group, a user or a membership of an identity store. A config names a group by
 * its display name or ID, and a user by its user name or ID.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
 */
export const PRINCIPAL_ID_PATTERN =
  /^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}$/;
const ID_RULE =
  "the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console";

/** Form of the display name of a group: what AWS takes, except line breaks and tabs. */
export const GROUP_PATTERN =
  /^(?![ \u00a0])[\p{L}\p{M}\p{S}\p{N}\p{P} \u00a0]{1,1024}(?<![ \u00a0])$/u;
/** Form of a user name: 1 to 128 characters without spaces. */
export const USER_PATTERN = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

/** Form of the e-mail address of a user. Mail takes more characters than a Connect user name. */
export const EMAIL_PATTERN = /^[^\s@\p{C}]+@[^\s@.\p{C}]+(?:\.[^\s@.\p{C}]+)+$/u;

/** Names that AWS reserves. */
const RESERVED = ["administrator", "awsadministrators"];

/** Names an assignment within its application: `group ConnectAgents`, `user lead@example.com`. */
export function assignmentName(type: "GROUP" | "USER", principal: string): string {
  return `${type.toLowerCase()} ${principal}`;
}

/** Names a membership: `agent1@example.com in ConnectAgents`. */
export function membershipName(user: string, group: string): string {
  return `${user} in ${group}`;
}

/** Tells if a text is the ID of a group or user rather than its name. */
export function isPrincipalId(text: string): boolean {
  return PRINCIPAL_ID_PATTERN.test(text);
}

/** Says what is wrong with the ID of a group, a user or a membership; `undefined` when nothing is. */
export function principalIdProblem(id: string): string | undefined {
  return isPrincipalId(id) ? undefined : `is not an ID of Identity Center; ${ID_RULE}`;
}

/**
 * Form of the ID of an identity store, which keeps the groups and users of Identity Center.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GetGroupId.html
 */
export const IDENTITY_STORE_ID_PATTERN =
  /^(d-[0-9a-f]{10}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Says what is wrong with the ID of an identity store; `undefined` when nothing is. */
export function identityStoreIdProblem(id: string): string | undefined {
  return IDENTITY_STORE_ID_PATTERN.test(id)
    ? undefined
    : "is not the ID of an identity store, such as d-1234567890; copy it from Settings in the Identity Center console";
}

/** Says what is wrong with a group's display name or ID; `undefined` when nothing is. */
export function groupProblem(nameOrId: string): string | undefined {
  return idProblem("group", nameOrId) ?? groupNameProblem(nameOrId, COPY);
}

/** Says what is wrong with a user name or ID; `undefined` when nothing is. */
export function userProblem(nameOrId: string): string | undefined {
  return idProblem("user", nameOrId) ?? userNameProblem(nameOrId, COPY);
}

/** Says what is wrong with the user name of an entry of `users`, which is not an ID; `undefined` when nothing is. */
export function directoryUserNameProblem(name: string): string | undefined {
  const trimmed = name.trim();
  if (isPrincipalId(trimmed) || idProblem("user", trimmed) !== undefined) {
    return "is not a user name; AWS assigns the ID of a new user; give a user name";
  }
  if (RESERVED.includes(trimmed.toLowerCase())) {
    return "is a name that AWS reserves; give another";
  }
  return userNameProblem(name, "change it");
}

/** Says what is wrong with a user's e-mail address; `undefined` when nothing is. */
export function emailProblem(email: string): string | undefined {
  if (EMAIL_PATTERN.test(email)) return composedProblem(email);
  const trimmed = email.trim();
  return EMAIL_PATTERN.test(trimmed)
    ? `has spaces around it; write ${JSON.stringify(trimmed)}`
    : "is not an e-mail address; write it as in agent1@example.com";
}

/** Says what is wrong with the display name of a group to make; `undefined` when nothing is. */
export function createdGroupProblem(name: string): string | undefined {
  const trimmed = name.trim();
  if (isPrincipalId(trimmed) || idProblem("group", trimmed) !== undefined) {
    return "is not a display name; AWS assigns the ID of a new group; give a display name";
  }
  if (RESERVED.includes(trimmed.toLowerCase())) {
    return "is a name that AWS reserves; give another";
  }
  return groupNameProblem(name, "change it");
}

function groupNameProblem(name: string, fix: string): string | undefined {
  return nameProblem(
    name,
    GROUP_PATTERN,
    "a display name has 1 to 1,024 characters in one line",
    fix,
  );
}

function userNameProblem(name: string, fix: string): string | undefined {
  const rule = "a user name has 1 to 128 characters without spaces";
  return nameProblem(name, USER_PATTERN, rule, fix);
}

const COPY = "copy it from the Identity Center console";

function nameProblem(name: string, pattern: RegExp, rule: string, fix: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed !== name && pattern.test(trimmed))
    return `has spaces around it; write ${JSON.stringify(trimmed)}`;
  if (pattern.test(name)) return composedProblem(name);
  if (trimmed === "") return `is empty; ${rule}; ${fix}`;
  const bad = [...new Set(name)].filter((character) => !pattern.test(`x${character}x`));
  const what =
    bad.length > 0
      ? `has ${bad.slice(0, 5).map(spelled).join(", ")}`
      : `is ${Array.from(name).length.toLocaleString("en-US")} characters long`;
  return `${what}; ${rule}; ${fix}`;
}

/** Names invisible characters by their code points. */
function spelled(character: string): string {
  if (character === " ") return "a space";
  return /[\p{C}\p{Z}]/u.test(character)
    ? `the character ${codePoints(character)}`
    : JSON.stringify(character);
}

/** IDs that were copied with too much or too little would be looked up as names, and not found. */
function idProblem(kind: "group" | "user", text: string): string | undefined {
  if (isPrincipalId(text)) return undefined;
  const trimmed = text.trim();
  if (trimmed !== text) return idProblem(kind, trimmed);
  if (text.startsWith("arn:")) {
    const [, given, id = ""] = /^arn:[^:]*:identitystore:.*:(group|user)\/(.*)$/.exec(text) ?? [];
    if (given !== undefined && given !== kind) return `is the ARN of a ${given}; name a ${kind}`;
    return isPrincipalId(id)
      ? `is an ARN; write the ID in it, ${id}`
      : `is an ARN; write the name, or the ID: ${ID_RULE}`;
  }
  // Without dashes, 32 digits may well be a user name that an identity provider made up.
  const resembles = /^(?=.{28})[0-9A-Fa-f]+(-[0-9A-Fa-f]+){3,}$|^[0-9A-Fa-f]{42}$/.test(text);
  return resembles ? `looks like an ID, but ${ID_RULE}` : undefined;
}
