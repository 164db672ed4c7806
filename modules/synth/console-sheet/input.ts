import type { SignInEndpoint } from "../../aws";
import type { RoleSessionName } from "../../aws/identity-center";
import type { HandoffValues } from "../../constructs/console-handoff";

/** An application, with the values that a person at the console needs. */
export interface SheetApplication extends HandoffValues {
  /**
   * Display name of the application in the console and in the access portal.
   *
   * @default - the application's key
   */
  readonly displayName?: string;
  /**
   * Session duration of the application in seconds, 900 to 43,200.
   *
   * @default 43200, 12 hours
   */
  readonly sessionSeconds?: number;
  /**
   * Landing page of the application, as in the config; the sheet only shows it.
   *
   * @default - the admin website
   */
  readonly destination?: string;
  /**
   * ARN of the application, which is known after the console visit.
   *
   * @default - the application does not exist yet
   */
  readonly applicationArn?: string;
  /**
   * Region of Identity Center that the application was created in, as its metadata says.
   *
   * @default - the region of `identityCenter`
   */
  readonly identityCenterRegion?: string;
  /**
   * Set to `true` when the application's metadata file is available.
   *
   * @default false
   */
  readonly hasMetadata?: boolean;
  /**
   * Display names or IDs of the groups that may use the application.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
  /**
   * User names or IDs of the users who may use the application.
   *
   * @default - none
   */
  readonly users?: readonly string[];
}

/** A permission set that stands for an application, and what its users need: a preview. */
export interface SheetPermissionSet {
  /** Name of the permission set, which the access portal shows as the role. */
  readonly name: string;
  /** Relay state URL, which users land on. */
  readonly relayStateUrl: string;
  /**
   * Session duration in seconds, 3,600 to 43,200.
   *
   * @default 43200, 12 hours
   */
  readonly sessionSeconds?: number;
  /**
   * Display names or IDs of the groups that may use the permission set.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
  /**
   * User names or IDs of the users who may use the permission set.
   *
   * @default - none
   */
  readonly users?: readonly string[];
}

/** A user that must exist in the Amazon Connect instance. */
export interface SheetUser {
  /** E-mail address in Identity Center. Upper and lower case matter. */
  readonly email: string;
  /**
   * User name in Identity Center.
   *
   * @default - the e-mail address
   */
  readonly userName?: string;
  /**
   * User name in Amazon Connect.
   *
   * @default - what `roleSessionName` says
   */
  readonly connectUserName?: string;
  /** Name of the user's routing profile. */
  readonly routingProfile: string;
  /** Names of the user's security profiles. */
  readonly securityProfiles: readonly string[];
  /** Keys of the applications that the user signs in through. */
  readonly applications: readonly string[];
  /**
   * Set to `true` when Terraform creates the user in Identity Center too.
   *
   * @default false
   */
  readonly createInIdentityCenter?: boolean;
  /**
   * Name of the file that the user is listed in.
   *
   * @default - the config file
   */
  readonly from?: string;
}

/** Input of `consoleSheet`. */
export interface ConsoleSheetInput {
  /** ARN of the Amazon Connect instance. */
  readonly instanceArn: string;
  /**
   * Name of the instance in the title of the sheet.
   *
   * @default - the instance's ID
   */
  readonly name?: string;
  /**
   * Applications by key: the values of a `ConsoleHandoff`, with `sessionSeconds` where that is not 12 hours, and
   * with `destination`, both of which the sheet names.
   */
  readonly applications: Readonly<Record<string, SheetApplication>>;
  /**
   * Permission sets that Terraform creates in place of applications, by key.
   *
   * @default - none
   */
  readonly permissionSets?: Readonly<Record<string, SheetPermissionSet>>;
  /**
   * Sign-in endpoint in the ACS URL of the applications: that of the instance's region, or the global
   * one, which is in us-east-1. The role of a `ConnectFederation` trusts both.
   *
   * @default "regional", as AWS recommends
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
   */
  readonly signInEndpoint?: SignInEndpoint;
  /**
   * Region and account of Identity Center, and the address of its access portal.
   *
   * @default - the instance's region, which the sheet calls a guess, no account, and no portal
   */
  readonly identityCenter?: {
    readonly region?: string;
    readonly accountId?: string;
    readonly portalUrl?: string;
  };
  /**
   * What Identity Center sends as the role session name, which is the name of the user in Amazon
   * Connect: the user's e-mail address, or the user name in Identity Center.
   *
   * @default "email"
   */
  readonly roleSessionName?: RoleSessionName;
  /**
   * Users that Terraform creates in the instance.
   *
   * @default - none, and the sheet explains how to create users by hand
   */
  readonly users?: readonly SheetUser[];
  /**
   * Display names of groups in Identity Center whose direct members become users of the instance too.
   *
   * @default - none
   */
  readonly userGroups?: readonly string[];
  /**
   * Command that creates the users.
   *
   * @default - Terraform creates them
   */
  readonly usersApply?: string;
  /**
   * Command that synthesizes again, after the config file has been changed.
   *
   * @default - the sheet does not name a command
   */
  readonly synth?: string;
  /**
   * Commands that deploy, in order, each with the account whose credentials it needs; without an
   * account, that of Identity Center. `readsGroups` is `true` where the command needs the other account
   * too, since it reads the members of groups.
   *
   * @default - the sheet does not explain how to deploy
   */
  readonly deploy?: readonly {
    readonly command: string;
    readonly accountId?: string;
    readonly readsGroups?: boolean;
  }[];
  /**
   * Commands that bring what comes back from the console: the metadata of the first application, with a
   * word in place of its URL, and the ARNs.
   *
   * @default - the sheet does not name them
   */
  readonly lookUp?: { readonly metadata: string; readonly discover: string };
  /**
   * Command that rehearses a sign-in, with a name in place of the file.
   *
   * @default - the sheet does not name a command
   */
  readonly rehearse?: string;
  /**
   * Command that traces the sign-ins of one person, with a word in place of the name.
   *
   * @default - the sheet does not name a command
   */
  readonly trace?: string;
  /**
   * Name of the config file in which to enter what comes back from the console.
   *
   * @default - the sheet does not name a file
   */
  readonly configFile?: string;
}
