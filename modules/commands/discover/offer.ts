import { loadSdk, type Profiles, withinBounds } from "../aws";
import { findConnect, type GivenRegions } from "./find";
import type { FoundInstance } from "./find-instances";

/** The Amazon Connect instances that the credentials can see. */
export interface Offered {
  readonly instances: readonly FoundInstance[];
  /** Why there may be more, or none is known: one sentence each. */
  readonly unread: readonly string[];
}

/** Milliseconds that a person waits for an offer. */
const PATIENCE = 30_000;

/**
 * Lists the Amazon Connect instances that the credentials can see, in the region of the profile, or else
 * wherever Amazon Connect is offered. It never fails: without credentials there is nothing to offer.
 *
 * @param tell is told what is being read
 */
export async function offeredInstances(
  options: Pick<Profiles, "profile"> & Pick<GivenRegions, "region"> = {},
  tell: (what: string) => void = () => undefined,
): Promise<Offered> {
  const sdk = await loadSdk();
  if ("missing" in sdk) return { instances: [], unread: [`the AWS SDK ${sdk.missing}`] };
  const { instances, gaps } = await withinBounds(
    (bounds) => findConnect(sdk, bounds, [], options),
    { tell, wholeMs: PATIENCE },
  );
  return { instances, unread: gaps.map(({ what, why }) => `${what}: ${why}`) };
}
