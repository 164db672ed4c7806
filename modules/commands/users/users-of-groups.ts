import { personNameProblem, userNameProblem } from "../../aws/connect";
import type { InstanceSettings, UserSettings } from "../../config";
import type { Member } from "./group-members";
import type { Left } from "./plan-users";

/** A group whose members are users of the instance, and what each of them has. */
export type UserGroup = InstanceSettings["userGroups"][number];

/** The users that come of groups. */
export interface GroupUsers {
  readonly users: readonly UserSettings[];
  /** Members who cannot become users, or not as somebody may expect, and why. */
  readonly left: readonly Left[];
  /** Why nothing may be done. */
  readonly problems: readonly string[];
}

/**
 * Makes users of the direct members of groups. A member whom the config lists is what the config says;
 * one of several groups is what the first one in alphabetical order gives.
 */
export function usersOfGroups(
  groups: readonly (readonly [UserGroup, readonly Member[]])[],
  { users: listed, roleSessionName }: Pick<InstanceSettings, "users" | "roleSessionName">,
): GroupUsers {
  const users = new Map<string, UserSettings>();
  const left: Left[] = [];
  const taken = new Map<string, string>(listed.map(({ connectUserName }) => [connectUserName, ""]));
  const problems = groups
    .filter(([, members]) => members.length === 0)
    .map(
      ([{ group }]) =>
        `the group ${group} has no direct members, so every user who comes from it would be removed; members of nested groups do not count: add its members again, or remove the group from usersFrom`,
    );
  const inOrder = [...groups].sort(([one], [other]) => (one.group < other.group ? -1 : 1));
  for (const [group, members] of inOrder) {
    for (const member of members) {
      const name = roleSessionName === "userName" ? member.userName : member.email;
      const why = whyNot(member, name, roleSessionName);
      const first = name === undefined ? undefined : taken.get(name);
      if (why !== undefined) left.push({ name: name ?? member.userName, why });
      else if (name === undefined || first === "") continue;
      else if (first !== undefined) {
        const what = `is a member of the groups ${first} and ${group.group}, and gets what ${first} gives; remove the person from one of the two`;
        left.push({ name, why: what });
      } else {
        taken.set(name, group.group);
        users.set(name, userOf(group, member, name));
      }
    }
  }
  return { users: [...users.values()], left: unique(left), problems };
}

function whyNot(
  { givenName, familyName }: Member,
  name: string | undefined,
  roleSessionName: InstanceSettings["roleSessionName"],
): string | undefined {
  if (name === undefined) {
    return "has no primary e-mail address in Identity Center, which is the name in Amazon Connect, and cannot sign in; add it there";
  }
  const where = roleSessionName === "userName" ? "user name" : "e-mail address";
  const problem = userNameProblem(name, `change the ${where} in Identity Center`);
  if (problem !== undefined) return problem;
  for (const [what, text] of [
    ["given name", givenName],
    ["family name", familyName],
  ] as const) {
    if (text === undefined || text.trim() === "") {
      return `has no ${what} in Identity Center, which Amazon Connect requires; add it there`;
    }
    const wrong = personNameProblem(text);
    if (wrong !== undefined) return `has a ${what} in Identity Center that ${wrong}`;
  }
  return undefined;
}

function userOf(
  group: UserGroup,
  { userName, email, givenName = "", familyName = "" }: Member,
  connectUserName: string,
): UserSettings {
  return {
    ...group,
    email: email ?? "",
    userName,
    connectUserName,
    givenName,
    familyName,
    createInIdentityCenter: false,
    emailInConnect: group.emailInConnect && email !== undefined,
  };
}

function unique(left: readonly Left[]): Left[] {
  return [...new Map(left.map((one) => [`${one.name} ${one.why}`, one])).values()];
}
