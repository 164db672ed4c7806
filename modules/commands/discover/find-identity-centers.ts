import { type Aws, optionalText, type Reading, textIn } from "../aws";
import { describeInstance, type InstanceFacts } from "./describe-identity-center";
import { type FoundApplication, type FoundGroup, listApplications, listGroups } from "./directory";
import { type Gap, gapsOf, type RegionGap } from "./gap";
import { inOrder, type Tries } from "./regions";

/** An Identity Center instance that credentials can see, with its applications and groups. */
export interface FoundIdentityCenter extends InstanceFacts {
  readonly arn: string;
  /** Primary region, or that in which it was found where AWS does not say. */
  readonly region: string;
  /** Account that owns it; left out where AWS does not say. */
  readonly ownerAccountId?: string;
  readonly identityStoreId: string;
  /** Applications, by name; left out where they could not be read. */
  readonly applications?: readonly FoundApplication[];
  /** Groups, by name; left out where they could not be read. */
  readonly groups?: readonly FoundGroup[];
  /** True when it has more groups than were read. */
  readonly hasMoreGroups?: boolean;
}

/** Where to look, and as whom. */
export interface Search {
  /** Makes what reads from a region. */
  readonly open: (region: string) => Aws;
  readonly tries: Tries;
  /** Account of the credentials; `undefined` where it is not known. */
  readonly accountId: string | undefined;
}

/** Finds the Identity Center instances that credentials can see, with their applications and groups. */
export async function findIdentityCenters({ open, tries, accountId }: Search): Promise<{
  found: readonly FoundIdentityCenter[];
  gaps: readonly Gap[];
}> {
  const regionGaps: RegionGap[] = [];
  const listed = await inOrder(tries, async (region) => {
    const instances = await instancesIn(open(region));
    if (instances.is === "unread") regionGaps.push({ region, reading: instances });
    return instances.is === "there" ? instances.value : [];
  });
  const gaps = [...gapsOf("Identity Center", regionGaps, tries.flat().length > 1)];
  const found: FoundIdentityCenter[] = [];
  // An instance that is replicated is listed in each of its regions.
  for (const one of new Map(listed.map((each) => [each.arn, each])).values()) {
    const { arn, primary, foundIn, regions, ...rest } = one;
    const region = primary ?? foundIn;
    const aws = open(region);
    const label = (part: string) => `${part} of Identity Center in ${region}`;
    const facts = await describeInstance(aws, one, accountId);
    const applications = await listApplications(
      regions.map((other) => aws.in(other)),
      one,
      accountId,
    );
    const groups = await listGroups(aws, one.identityStoreId);
    if (facts.is === "unread") gaps.push({ what: label("key and kind"), why: facts.why });
    for (const { why } of applications.unread) gaps.push({ what: label("applications"), why });
    if (groups.is === "unread") gaps.push({ what: label("groups"), why: groups.why });
    found.push({
      arn,
      region,
      ...rest,
      ...facts.value,
      ...(applications.found && { applications: byName(applications.found) }),
      ...(groups.is === "there" && {
        groups: byName(groups.value.entries),
        ...(!groups.value.isWhole && { hasMoreGroups: true }),
      }),
    });
  }
  return { found, gaps };
}

/** Lists the applications of every Identity Center instance of a region. */
export async function applicationsAt(
  aws: Aws,
  accountId: string,
): Promise<Reading<readonly FoundApplication[]>> {
  const instances = await instancesIn(aws);
  if (instances.is !== "there") return instances;
  const found: FoundApplication[] = [];
  for (const one of instances.value) {
    const regions = one.regions.map((region) => aws.in(region));
    const { found: own = [], unread } = await listApplications(regions, one, accountId);
    if (unread[0]) return unread[0];
    found.push(...own);
  }
  return instances.value.length > 0 ? { is: "there", value: found } : { is: "missing" };
}

/** An Identity Center instance, as a region lists it. */
interface Listed {
  readonly arn: string;
  readonly foundIn: string;
  readonly primary?: string;
  /** Regions that it is enabled in. */
  readonly regions: readonly string[];
  readonly ownerAccountId?: string;
  readonly identityStoreId: string;
}

function instancesIn(aws: Aws) {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  return aws.readList(
    "sso:ListInstances",
    () => ssoAdmin.paginateListInstances({ client }, {}),
    (page) => page.Instances,
    ({ InstanceArn, IdentityStoreId, OwnerAccountId, PrimaryRegion, Regions }): Listed => {
      const owner = optionalText(OwnerAccountId, "OwnerAccountId");
      const primary = optionalText(PrimaryRegion, "PrimaryRegion");
      const active = (Regions ?? []).flatMap(({ RegionName, Status }) =>
        Status === "ACTIVE" && RegionName !== undefined ? [RegionName] : [],
      );
      return {
        arn: textIn(InstanceArn, "InstanceArn"),
        foundIn: aws.region,
        ...(primary !== undefined && { primary }),
        regions: [...new Set([primary ?? aws.region, ...active])],
        ...(owner !== undefined && { ownerAccountId: owner }),
        identityStoreId: textIn(IdentityStoreId, "IdentityStoreId"),
      };
    },
  );
}

function byName<T extends { readonly name: string }>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
