import type { TerraformProvider } from "cdktf";

/** An Identity Center application and who may use it. */
export interface AssignedApplication {
  /**
   * ARN of the application, as plain text or a Terraform token. The application is created in the
   * console, since no API can create it.
   *
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/saasapps.html
   */
  readonly applicationArn: string;
  /**
   * Groups that may use the application, by display name or ID. A name is looked up unless the
   * group is created here; a token is taken as an ID.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/assignuserstoapp.html
   */
  readonly groups?: readonly string[];
  /**
   * Users who may use the application, by user name or ID. A name is looked up unless the user is
   * created here; a token is taken as an ID.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/assignuserstoapp.html
   */
  readonly users?: readonly string[];
  /**
   * AWS provider of the region that the application was created in, where that is an additional region
   * of Identity Center: assignments are made there, groups and users in the primary region.
   *
   * @default - the provider of the stack, which is that of the primary region
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/api-support-in-additional-regions.html
   */
  readonly provider?: TerraformProvider;
}

/** A permission set that signs users in to Amazon Connect, and who may use it. */
export interface AssignedPermissionSet {
  /** ARN of the Amazon Connect instance, whose account the permission set is assigned in. */
  readonly instanceArn: string;
  /**
   * Name of the permission set: 1 to 32 letters, digits and `_+=,.@-`. Amazon Connect ties a user to
   * the role behind it, so do not change it while it is in use.
   *
   * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
   */
  readonly name: string;
  /**
   * Page that users land on: a path of the Amazon Connect domain or an https URL, without URL encoding.
   *
   * @default - the admin website
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
   */
  readonly destination?: string;
  /**
   * Set to `true` when the instance uses the domain `*.my.connect.aws`.
   *
   * @default false
   */
  readonly newDomain?: boolean;
  /**
   * Session duration in seconds, whole minutes from 3,600 to 43,200.
   *
   * @default 43200, after which Amazon Connect ends a session
   */
  readonly sessionSeconds?: number;
  /**
   * Form of the inline policy, as that of a `ConnectFederation`.
   *
   * @default "user-resource"
   */
  readonly permissionForm?: "user-resource" | "instance-condition";
  /**
   * Groups that may use the permission set, by display name or ID.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
  /**
   * Users who may use the permission set, by user name or ID.
   *
   * @default - none
   */
  readonly users?: readonly string[];
  /**
   * Makes Terraform refuse a plan that would destroy, rename or replace the permission set, or remove
   * everybody who may use it. The role behind it gets another name when it comes back, and Amazon
   * Connect refuses users who sign in through another role.
   *
   * @default true
   */
  readonly protect?: boolean;
  /**
   * Tags of the permission set, at most 50.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A user to create in the identity store. */
export interface DirectoryUser {
  /** Given name, 1 to 100 characters. */
  readonly givenName: string;
  /** Family name, 1 to 100 characters. */
  readonly familyName: string;
  /**
   * Primary e-mail address, without which the user can use no application.
   *
   * @default - the user name, which must be an e-mail address then
   */
  readonly email?: string;
  /**
   * Groups that the user becomes a member of, by display name or ID.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
}

/** Properties of `ApplicationAssignments`. */
export interface ApplicationAssignmentsProps {
  /** Applications by a short key, such as `agent`, that names their resources. */
  readonly applications: Readonly<Record<string, AssignedApplication>>;
  /**
   * Permission sets by a short key, such as `agent`, that names their resources and outputs: a preview,
   * which nobody has confirmed on a live account.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
   */
  readonly permissionSets?: Readonly<Record<string, AssignedPermissionSet>>;
  /**
   * ARN of the Identity Center instance of the permission sets.
   *
   * @default - that of the applications, or else the only one that the account sees
   */
  readonly identityCenterArn?: string;
  /**
   * Display names of groups to create. Every other group must exist.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html
   */
  readonly createGroups?: readonly string[];
  /**
   * Set to `false` to let Terraform delete or rename a group that it created. Either takes the tile from all
   * members, and a group with the new name has none of those that others added.
   *
   * @default true
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy
   */
  readonly protectGroups?: boolean;
  /**
   * Users to create, by their user names. Every other user must exist. Do not use it when an external identity provider fills the identity store.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
   */
  readonly createUsers?: Readonly<Record<string, DirectoryUser>>;
}
