/** What a user of an instance has, as far as a config says it; profiles and groups by their names. */
export interface UserValues {
  readonly firstName: string;
  readonly lastName: string;
  readonly routingProfile: string;
  /** Names of the security profiles, in order. */
  readonly securityProfiles: readonly string[];
  /** Path of the hierarchy group: `Europe/Lisbon`. */
  readonly hierarchyGroup?: string;
  /** Number of a desk phone; without it, calls go to the softphone. */
  readonly deskPhone?: string;
  readonly autoAccept: boolean;
  readonly afterContactWorkSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A user that exists in an instance. */
export interface ExistingUser extends UserValues {
  /** User name, which is case-sensitive. */
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  /** Whether the softphone keeps its connection between calls; a config does not say it. */
  readonly persistentConnection?: boolean;
}

/** A user that a config wants. */
export interface WantedUser extends UserValues {
  /** User name, which is case-sensitive. */
  readonly name: string;
  /** ID of a user that exists, where the config names it. */
  readonly id?: string;
  /** E-mail address for the identity information; most often left out with SAML. */
  readonly email?: string;
  readonly secondaryEmail?: string;
}
