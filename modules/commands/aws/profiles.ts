import type { Values } from "../usage";

/** Credentials for both accounts; without a profile, the AWS SDK uses its default chain. */
export interface Profiles {
  /** Profile for the account of the Amazon Connect instance. */
  readonly profile?: string;
  /**
   * Profile for the account of Identity Center.
   *
   * @default - the profile of the instance
   */
  readonly identityCenterProfile?: string;
}

/** Takes the profiles from the options `--profile` and `--identity-center-profile`. */
export function profilesIn(values: Values): Profiles {
  const { profile, "identity-center-profile": identityCenterProfile } = values;
  return {
    ...(typeof profile === "string" && { profile }),
    ...(typeof identityCenterProfile === "string" && { identityCenterProfile }),
  };
}
