import { adoptable, groupsOfTerraform, type InstanceSettings } from "../../config";
import { type Aws, textIn } from "../aws";
import { type DirectoryAccess, readGroups } from "../users";
import { type Sighting, sighting } from "./sighting";

/** What exists of the users of an instance. */
export interface FoundUsers {
  readonly sightings: readonly Sighting[];
  /** Why it is not known who comes from groups; left out when it is. */
  readonly unread?: string;
}

/** Looks for the users of an instance: those of the config, and the members of its groups. */
export async function findUsers(
  aws: Aws,
  settings: InstanceSettings,
  access: DirectoryAccess,
): Promise<FoundUsers> {
  const listed = adoptable(settings).connectUsers;
  const groups = groupsOfTerraform(settings).length > 0 ? await readGroups(settings, access) : NONE;
  if ("unread" in groups) {
    return { sightings: await sightingsOf(aws, settings, listed), unread: groups.unread };
  }
  const names = [...listed, ...groups.users.map(({ connectUserName }) => connectUserName)];
  const adopted = Object.keys(settings.adopt?.connectUsers ?? {});
  return {
    sightings: [
      ...(await sightingsOf(aws, settings, names)),
      // Who has left the groups since, no stack makes any more.
      ...adopted
        .filter((name) => !names.includes(name))
        .map((name) => sighting({ kind: "connectUsers", name }, { is: "missing" })),
    ],
  };
}

const NONE = { users: [] };

async function sightingsOf(
  aws: Aws,
  settings: InstanceSettings,
  names: readonly string[],
): Promise<Sighting[]> {
  if (names.length === 0) return [];
  const { connect } = aws.sdk;
  const client = new connect.ConnectClient(aws.options);
  const { instanceId: InstanceId } = settings.instance;
  const users = await aws.readList(
    "connect:ListUsers",
    () => connect.paginateListUsers({ client }, { InstanceId }),
    (page) => page.UserSummaryList,
    ({ Username, Id }) => [textIn(Username, "Username"), textIn(Id, "Id")] as const,
  );
  if (users.is !== "there") {
    return names.map((name) => sighting({ kind: "connectUsers", name }, users));
  }
  const ids = new Map(users.value);
  return names.map((name) => {
    const id = ids.get(name);
    return sighting(
      { kind: "connectUsers", name },
      id === undefined ? { is: "missing" } : { is: "there", value: id },
      (value) => ({ id: value }),
    );
  });
}
