import { commandLine, howStarted } from "../../../config/invocation";
import type { InstanceSettings, UserSettings } from "../../../config";
import { error, type Finding, ok, unread, warning } from "./finding";
import { SESSION_NAME_ATTRIBUTES } from "../../../aws/identity-center";
import type { Reading } from "../../aws";
import { correctAdopt } from "./fixes";
import type { Person } from "./directory";
import type { DirectoryState } from "./read-directory";

/**
 * Compares the user names in the config, in Amazon Connect and in Identity Center. They must be
 * exactly the same: Identity Center sends the e-mail address or the user name, as roleSessionName says,
 * and Connect looks for a user with that name.
 *
 * @param directory left out when Identity Center was not read
 */
export function comparePeople(
  connectUsers: Reading<readonly string[]>,
  directory: DirectoryState | undefined,
  settings: InstanceSettings,
): Finding[] {
  const inConnect = connectUsers.is === "there" ? new NameIndex(connectUsers.value) : undefined;
  const people = directory?.users.is === "there" ? directory.users.value : undefined;
  const assigned = directory && assignedUsers(directory, settings);
  const findings = [
    ...unreadFindings("users of Amazon Connect", connectUsers),
    ...(directory ? unreadFindings("users of Identity Center", directory.users) : []),
    ...(directory ? [...directory.members.values()].flatMap(unreadMemberFindings).slice(0, 1) : []),
    ...settings.users.flatMap((user) => [
      ...(inConnect ? compareConnectUser(user, inConnect, settings) : []),
      ...(people ? comparePerson(user, people, assigned, settings) : []),
    ]),
    ...(inConnect && people && assigned && directory.hasEveryMember
      ? compareOneSided(inConnect, people, assigned, settings, membersFrom(directory, settings))
      : []),
  ];
  const compared = inConnect && (directory !== undefined || settings.users.length > 0);
  if (findings.length > 0 || !compared) return findings;
  return [{ subject: "users", ...ok(agreement(directory)) }];
}

function agreement(directory: DirectoryState | undefined): string {
  if (!directory) return "in the config are in Amazon Connect under exactly the same names";
  return directory.hasEveryMember
    ? "have exactly the same names in Amazon Connect and in Identity Center"
    : "in the config have exactly the same names in Amazon Connect and in Identity Center; the assigned groups have more members, who were not compared one by one";
}

/** Names that are found whatever their upper and lower case. */
class NameIndex {
  private readonly exact: ReadonlySet<string>;
  private readonly folded: ReadonlyMap<string, string>;

  public constructor(names: readonly string[]) {
    this.exact = new Set(names);
    this.folded = new Map(names.map((name) => [name.toLowerCase(), name]));
  }

  /** Finds the name itself, or else one that differs only in upper and lower case. */
  public find(name: string): string | undefined {
    return this.exact.has(name) ? name : this.folded.get(name.toLowerCase());
  }

  public all(): string[] {
    return [...this.exact];
  }
}

function unreadFindings(subject: string, reading: Reading<unknown>): Finding[] {
  return reading.is === "unread" ? [{ subject, ...unread(reading) }] : [];
}

function unreadMemberFindings(reading: Reading<unknown>): Finding[] {
  return unreadFindings("members of groups", reading);
}

/** Returns the IDs of the users of each application; `undefined` when one of the lists is unread. */
function assignedUsers(
  { applications, members }: DirectoryState,
  settings: InstanceSettings,
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const byKey = new Map<string, Set<string>>();
  for (const { key, applicationArn } of settings.applications) {
    if (applicationArn === undefined) continue;
    const assignments = applications.get(applicationArn)?.assignments;
    if (!assignments || assignments.is === "missing") continue;
    if (assignments.is === "unread") return undefined;
    const ids = new Set<string>();
    for (const { type, id } of assignments.value) {
      const group = members.get(id);
      if (type === "USER") ids.add(id);
      else if (group?.is === "unread") return undefined;
      else if (group?.is === "there") group.value.forEach((member) => ids.add(member));
    }
    byKey.set(key, ids);
  }
  return byKey;
}

