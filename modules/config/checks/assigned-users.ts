import { isPrincipalId } from "../../aws/identity-center";
import {
  applicationKeys,
  assigned,
  assignedUsers,
  entryFinder,
  isWhole,
  type ListedUser,
} from "./listed-users";
import { applicationsOf, entriesOf, type PartialConfig } from "./partial-config";
import { isPermissionSet } from "../settings";
import type { ConfigSource, KeyPath, Problem } from "../source";

/** The reason why a user can use one role only. */
export const SECOND_ROLE =
  "Connect ties a user to the role of the first sign-in, and refuses the user through another";

/** Which role the users of an application sign in through, and what to do about a second one. */
export interface Roles {
  /** Name of the role of an application, which differs from that of others. */
  readonly of: (key: string) => string;
  /** Says that two applications have different roles; a warning where one of them is a preview. */
  readonly conflict: (
    one: string,
    other: string,
  ) => { readonly why: string; readonly fix: string; readonly severity: "error" | "warning" };
}

/** Finds out which applications share a role. A permission set never does. */
export function rolesIn(config: PartialConfig): Roles {
  const isSet = (key: string) => isPermissionSet(config.applications?.[key] ?? {});
  return {
    of: (key) => (isSet(key) ? `permission set ${key}` : config.roles === "shared" ? "" : key),
    conflict: (one, other) => {
      if (isSet(one) && isSet(other)) {
        return { why: "each has its own role", fix: "keep one application", severity: "error" };
      }
      return isSet(one) || isSet(other)
        ? {
            why: "one is a permission set, whose role is never that of an application",
            fix: "let each person sign in one way, and delete and create the user in Amazon Connect at the change",
            severity: "warning",
          }
        : {
            why: "each has its own role",
            fix: "keep one application, or set roles: shared",
            severity: "error",
          };
    },
  };
}

/**
 * Checks that no user is assigned to two applications with different roles.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function checkOneRolePerUser(
  source: ConfigSource,
  config: PartialConfig,
  users: readonly ListedUser[],
  roles: Roles,
): Problem[] {
  const keys = applicationKeys(source);
  const entryOf = entryFinder(users);
  const first = new Map<string | ListedUser, Place>();
  const problems: Problem[] = [];
  const claim = (
    person: string | ListedUser,
    place: Place,
    describe: (other: string) => string,
  ) => {
    const known = first.get(person);
    if (!known) first.set(person, place);
    if (!known || roles.of(known.application) === roles.of(place.application)) return;
    const { why, fix, severity } = roles.conflict(known.application, place.application);
    const other = describe(`${known.application} (${source.nameOf(known.path)})`);
    const isAssumed =
      typeof person === "object" && person.userName === undefined && known.by !== place.by;
    const assumption = isAssumed
      ? `; if the assigned user is somebody else, give ${source.nameOf([...person.path, "userName"])}`
      : "";
    const message = `${other}, and ${why}; ${SECOND_ROLE}; ${fix}${assumption}`;
    problems.push(source.problem(place.path, message, severity));
  };
  for (const { value, application, path } of assignedUsers(config)) {
    const person = entryOf(value) ?? value.toLowerCase();
    claim(person, { application, path, by: "name" }, (other) => `is assigned to ${other} too`);
  }
  for (const user of users) {
    for (const { value, index } of user.applications) {
      if (!keys.includes(value)) continue;
      claim(
        user,
        { application: value, path: [...user.path, "applications", index], by: "entry" },
        (other) => `is another application of ${user.email}, in addition to ${other}`,
      );
    }
  }
  return problems;
}

/** A place that gives a user an application: in `assign.users`, by a name, or an entry of `users`. */
interface Place {
  readonly application: string;
  readonly path: KeyPath;
  readonly by: "name" | "entry";
}

/** Finds users that an application is assigned to twice: by user name and by e-mail address. */
export function checkAssignedTwice(
  source: ConfigSource,
  config: PartialConfig,
  users: readonly ListedUser[],
): Problem[] {
  const entryOf = entryFinder(users);
  const first = new Map<string, Map<ListedUser, string>>();
  return assignedUsers(config).flatMap(({ application, value, path }) => {
    const user = entryOf(value);
    if (user?.userName === undefined) return [];
    const names = first.get(application) ?? new Map<ListedUser, string>();
    first.set(application, names);
    const known = names.get(user);
    if (known === undefined) names.set(user, value);
    if (known === undefined || known === value) return [];
    const message = `is the same user as ${JSON.stringify(known)} (${source.nameOf(user.path)}); remove one of the two`;
    return [source.problem(path, message)];
  });
}

/**
 * When users are assigned one by one, a user who is not among them sees no tile. An entry without a
 * user name may be any assigned user that no other entry stands for.
 */
export function checkUnassigned(
  source: ConfigSource,
  config: PartialConfig,
  users: readonly ListedUser[],
): Problem[] {
  const entryOf = entryFinder(users);
  const oneByOne = new Map(
    applicationsOf(config).flatMap(([key, { assign }]) => {
      const names = entriesOf(assign?.users).map(({ value }) => value);
      const known =
        isWhole(source, assigned(key, "groups"), assign?.groups) &&
        isWhole(source, assigned(key, "users"), assign?.users) &&
        !names.some(isPrincipalId);
      return known && names.length > 0 && entriesOf(assign?.groups).length === 0
        ? [[key, new Set(names.map(entryOf))] as const]
        : [];
    }),
  );
  return users.flatMap((user) =>
    user.applications.flatMap(({ value, index }) => {
      const entries = oneByOne.get(value);
      if (!entries || entries.has(user)) return [];
      if (user.userName === undefined && entries.has(undefined)) return [];
      const message = `has no assigned groups, and ${user.userName ?? user.email} is not one of its assigned users; add the user to applications.${value}.assign.users`;
      return [source.problem([...user.path, "applications", index], message, "warning")];
    }),
  );
}
