import { PARTITIONS, partitionOf } from "../../aws";
import { IDENTITY_CENTER_REGIONS } from "../../aws/identity-center";

/** Groups of regions, of which a later one is read only if the earlier ones have nothing. */
export type Tries = readonly (readonly string[])[];

/** The regions that are known before anything is read. */
export interface KnownRegions {
  /** The region that an option names, which alone is read then. */
  readonly given?: string | undefined;
  /** Regions that the configs name. */
  readonly configured: readonly string[];
  /** Regions that are likely, such as that of the profile. */
  readonly likely: readonly (string | undefined)[];
}

/** Says in which regions to look for Amazon Connect. */
export function connectTries(known: KnownRegions): Tries {
  return tries(known, (partition) => PARTITIONS[partition].connectRegions);
}

/** Says in which regions to look for Identity Center. */
export function identityCenterTries(known: KnownRegions): Tries {
  return tries(known, (partition) => IDENTITY_CENTER_REGIONS[partition]);
}

type Partition = Exclude<ReturnType<typeof partitionOf>, undefined>;

function tries(
  { given, configured, likely }: KnownRegions,
  all: (partition: Partition) => readonly string[],
): Tries {
  if (given !== undefined) return [[given]];
  if (configured.length > 0) return [unique(configured)];
  const first = unique(likely.flatMap((region) => region ?? []));
  const partition = partitionOf(first[0] ?? "") ?? "aws";
  const rest = all(partition).filter((region) => !first.includes(region));
  return first.length > 0 ? [first, rest] : [rest];
}

/** Reads groups of regions until one of them has something; the regions of a group at once. */
export async function inOrder<T>(
  groups: Tries,
  read: (region: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  for (const regions of groups) {
    const found = (await Promise.all(regions.map(read))).flat();
    if (found.length > 0) return found;
  }
  return [];
}

function unique(regions: readonly string[]): string[] {
  return [...new Set(regions)];
}
