import { applicationKeys, assigned, isWhole, listedUsers } from "./listed-users";
import {
  checkAssignedTwice,
  checkOneRolePerUser,
  checkUnassigned,
  type Roles,
  rolesIn,
  SECOND_ROLE,
} from "./assigned-users";
import { checkEmptyGroups, checkMemberships } from "./memberships";
import { applicationsOf, entriesOf, type PartialConfig } from "./partial-config";
import { checkSpellings } from "./spellings";
import { type ConfigSource, type KeyPath, type Problem, valueAt } from "../source";
import { checkTags } from "./tags";
import { checkUserGroups } from "./user-groups";
import { checkLetters, checkSentNames, checkTwins } from "./user-names";
import { appearance, didYouMean, nearest } from "../../text";

/** Checks what the schema cannot: related lists of groups and users. */
export function checkPeople(source: ConfigSource, config: PartialConfig): Problem[] {
  const known = valueAt(source.data, ["roles"]) === undefined || config.roles !== undefined;
  const roles = rolesIn(config);
  const users = listedUsers(source, config);
  return [
    ...checkDuplicates(source, config),
    ...checkSpellings(source, config),
    ...checkTwins(source, users),
    ...checkSentNames(source, users),
    ...checkUserApplications(source, config),
    ...checkPhonesAndTags(source, config),
    ...checkUserGroups(source, config),
    ...checkCreatedGroups(source, config),
    ...checkLetters(source, config, users),
    ...checkAssignedTwice(source, config, users),
    ...(known ? checkOneRolePerUser(source, config, users, roles) : []),
    ...(known ? checkSharedGroups(source, config, roles) : []),
    ...checkUnassigned(source, config, users),
    ...checkMemberships(source, config, users),
    ...checkEmptyGroups(source, config, users),
  ];
}

function usersOf({ users }: PartialConfig) {
  return entriesOf(users).map(({ value, index }) => ({ user: value, path: ["users", index] }));
}

function checkDuplicates(source: ConfigSource, config: PartialConfig): Problem[] {
  const lists: [KeyPath, readonly (string | undefined)[] | undefined][] = [
    ...applicationsOf(config).flatMap(([key, { assign }]): typeof lists => [
      [assigned(key, "groups"), assign?.groups],
      [assigned(key, "users"), assign?.users],
    ]),
    [["identityCenter", "createGroups"], config.identityCenter?.createGroups],
    ...usersOf(config).flatMap(({ user, path }): typeof lists => [
      [[...path, "applications"], user.applications],
      [[...path, "securityProfiles"], user.securityProfiles],
    ]),
  ];
  return lists.flatMap(([path, list]) => {
    const seen = new Set<string>();
    return entriesOf(list).flatMap(({ value, index }) => {
      const twice = seen.has(value);
      seen.add(value);
      return twice ? [source.problem([...path, index], "is listed twice; remove one")] : [];
    });
  });
}

function checkUserApplications(source: ConfigSource, config: PartialConfig): Problem[] {
  const keys = applicationKeys(source);
  if (keys.length === 0) return [];
  const groups = entriesOf(config.usersFrom).flatMap(({ value, index }) =>
    value.group === undefined ? [] : [{ user: value, path: ["usersFrom", index] }],
  );
  return [...usersOf(config), ...groups].flatMap(({ user, path }) =>
    entriesOf(user.applications).flatMap(({ value, index }) => {
      if (keys.includes(value)) return [];
      const guess = nearest(value, keys);
      const fix =
        guess === undefined
          ? `the ${keys.length === 1 ? "only key is" : "keys are"} ${keys.join(", ")}`
          : didYouMean(value, guess);
      const message = `is not the key of an application here; ${fix}`;
      return [source.problem([...path, "applications", index], message)];
    }),
  );
}

function checkPhonesAndTags(source: ConfigSource, config: PartialConfig): Problem[] {
  const common = Object.keys(config.tags ?? {}).length;
  return usersOf(config).flatMap(({ user, path }) => [
    ...checkTags(source, [...path, "tags"], user.tags, common),
    ...(user.autoAccept === true && user.deskPhone !== undefined
      ? [
          source.problem(
            [...path, "autoAccept"],
            "has no effect with a desk phone; remove one of the two",
            "warning",
          ),
        ]
      : []),
  ]);
}

/** A created group that no application uses is most often spelled in two ways. */
function checkCreatedGroups(source: ConfigSource, config: PartialConfig): Problem[] {
  const keys = applicationKeys(source);
  const groups = new Set(
    keys.flatMap((key) =>
      entriesOf(config.applications?.[key]?.assign?.groups).map(({ value }) => appearance(value)),
    ),
  );
  const whole = keys.every(
    (key) =>
      isWhole(source, assigned(key, "groups"), config.applications?.[key]?.assign?.groups) &&
      isMapping(valueAt(source.data, ["applications", key, "assign"])),
  );
  if (!whole) return [];
  const created = entriesOf(config.identityCenter?.createGroups);
  const others = [...groups].filter(
    (group) => !created.some(({ value }) => appearance(value) === group),
  );
  return created.flatMap(({ value, index }) => {
    if (groups.has(appearance(value))) return [];
    const guess = nearest(value, others);
    const fix =
      guess === undefined
        ? "name it in an application's assign.groups"
        : didYouMean(value, guess, JSON.stringify(guess));
    const path = ["identityCenter", "createGroups", index];
    return [
      source.problem(
        path,
        `would be created, but is not assigned to an application; ${fix}`,
        "warning",
      ),
    ];
  });
}

function isMapping(value: unknown): boolean {
  return value === undefined || (typeof value === "object" && value !== null);
}

function checkSharedGroups(source: ConfigSource, config: PartialConfig, roles: Roles): Problem[] {
  const first = new Map<string, string>();
  return applicationsOf(config).flatMap(([key, { assign }]) =>
    entriesOf(assign?.groups).flatMap(({ value, index }) => {
      const known = first.get(appearance(value));
      if (known === undefined) first.set(appearance(value), key);
      if (known === undefined || roles.of(known) === roles.of(key)) return [];
      const { why } = roles.conflict(known, key);
      const shared = [known, key].some((one) => roles.of(one) !== one)
        ? ""
        : ", or set roles: shared";
      const message = `is assigned to ${known} too, and ${why}; ${SECOND_ROLE}, so its members can use only one of the two; give each application its own group${shared}`;
      return [source.problem([...assigned(key, "groups"), index], message, "warning")];
    }),
  );
}
