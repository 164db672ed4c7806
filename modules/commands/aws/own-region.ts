import type { Sdk } from "./sdk";

/**
 * Returns the region that the environment or a profile names; `undefined` where neither does.
 *
 * @param profile a profile of the AWS configuration files; without it, the default one counts
 */
export async function ownRegion(
  { sts }: Sdk,
  profile: string | undefined,
): Promise<string | undefined> {
  const { config } = new sts.STSClient(profile === undefined ? {} : { profile });
  try {
    return await config.region();
  } catch {
    return undefined;
  }
}
