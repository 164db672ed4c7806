/** A user of an Amazon Connect instance. */
export interface ConnectUserProps {
  /** Given name, 1 to 100 characters. */
  readonly givenName: string;
  /** Family name, 1 to 100 characters. */
  readonly familyName: string;
  /**
   * Name of the routing profile, which must exist in the instance.
   *
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/routing-profiles.html
   */
  readonly routingProfile: string;
  /**
   * Names of the security profiles, 1 to 10, which must exist in the instance.
   *
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-security-profiles.html
   */
  readonly securityProfiles: readonly string[];
  /**
   * Number of a desk phone that calls go to, in E.164 format, such as `+12065550100`.
   *
   * @default - calls go to the softphone
   */
  readonly deskPhone?: string;
  /**
   * Set to `true` for a softphone that accepts calls by itself.
   *
   * @default false
   */
  readonly autoAccept?: boolean;
  /**
   * Seconds for after-contact work, 0 to 2,000,000; 0 is as long as the agent takes.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html
   */
  readonly afterContactWorkSeconds?: number;
  /**
   * Hierarchy group, which must exist in the instance: the names from the first level to its own, with
   * slashes between them, such as `Europe/Lisbon/Team A`; or its ID, as which a token is taken. The AWS
   * provider finds a group by its own name, which no other group may have then; otherwise give the ID.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-hierarchy.html
   */
  readonly hierarchyGroup?: string;
  /**
   * E-mail address to which notifications of Amazon Connect go.
   *
   * @default - none
   */
  readonly secondaryEmail?: string;
  /**
   * Tags of this user, in addition to those of all.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * E-mail address in the user's identity information. AWS documents it both as required and as
   * refused on instances with SAML, so leave it out unless your instance requires it.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UserIdentityInfo.html
   */
  readonly email?: string;
}

/** Properties of `ConnectUsers`. */
export interface ConnectUsersProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /**
   * Users by name, which is the role session name that the identity provider sends: most often the
   * e-mail address. Names are case-sensitive.
   *
   * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
   */
  readonly users: Readonly<Record<string, ConnectUserProps>>;
  /**
   * Tags of the users.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}