function compareConnectUser(
  { connectUserName }: UserSettings,
  inConnect: NameIndex,
  { name, adopt, usersManagedBy }: InstanceSettings,
): Finding[] {
  const found = inConnect.find(connectUserName);
  const deploy =
    usersManagedBy === "terraform"
      ? `deploy ${name}-federation`
      : `run ${commandLine(howStarted(), "users", ["apply"])}`;
  const isAdopted = adopt !== undefined && Object.hasOwn(adopt.connectUsers, connectUserName);
  const about = { subject: `user ${connectUserName}`, stack: "federation" } as const;
  if (found === connectUserName) return [];
  return found === undefined
    ? [
        {
          ...about,
          ...error(
            `is not in Amazon Connect; ${isAdopted ? `${correctAdopt("the user")}, then ${deploy}` : deploy}`,
          ),
        },
      ]
    : [
        {
          ...about,
          ...error(
            `is ${found} in Amazon Connect, which distinguishes upper and lower case; delete that user there, then ${isAdopted ? `run ${commandLine(howStarted(), "adopt", ["--write"])} and ` : ""}${deploy}`,
          ),
        },
      ];
}

function comparePerson(
  user: UserSettings,
  people: ReadonlyMap<string, Person>,
  assigned: ReadonlyMap<string, ReadonlySet<string>> | undefined,
  settings: InstanceSettings,
): Finding[] {
  const { email, userName, connectUserName, applications, createInIdentityCenter } = user;
  const about = { subject: `user ${connectUserName}`, stack: "assignments" } as const;
  // The address finds the user, unless the config says that the user name is something else.
  const isNamed = settings.roleSessionName === "userName" || (userName ?? email) !== email;
  const key = isNamed ? "userName" : "email";
  const wanted = isNamed ? (userName ?? email) : email;
  const deploy = `deploy ${settings.name}-assignments`;
  const namesakes = [...people].filter(
    ([, person]) => person[key]?.toLowerCase() === wanted.toLowerCase(),
  );
  const [id, person] = namesakes.find(([, one]) => one[key] === wanted) ?? namesakes[0] ?? [];
  if (id === undefined || !person) {
    const { what } = SESSION_NAME_ATTRIBUTES[key];
    const which = wanted === connectUserName ? "is not" : `has the ${what} ${wanted}, which is not`;
    const taken = [...people.values()].find((one) => one.userName === userName);
    const fix = !createInIdentityCenter
      ? "add the user there, or set createInIdentityCenter"
      : taken
        ? `the user ${taken.userName} there has ${taken.email ?? "no e-mail address"}, so correct the address there`
        : deploy;
    return [{ ...about, ...error(`${which} the ${what} of any user in Identity Center; ${fix}`) }];
  }
  const sent = sentBy(person, settings);
  if (sent !== connectUserName) {
    const isSpelling = sent?.toLowerCase() === connectUserName.toLowerCase();
    const message =
      sent === undefined
        ? NO_ADDRESS
        : isSpelling
          ? `is ${sent} in Identity Center, and Amazon Connect, which receives it from there, distinguishes upper and lower case; write it the same in both`
          : `has the ${SESSION_NAME_ATTRIBUTES[settings.roleSessionName].what} ${sent} in Identity Center, and Amazon Connect receives that; write it the same in the config`;
    return [{ ...about, ...error(message) }];
  }
  if (person.email === undefined) return [{ ...about, ...error(NO_TILE) }];
  return settings.applications
    .filter(({ key }) => applications.includes(key) && assigned?.get(key)?.has(id) === false)
    .map(({ key, groups }) => {
      const fix = createInIdentityCenter
        ? deploy
        : groups.length > 0
          ? `make the user a member of ${groups.join(" or ")}`
          : `name the user in applications.${key}.assign.users`;
      return { ...about, ...error(`is not assigned to ${key}, so the tile is not shown; ${fix}`) };
    });
}

