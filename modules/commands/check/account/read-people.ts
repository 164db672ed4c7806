import { groupsOfTerraform, type InstanceSettings } from "../../../config";
import { isPrincipalId } from "../../../aws/identity-center";
import type { Aws, Reading } from "../../aws";
import { Directory, FIRST_PAGES, type Members, type Person } from "./directory";
import type { Principal } from "./read-application";

/** The groups and users of a directory that concern an instance. */
export interface PeopleState {
  /** Display names of groups, by ID: at least those that are configured or assigned. */
  readonly groups: Reading<ReadonlyMap<string, string>>;
  /** Users, by ID: at least those that are configured or assigned. */
  readonly users: Reading<ReadonlyMap<string, Person>>;
  /** IDs of the members, by the ID of each group that is assigned or has users: at least those that are configured. */
  readonly members: ReadonlyMap<string, Reading<readonly string[]>>;
  /** True when every member of every one of these groups is known. */
  readonly hasEveryMember: boolean;
}

/**
 * Reads the groups and users that are configured or assigned. A directory can have 100,000 users, and a
 * page has at most 100: so as many pages are read as there are users to find, and what is not found in
 * them is asked for by its name or ID.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListUsers.html
 */
export async function readPeople(
  aws: Aws,
  store: Reading<string>,
  assigned: readonly Principal[],
  settings: InstanceSettings,
): Promise<PeopleState> {
  if (store.is !== "there") {
    return { groups: store, users: store, members: new Map(), hasEveryMember: false };
  }
  const directory = new Directory(aws, store.value);
  const ids = (wanted: Principal["type"]) => [
    ...new Set(assigned.flatMap(({ type, id }) => (type === wanted ? [id] : []))),
  ];
  const userGroups = groupsOfTerraform(settings).map(({ group }) => group);
  const groupNames = [...settings.applications.flatMap((one) => one.groups), ...userGroups];
  const groups = await directory.groups(groupNames.filter(isName), ids("GROUP"));
  const named = groups.is === "there" ? [...groups.value] : [];
  const groupIds = new Set([
    ...ids("GROUP"),
    ...named
      .filter((idAndName) => idAndName.some((one) => userGroups.includes(one)))
      .map(([id]) => id),
  ]);

  const configured = settings.users.map(({ email }) => email);
  const configuredNames = settings.users.flatMap(({ userName }) => userName ?? []);
  const userNames = [
    ...settings.applications.flatMap(({ users }) => users.filter(isName)),
    ...configuredNames,
  ];
  // Without configured users, the assigned ones are all there is to compare.
  const most = configured.length > 0 ? FIRST_PAGES + configured.length : Infinity;
  const members = new Map<string, Members>();
  for (const id of groupIds) members.set(id, await directory.members(id, most));
  const memberIds = [...members.values()].flatMap(({ listed, isWhole }) =>
    isWhole && listed.is === "there" ? listed.value : [],
  );
  const users = await directory.users({ emails: configured, userNames }, [
    ...new Set([...ids("USER"), ...memberIds]),
  ]);
  const hasEveryMember = [...members.values()].every(({ isWhole }) => isWhole);
  return {
    groups,
    users,
    members: await directory.withConfigured(members, users, {
      emails: new Set(configured),
      userNames: new Set(configuredNames),
    }),
    hasEveryMember,
  };
}

function isName(nameOrId: string): boolean {
  return !isPrincipalId(nameOrId);
}
