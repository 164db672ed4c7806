import type { InstanceSettings, UserSettings } from "../../config";
import { didYouMean, nearest } from "../../text";
import type { InstanceNames, Names } from "./names";
import type { WantedUser } from "./user";

/** The users that a config wants, and the names in it that the instance does not have. */
export interface WantedUsers {
  readonly wanted: readonly WantedUser[];
  readonly problems: readonly string[];
}

const KINDS = [
  ["routing profile", "routingProfiles", ({ routingProfile }: UserSettings) => [routingProfile]],
  [
    "security profile",
    "securityProfiles",
    ({ securityProfiles }: UserSettings) => securityProfiles,
  ],
  [
    "hierarchy group",
    "hierarchyGroups",
    ({ hierarchyGroup }: UserSettings) => [hierarchyGroup].flatMap((one) => one ?? []),
  ],
] as const;

/** Reads the users of a config as those of the instance. */
export function wantedUsers(settings: InstanceSettings, names: InstanceNames): WantedUsers {
  const { users, tags } = settings;
  return {
    wanted: users.map((user) => wantedUser(user, tags, names)),
    problems: KINDS.flatMap(([kind, key, of]) => unknownNames(kind, names[key], users, of)),
  };
}

function wantedUser(
  user: UserSettings,
  tags: InstanceSettings["tags"],
  { routingProfiles, securityProfiles, hierarchyGroups }: InstanceNames,
): WantedUser {
  const { connectUserId: id, deskPhone, hierarchyGroup, email, emailInConnect } = user;
  const named = (all: Names, nameOrId: string) => all.name(all.id(nameOrId) ?? nameOrId);
  return {
    name: user.connectUserName,
    ...(id !== undefined && { id }),
    // Amazon Connect refuses letters that consist of several characters.
    firstName: user.givenName.normalize("NFC"),
    lastName: user.familyName.normalize("NFC"),
    routingProfile: named(routingProfiles, user.routingProfile),
    securityProfiles: user.securityProfiles.map((one) => named(securityProfiles, one)).sort(),
    ...(hierarchyGroup !== undefined && {
      hierarchyGroup: named(hierarchyGroups, hierarchyGroup),
    }),
    ...(deskPhone !== undefined && { deskPhone }),
    autoAccept: user.autoAccept ?? false,
    afterContactWorkSeconds: user.afterContactWorkSeconds ?? 0,
    tags: { ...tags, ...user.tags },
    ...(emailInConnect && { email }),
    ...(user.secondaryEmail !== undefined && { secondaryEmail: user.secondaryEmail }),
  };
}

/** Says of each name that the instance does not have who has it. */
function unknownNames(
  kind: string,
  names: Names,
  users: readonly UserSettings[],
  of: (user: UserSettings) => readonly string[],
): string[] {
  const unknown = new Map<string, string[]>();
  for (const user of users) {
    for (const name of of(user).filter((one) => names.id(one) === undefined)) {
      const having = unknown.get(name) ?? [];
      unknown.set(name, having);
      having.push(user.connectUserName);
    }
  }
  return [...unknown].map(([name, [first = "", ...others]]) => {
    const guess = nearest(name, names.all());
    const fix =
      guess === undefined
        ? `create it in Amazon Connect, or name another one`
        : didYouMean(name, guess, JSON.stringify(guess));
    const more = others.length === 0 ? "" : ` and ${String(others.length)} more`;
    return `the ${kind} ${JSON.stringify(name)} of ${first}${more} does not exist in the instance; ${fix}`;
  });
}