/** Compares the users that the config does not name, in either of the two services. */
function compareOneSided(
  inConnect: NameIndex,
  people: ReadonlyMap<string, Person>,
  assigned: ReadonlyMap<string, ReadonlySet<string>>,
  settings: InstanceSettings,
  fromGroups: ReadonlySet<string>,
): Finding[] {
  const { users } = settings;
  const configured = new Set(users.map(({ connectUserName }) => connectUserName.toLowerCase()));
  const userNames = new Set(users.map(({ userName }) => userName?.toLowerCase()));
  const signIn = new Set([...assigned.values()].flatMap((ids) => [...ids]));
  const others = [...signIn]
    .flatMap((id) => {
      const person = people.get(id);
      return person
        ? [{ person, name: sentBy(person, settings), isFromGroup: fromGroups.has(id) }]
        : [];
    })
    .filter(({ person }) => !userNames.has(person.userName.toLowerCase()))
    .filter(({ name }) => name === undefined || !configured.has(name.toLowerCase()));
  const known = new Set(configured);
  for (const { name } of others) if (name !== undefined) known.add(name.toLowerCase());
  return [
    ...others.flatMap((other) => compareAssigned(other, inConnect, settings)),
    ...others
      .filter(({ person, name }) => name !== undefined && person.email === undefined)
      .map(({ name }) => ({ subject: `user ${String(name)}`, ...error(NO_TILE) })),
    ...inConnect
      .all()
      .filter((name) => !known.has(name.toLowerCase()))
      .map((name) => ({
        subject: `user ${name}`,
        ...warning(
          "is in Amazon Connect only: neither in the config nor assigned to an application; delete the user there, or assign the person",
        ),
      })),
  ];
}

const NO_ADDRESS =
  "has no e-mail address in Identity Center, which is the name that it sends; add one";

/** What the access portal makes of a missing address, whatever Identity Center would send. */
const NO_TILE =
  'has no e-mail address in Identity Center, so the access portal shows "No access" in place of Amazon Connect; add one there, as the primary one';

/** Returns what Identity Center sends as the name of a person. */
function sentBy(person: Person, { roleSessionName }: InstanceSettings): string | undefined {
  return person[roleSessionName];
}

/** Returns the IDs of the members of the groups whose members the config makes users of Amazon Connect. */
function membersFrom(
  { groups, members }: DirectoryState,
  { userGroups }: InstanceSettings,
): ReadonlySet<string> {
  const names = groups.is === "there" ? groups.value : undefined;
  const isNamed = (id: string) =>
    userGroups.some(({ group }) => group === id || group === names?.get(id));
  return new Set(
    [...members].flatMap(([id, own]) => (own.is === "there" && isNamed(id) ? own.value : [])),
  );
}

/** A person who is assigned and not in the config, and the name that Identity Center sends. */
interface Assigned {
  readonly person: Person;
  readonly name: string | undefined;
  /** True for a member of a group whose members become users of Amazon Connect. */
  readonly isFromGroup: boolean;
}

function compareAssigned(
  { person: { userName }, name, isFromGroup }: Assigned,
  inConnect: NameIndex,
  settings: InstanceSettings,
): Finding[] {
  if (name === undefined) {
    return [{ subject: `user ${userName}`, ...error(`is assigned, but ${NO_ADDRESS}`) }];
  }
  const subject = `user ${name}`;
  const found = inConnect.find(name);
  if (found === name) return [];
  if (found !== undefined) {
    const message = `is ${found} in Amazon Connect, which distinguishes upper and lower case; write it the same in both`;
    return [{ subject, ...error(message) }];
  }
  const missing = (fix: string) =>
    error(
      `is assigned in Identity Center, but is not in Amazon Connect, which refuses unknown users; ${fix}`,
    );
  if (!isFromGroup) return [{ subject, ...missing("add the user to users") }];
  return settings.usersManagedBy === "terraform"
    ? [{ subject, stack: "people", ...missing(`deploy ${settings.name}-people`) }]
    : [{ subject, ...missing(`run ${commandLine(howStarted(), "users", ["apply"])}`) }];
}
