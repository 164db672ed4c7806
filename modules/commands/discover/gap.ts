import type { Unread } from "../aws";

/** A part that could not be read. */
export interface Gap {
  /** The part: `Amazon Connect in us-east-1`. */
  readonly what: string;
  /** Why it could not be read, with the permission where one is missing. */
  readonly why: string;
}

/** Tells if something could not be read of a service, so that what was not found there may exist. */
export function isUnread(
  gaps: readonly Gap[],
  service: "Amazon Connect" | "Identity Center",
): boolean {
  return gaps.some(({ what }) => what.startsWith(service));
}

/** A part of a region that could not be read. */
export interface RegionGap {
  readonly region: string;
  readonly reading: Unread;
}

/**
 * Says which parts could not be read, regions with the same reason together.
 *
 * @param isSearch whether several regions were only tried; then one that the account has not enabled,
 * where AWS does not know its credentials, is not a gap
 */
export function gapsOf(what: string, gaps: readonly RegionGap[], isSearch: boolean): Gap[] {
  const regions = new Map<string, string[]>();
  for (const { region, reading } of gaps) {
    if (isSearch && reading.why.includes("AWS does not accept the credentials")) continue;
    regions.set(reading.why, [...(regions.get(reading.why) ?? []), region]);
  }
  return [...regions].map(([why, all]) => ({ what: `${what} in ${all.join(", ")}`, why }));
}
