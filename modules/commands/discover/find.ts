import type { InstanceSettings } from "../../config";
import { Aws, type Bounds, callerAccount, ownRegion, type Profiles, type Sdk } from "../aws";
import { findIdentityCenters, type FoundIdentityCenter } from "./find-identity-centers";
import { findInstances, type FoundInstance } from "./find-instances";
import type { Gap } from "./gap";
import { connectTries, identityCenterTries } from "./regions";

/** Regions that options name; what is left out is looked for. */
export interface GivenRegions {
  readonly region?: string;
  readonly identityCenterRegion?: string;
}

/** What the accounts have. */
export interface Found {
  readonly instances: readonly FoundInstance[];
  readonly identityCenters: readonly FoundIdentityCenter[];
  /** Accounts of the credentials, where they are known. */
  readonly accounts: { readonly connect?: string; readonly identityCenter?: string };
  /** What could not be read, and why. */
  readonly gaps: readonly Gap[];
}

/** Looks in both accounts for what a config names. Nothing is changed. */
export async function find(
  sdk: Sdk,
  bounds: Bounds,
  configs: readonly InstanceSettings[],
  { profile, identityCenterProfile = profile, ...given }: Profiles & GivenRegions,
): Promise<Found> {
  const connect = await findConnect(sdk, bounds, configs, { ...given, profile });
  const own = await ownRegion(sdk, identityCenterProfile);
  const tries = identityCenterTries({
    given: given.identityCenterRegion,
    configured: configs.flatMap(({ identityCenter: { region, isRegionGuessed } }) =>
      isRegionGuessed ? [] : [region],
    ),
    likely: [
      ...configs.map(({ identityCenter }) => identityCenter.region),
      own,
      ...connect.instances.map(({ region }) => region),
    ],
  });
  const open = opener(sdk, bounds, identityCenterProfile);
  const caller = await callerAccount(open(tries[0]?.[0] ?? "us-east-1"));
  if ("failure" in caller) {
    const option = "--identity-center-profile";
    const gaps = [...connect.gaps, noCredentials("Identity Center", caller, option)];
    return { ...connect, identityCenters: [], gaps };
  }
  const { found, gaps } = await findIdentityCenters({ open, tries, accountId: caller.accountId });
  return {
    instances: connect.instances,
    identityCenters: found,
    accounts: { ...connect.accounts, identityCenter: caller.accountId },
    gaps: [...connect.gaps, ...gaps],
  };
}

/** Looks for Amazon Connect instances alone. */
export async function findConnect(
  sdk: Sdk,
  bounds: Bounds,
  configs: readonly InstanceSettings[],
  { profile, region }: { readonly profile?: string | undefined } & GivenRegions,
): Promise<Omit<Found, "identityCenters">> {
  const tries = connectTries({
    given: region,
    configured: configs.map(({ instance }) => instance.region),
    likely: [await ownRegion(sdk, profile)],
  });
  const open = opener(sdk, bounds, profile);
  const caller = await callerAccount(open(tries[0]?.[0] ?? "us-east-1"));
  if ("failure" in caller) {
    const gaps = [noCredentials("Amazon Connect", caller, "--profile")];
    return { instances: [], accounts: {}, gaps };
  }
  const { found, gaps } = await findInstances(open, tries);
  return { instances: found, accounts: { connect: caller.accountId }, gaps };
}

function opener(sdk: Sdk, bounds: Bounds, profile: string | undefined) {
  const opened = new Map<string, Aws>();
  return (region: string) => {
    const aws =
      opened.get(region) ??
      new Aws(sdk, { region, ...(profile !== undefined && { profile }) }, bounds);
    opened.set(region, aws);
    return aws;
  };
}

function noCredentials(
  what: string,
  { failure, fix }: { readonly failure: string; readonly fix: string | undefined },
  option: string,
): Gap {
  return { what, why: `${failure}; ${fix ?? `name a profile with ${option}, or set AWS_PROFILE`}` };
}
