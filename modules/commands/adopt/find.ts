import { identityCenterAccount, type InstanceSettings } from "../../config";
import { Aws, type Bounds, callerAccount, type Profiles, type Sdk } from "../aws";
import { callerFinding } from "../check";
import { findDirectory } from "./find-directory";
import { findFederation } from "./find-federation";
import { findUsers } from "./find-users";
import type { Sighting } from "./sighting";

/** What exists of an instance, in both accounts. */
export interface Found {
  readonly sightings: readonly Sighting[];
  /** ID of the identity store; left out when it was not read. */
  readonly identityStoreId?: string;
  /** Accounts that were not read, and why: one sentence each. */
  readonly unread: readonly string[];
}

/** Looks in both accounts for what the stacks of an instance create. Nothing is changed. */
export async function find(
  sdk: Sdk,
  settings: InstanceSettings,
  profiles: Profiles,
  bounds: Bounds,
): Promise<Found> {
  const { instance, identityCenter } = settings;
  const { profile, identityCenterProfile = profile } = profiles;
  const open = (region: string, own: string | undefined) =>
    new Aws(sdk, { region, ...(own !== undefined && { profile: own }) }, bounds);
  const stranger = async (aws: Aws, accountId: string, subject: string, option: string) => {
    const finding = callerFinding(await callerAccount(aws), { accountId, subject, option });
    return finding ? `${subject} ${finding.message}` : undefined;
  };

  const aws = open(instance.region, profile);
  const subject = `instance ${instance.instanceId}`;
  const other = await stranger(aws, instance.accountId, subject, "--profile");
  const iam = other === undefined ? await findFederation(aws, settings) : [];
  const users =
    other === undefined
      ? await findUsers(aws, settings, { sdk, bounds, ...profiles })
      : { sightings: [], unread: other };
  const own = [...iam, ...users.sightings];

  const account = identityCenterAccount(settings);
  const isDue =
    settings.permissionSets.length > 0 ||
    settings.applications.some(({ applicationArn }) => applicationArn !== undefined);
  if (!isDue) return { sightings: own, unread: [users.unread].flatMap((one) => one ?? []) };
  const directory = open(identityCenter.region, identityCenterProfile);
  const option = "--identity-center-profile";
  // Nothing names the account where there is only a permission set.
  const elsewhere =
    account === undefined
      ? undefined
      : await stranger(directory, account, "Identity Center", option);
  const { sightings, ...store } =
    elsewhere === undefined ? await findDirectory(directory, settings) : { sightings: [] };
  return {
    sightings: [...own, ...sightings],
    ...store,
    unread: [...new Set([users.unread, elsewhere].flatMap((one) => one ?? []))],
  };
}
