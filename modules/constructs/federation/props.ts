/** One Identity Center application: one audience, such as agents. */
export interface FederatedApplication {
  /**
   * Name of the IAM SAML provider: 1 to 128 letters, digits and `_.-`.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
   */
  readonly samlProviderName: string;
  /**
   * The application's SAML metadata, an XML document of 1,000 to 10,000,000 characters, whose
   * signing certificate is in date. Plain text is checked here; a token is left to IAM.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
   */
  readonly samlMetadataDocument: string;
  /**
   * The application's session duration in seconds, 900 to 43,200. The role's maximum follows it,
   * from 3,600 upwards. Plain or a token.
   *
   * @default 43200, when Connect ends a session
   */
  readonly sessionSeconds?: number;
}

/** Properties that every `ConnectFederation` has. */
export interface FederationProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /**
   * How the policy names the instance: by the ARN of its users, or by a condition on its ID, which
   * covers a replica in another region too.
   *
   * @default "user-resource"
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
   */
  readonly permissionForm?: "user-resource" | "instance-condition";
  /**
   * One managed policy shared by the roles, or an inline policy in each.
   *
   * @default "managed"
   */
  readonly attach?: "managed" | "inline";
  /**
   * Name of the policy: 1 to 128 letters, digits and `_+=,.@-`.
   *
   * @default "AmazonConnectSSOPolicy"
   */
  readonly policyName?: string;
  /**
   * IAM path of the roles.
   *
   * @default "/"
   */
  readonly rolePath?: string;
  /**
   * ARN of the policy that bounds the roles.
   *
   * @default - none
   */
  readonly permissionsBoundary?: string;
  /**
   * Whether Terraform refuses a plan that would destroy, rename or replace what users sign in
   * through. After such a change the console holds a value that leads nowhere, and Connect
   * refuses users who come through a new role.
   *
   * @default true
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy
   */
  readonly protect?: boolean;
  /**
   * Tags of the SAML providers, roles and policy.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** An application whose users assume their own role. */
export interface FederatedApplicationWithRole extends FederatedApplication {
  /**
   * Name of the application's role: 1 to 64 letters, digits and `_+=,.@-`. Connect ties a user to
   * the first role that the user comes through, so never change it while it is in use.
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
   */
  readonly roleName: string;
}

/** Properties of a `ConnectFederation` with a role for each application. */
export interface SeparateRolesProps extends FederationProps {
  /** The applications by a short key, such as `agent`, that names their resources. */
  readonly applications: Readonly<Record<string, FederatedApplicationWithRole>>;
  readonly sharedRoleName?: undefined;
}

/** Properties of a `ConnectFederation` with one role for all applications. */
export interface SharedRoleProps extends FederationProps {
  /** The applications by a short key, such as `agent`, that names their resources. */
  readonly applications: Readonly<Record<string, FederatedApplication>>;
  /**
   * Name of the one role that trusts every application's SAML provider: 1 to 64 letters, digits and
   * `_+=,.@-`. Connect refuses a user who comes through a second role, so this suits users of
   * several applications. IAM takes a trust policy of up to 2,048 characters, which some 25
   * applications fill.
   */
  readonly sharedRoleName: string;
}

/** Properties of `ConnectFederation`: with `sharedRoleName`, no application needs a `roleName`. */
export type ConnectFederationProps = SeparateRolesProps | SharedRoleProps;
