import { identityCenterArn } from "../../aws/identity-center";
import { identityCenterAccount, type InstanceSettings } from "../../config";
import { Aws, type Bounds, callerAccount, type Profiles, type Reading, type Sdk } from "../aws";
import { callerFinding, readStoreId } from "../check";
import { GroupReader, type Member } from "./group-members";
import { type GroupUsers, type UserGroup, usersOfGroups } from "./users-of-groups";

/** What reading groups depends on. */
export interface DirectoryAccess extends Profiles {
  readonly sdk: Sdk;
  readonly bounds: Bounds;
}

const NOBODY: GroupUsers = { users: [], left: [], problems: [] };

/** Reads the users that come of the groups of a config, or says what could not be read. */
export async function readGroups(
  settings: InstanceSettings,
  access: DirectoryAccess,
): Promise<GroupUsers | { readonly unread: string }> {
  const { userGroups, identityCenter } = settings;
  if (userGroups.length === 0) return NOBODY;
  const { sdk, bounds, profile, identityCenterProfile = profile } = access;
  const own = identityCenterProfile === undefined ? {} : { profile: identityCenterProfile };
  const aws = new Aws(sdk, { region: identityCenter.region, ...own }, bounds);
  const accountId = identityCenterAccount(settings);
  if (accountId !== undefined) {
    const subject = "Identity Center";
    const expected = { accountId, subject, option: "--identity-center-profile" };
    const stranger = callerFinding(await callerAccount(aws), expected);
    if (stranger) return { unread: `${subject} ${stranger.message}` };
  }
  const store = await storeId(aws, settings);
  if (store.is !== "there") return unread(store, "the Identity Center of the groups");
  const reader = new GroupReader(aws, store.value);
  const members: (readonly [UserGroup, readonly string[]])[] = [];
  for (const group of userGroups) {
    const read = await reader.members(group.group);
    if (read.is !== "there") return unread(read, `the group ${group.group}`);
    members.push([group, read.value]);
  }
  const people = await reader.people(new Set(members.flatMap(([, ids]) => ids)));
  if (people.is !== "there") return unread(people, "a member of a group");
  const known = ([group, ids]: (typeof members)[number]) => {
    const own = ids.flatMap((id): Member[] => {
      const member = people.value.get(id);
      return member ? [member] : [];
    });
    return [group, own] as const;
  };
  return usersOfGroups(members.map(known), settings);
}

function unread(reading: Exclude<Reading<unknown>, { is: "there" }>, what: string) {
  const missing = `${what} does not exist in Identity Center; correct the config`;
  return { unread: reading.is === "missing" ? missing : reading.why };
}

/** The identity store of the applications, or else the only one that the account sees. */
async function storeId(aws: Aws, settings: InstanceSettings): Promise<Reading<string>> {
  const [application] = settings.applications.flatMap(({ applicationArn }) => applicationArn ?? []);
  if (application !== undefined) {
    return readStoreId(aws, identityCenterArn(application), settings);
  }
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const stores = await aws.readList(
    "sso:ListInstances",
    () => ssoAdmin.paginateListInstances({ client }, {}),
    (page) => page.Instances,
    ({ IdentityStoreId }) => IdentityStoreId,
  );
  if (stores.is !== "there") return stores;
  const [store, ...others] = stores.value;
  if (store !== undefined && others.length === 0) return { is: "there", value: store };
  const why =
    store === undefined
      ? `there is no Identity Center in ${aws.region}; name its primary region in identityCenter.region, and a profile of its account with --identity-center-profile`
      : "there are several Identity Centers; enter the applicationArn of an application, whose Identity Center it is";
  return { is: "unread", verdict: "failed", why };
}
