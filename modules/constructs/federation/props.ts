/** An Identity Center application for one group of users, such as agents. */
export interface FederatedApplication {
  /**
   * Name of the IAM SAML provider: 1 to 128 letters, digits and `_.-`.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
   */
  readonly samlProviderName: string;
  /**
   * The application's SAML metadata, an XML document of 1,000 to 10,000,000 characters, with a
   * signing certificate. Plain text is checked here; IAM checks a token.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
   */
  readonly samlMetadataDocument: string;
  /**
   * Session duration of the application in seconds, 900 to 43,200, as a number or a token. The
   * maximum session duration of the role is the same, but at least 3,600.
   *
   * @default 43200, after which Amazon Connect ends a session
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
   */
  readonly sessionSeconds?: number;
}

/** Properties that every `ConnectFederation` has. */
export interface FederationProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /**
   * Form of the permission policy: it names the instance by the ARN of its users, or by a condition
   * on the instance ID, which also covers a replica in another region. The trust policy does not
   * cover the sign-in endpoint of Global Resiliency.
   *
   * @default "user-resource"
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
   */
  readonly permissionForm?: "user-resource" | "instance-condition";
  /**
   * Way that roles get the permission: from one managed policy, or an inline policy in each role.
   *
   * @default "managed"
   */
  readonly attach?: "managed" | "inline";
  /**
   * Name of the permission policy: 1 to 128 letters, digits and `_+=,.@-`.
   *
   * @default "AmazonConnectSSOPolicy"
   */
  readonly policyName?: string;
  /**
   * IAM path of the roles.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
   */
  readonly rolePath?: string;
  /**
   * ARN of the policy that is the permissions boundary of the roles.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: string;
  /**
   * Makes Terraform refuse a plan that would destroy, rename or replace what users sign in through.
   * After such a change the console has a value that is no longer valid, and Amazon Connect refuses
   * users who sign in through a new role.
   *
   * @default true
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy
   */
  readonly protect?: boolean;
  /**
   * Tags of the SAML providers, the roles and the managed policy, at most 50.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** An application whose users assume their own role. */
export interface FederatedApplicationWithRole extends FederatedApplication {
  /**
   * Name of the application's role: 1 to 64 letters, digits and `_+=,.@-`. Amazon Connect ties a
   * user to the first role that the user signs in through, so do not change it while it is in use.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
   */
  readonly roleName: string;
}

/** Properties of a `ConnectFederation` with a role for each application. */
export interface SeparateRolesProps extends FederationProps {
  /** Applications by a short key, such as `agent`, that names their resources. */
  readonly applications: Readonly<Record<string, FederatedApplicationWithRole>>;
  /** Not available: each application has its own role. */
  readonly sharedRoleName?: undefined;
}

/** Properties of a `ConnectFederation` with one role for all applications. */
export interface SharedRoleProps extends FederationProps {
  /** Applications by a short key, such as `agent`, that names their resources. */
  readonly applications: Readonly<Record<string, FederatedApplication>>;
  /**
   * Name of the one role that trusts every application's SAML provider: 1 to 64 letters, digits and
   * `_+=,.@-`. Amazon Connect refuses a user who signs in through a second role, so use one role when
   * users have several applications. IAM accepts a trust policy of up to 2,048 characters, which is
   * enough for about 25 applications.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly sharedRoleName: string;
}

/** Properties of `ConnectFederation`: applications need a `roleName` only without `sharedRoleName`. */
export type ConnectFederationProps = SeparateRolesProps | SharedRoleProps;
