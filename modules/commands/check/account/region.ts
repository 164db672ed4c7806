import type { InstanceSettings } from "../../../config";

/** Names the primary region of Identity Center, and says so where it is only a guess. */
export function regionOf({
  region,
  isRegionGuessed,
}: Pick<InstanceSettings["identityCenter"], "region" | "isRegionGuessed">): string {
  return isRegionGuessed
    ? `${region}, which is a guess: set identityCenter.region to the right one`
    : region;
}
