import { assigned, isWhole, type ListedUser } from "./listed-users";
import { applicationsOf, entriesOf, type PartialConfig } from "./partial-config";
import { isPermissionSet } from "../settings";
import type { ConfigSource, Problem } from "../source";
import { appearance } from "../../text";

/**
 * Finds users who may see no tile: of an application for groups only, where this config does not make
 * them members. Groups that it creates have no other members than the users that it creates.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/assignuserstoapp.html
 */
export function checkMemberships(
  source: ConfigSource,
  config: PartialConfig,
  users: readonly ListedUser[],
): Problem[] {
  const created = createdGroups(config);
  return groupApplications(source, config).flatMap(({ key, groups }) => {
    const people = membersOf(users, key).filter(({ isCreated }) => !isCreated);
    if (people.length === 0) return [];
    const who = named(people.map(({ userName, email }) => userName ?? email));
    const assign = `name the user in applications.${key}.assign.users`;
    const way = isPermissionSet(config.applications?.[key] ?? {}) ? "account" : "tile";
    const message = groups.every((group) => created.has(appearance(group)))
      ? `get no members but the users that are created here, so no ${way} is shown to ${who}; add each user to a group in Identity Center after the deployment, or ${assign}`
      : `are the only way to the ${way}, and the config does not say that ${who} ${people.length === 1 ? "is a direct member" : "are direct members"} of one; make sure of it in Identity Center, or ${assign}`;
    return [source.problem(assigned(key, "groups"), message, "warning")];
  });
}

/** Finds groups that would be created for an application without a member. */
export function checkEmptyGroups(
  source: ConfigSource,
  config: PartialConfig,
  users: readonly ListedUser[],
): Problem[] {
  const applications = groupApplications(source, config);
  const isWaiting = (key: string) => {
    const { applicationArn, signIn } = config.applications?.[key] ?? {};
    return applicationArn === undefined && !isPermissionSet({ signIn });
  };
  const empty = entriesOf(config.identityCenter?.createGroups).filter(({ value }) => {
    const own = applications.filter(({ groups }) =>
      groups.some((group) => appearance(group) === appearance(value)),
    );
    // Nothing is created before the ARN of an application is known.
    if (own.every(({ key }) => isWaiting(key))) return false;
    return own.every(({ key }) => membersOf(users, key).length === 0);
  });
  if (empty.length === 0) return [];
  const message = `creates ${named(empty.map(({ value }) => value))} without members, so nobody sees the tile through ${empty.length === 1 ? "it" : "them"}; add the members in Identity Center after the deployment`;
  return [source.problem(["identityCenter", "createGroups"], message, "warning")];
}

function createdGroups(config: PartialConfig): ReadonlySet<string> {
  return new Set(
    entriesOf(config.identityCenter?.createGroups).map(({ value }) => appearance(value)),
  );
}

function membersOf(users: readonly ListedUser[], key: string): ListedUser[] {
  return users.filter(({ applications }) => applications.some(({ value }) => value === key));
}

/** The applications that are assigned to groups only, as far as their lists are well-formed. */
function groupApplications(source: ConfigSource, config: PartialConfig) {
  return applicationsOf(config).flatMap(([key, { assign }]) => {
    const groups = entriesOf(assign?.groups).map(({ value }) => value);
    const known =
      isWhole(source, assigned(key, "groups"), assign?.groups) &&
      isWhole(source, assigned(key, "users"), assign?.users);
    const onlyGroups = groups.length > 0 && entriesOf(assign?.users).length === 0;
    return known && onlyGroups ? [{ key, groups }] : [];
  });
}

/** Number of names that a warning lists. */
const SHOWN = 3;

/** Lists the first of many names. */
function named(names: readonly string[]): string {
  const more = names.length - SHOWN;
  const shown = more > 0 ? [...names.slice(0, SHOWN), `${String(more)} more`] : names;
  return shown.length === 1
    ? shown.join("")
    : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
