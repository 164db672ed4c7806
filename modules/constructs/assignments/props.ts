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
   * Display names of groups to create. Every other group must exist.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html
   */
  readonly createGroups?: readonly string[];
  /**
   * Users to create, by their user names. Every other user must exist. Do not use it when an external identity provider fills the identity store.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
   */
  readonly createUsers?: Readonly<Record<string, DirectoryUser>>;
}
