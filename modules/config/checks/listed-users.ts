import { applicationsOf, entriesOf, type PartialConfig } from "./partial-config";
import { type ConfigSource, type KeyPath, valueAt } from "../source";
import { sentAs, userNames } from "../settings";

/** An entry of `users`, with the names that are known of it. */
export interface ListedUser {
  readonly path: KeyPath;
  readonly email: string;
  /** User name in Identity Center; `undefined` when the config does not give it. */
  readonly userName?: string;
  /** User name in Connect; `undefined` when what decides about it is not well-formed. */
  readonly connectUserName?: string;
  /** Key of the entry that gives the user name in Identity Center. */
  readonly userNameKey: "email" | "userName";
  /** Key of the entry that gives the user name in Connect. */
  readonly connectNameKey: "email" | "userName";
  readonly applications: readonly { readonly value: string; readonly index: number }[];
  readonly isCreated: boolean;
}

/** The entries of `users` whose names are well-formed. */
export function listedUsers(source: ConfigSource, config: PartialConfig): ListedUser[] {
  const isKnown =
    config.roleSessionName !== undefined || valueAt(source.data, ["roleSessionName"]) === undefined;
  return entriesOf(config.users).flatMap(({ value: user, index }) => {
    const { email, userName: given, createInIdentityCenter: isCreated = false } = user;
    const path = ["users", index];
    const isGiven = valueAt(source.data, [...path, "userName"]) !== undefined;
    if (email === undefined || (isGiven && given === undefined)) return [];
    const applications = entriesOf(user.applications);
    const roleSessionName = sentAs(
      applications.map((one) => one.value),
      config,
    );
    const isChosen = isKnown || roleSessionName !== undefined;
    const names = userNames({ email, userName: given, isCreated }, roleSessionName);
    const userNameKey = given === undefined ? "email" : "userName";
    return [
      {
        path,
        email,
        ...(names.userName !== undefined && { userName: names.userName }),
        ...(isChosen && { connectUserName: names.connectUserName }),
        userNameKey,
        connectNameKey: roleSessionName === "userName" ? userNameKey : "email",
        applications,
        isCreated,
      },
    ];
  });
}

/**
 * Returns a function that finds the entry that an assigned user name stands for, whatever its upper
 * and lower case: the entry with this user name, or else the one with this e-mail address.
 */
export function entryFinder(
  users: readonly ListedUser[],
): (assigned: string) => ListedUser | undefined {
  // Of duplicates the first counts, as in the report of duplicates.
  const reversed = [...users].reverse();
  const byAddress = new Map(reversed.map((user) => [user.email.toLowerCase(), user]));
  const byName = new Map(
    reversed.flatMap((user) =>
      user.userName === undefined ? [] : [[user.userName.toLowerCase(), user] as const],
    ),
  );
  return (assigned) => {
    const folded = assigned.toLowerCase();
    return byName.get(folded) ?? byAddress.get(folded);
  };
}

/** The applications in the file, including those with mistakes. */
export function applicationKeys(source: ConfigSource): string[] {
  const applications = valueAt(source.data, ["applications"]);
  return typeof applications === "object" && applications !== null ? Object.keys(applications) : [];
}

/** Path of the list of groups or users that an application is assigned to. */
export function assigned(key: string, what: "groups" | "users"): KeyPath {
  return ["applications", key, "assign", what];
}

/** The users that applications are assigned to, each with its place. */
export function assignedUsers(config: PartialConfig) {
  return applicationsOf(config).flatMap(([application, { assign }]) =>
    entriesOf(assign?.users).map(({ value, index }) => ({
      application,
      value,
      path: [...assigned(application, "users"), index],
    })),
  );
}

/**
 * Tells if the schema refused no entry of a list, so that an entry that is missing is not in the
 * file.
 */
export function isWhole(
  source: ConfigSource,
  path: KeyPath,
  list: readonly unknown[] | undefined,
): boolean {
  const written = valueAt(source.data, path);
  if (written === undefined) return true;
  return Array.isArray(written) && entriesOf(list).length === written.length;
}
