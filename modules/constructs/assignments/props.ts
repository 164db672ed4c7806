/** An Identity Center application and who may use it. */
export interface AssignedApplication {
  /**
   * ARN of the application, as plain text or a Terraform token. The console makes it: no API does.
   *
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/saasapps.html
   */
  readonly applicationArn: string;
  /**
   * Groups by display name or ID. A name is looked up unless the group is made here; a token is
   * taken as an ID.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/assignuserstoapp.html
   */
  readonly groups?: readonly string[];
  /**
   * Users by user name or ID. A name is looked up unless the user is made here; a token is taken
   * as an ID.
   *
   * @default - none
   */
  readonly users?: readonly string[];
}

/** A user to make in the identity store. */
export interface DirectoryUser {
  /** Given name, 1 to 100 characters. */
  readonly givenName: string;
  /** Family name, 1 to 100 characters. */
  readonly familyName: string;
  /**
   * Groups that the user becomes a member of, by display name or ID.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
}

/** Properties of `ApplicationAssignments`. */
export interface ApplicationAssignmentsProps {
  /** The applications by a short key, such as `agent`, that names their resources. */
  readonly applications: Readonly<Record<string, AssignedApplication>>;
  /**
   * Display names of groups to make. Every other group must exist.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html
   */
  readonly createGroups?: readonly string[];
  /**
   * Users to make, by their e-mail addresses, which become their user names too. Every other user
   * must exist. Not for an identity store that an external identity provider fills.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
   */
  readonly createUsers?: Readonly<Record<string, DirectoryUser>>;
}
