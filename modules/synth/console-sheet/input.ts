import type { HandoffValues } from "../../constructs/console-handoff";

/** One application, as far as a person at the console needs to know it. */
export interface SheetApplication extends HandoffValues {
  /**
   * Name of the application in the console and in the access portal.
   *
   * @default - the application's key
   */
  readonly displayName?: string;
  /**
   * Session duration of the application in seconds.
   *
   * @default 43200, 12 hours
   */
  readonly sessionSeconds?: number;
  /** Landing page, as the config spells it; only shown. */
  readonly destination?: string;
  /**
   * ARN of the application, known after the console visit.
   *
   * @default - the application is still to be made
   */
  readonly applicationArn?: string;
  /**
   * Whether the application's metadata is at hand.
   *
   * @default false
   */
  readonly hasMetadata?: boolean;
  /** Groups that may use it. */
  readonly groups?: readonly string[];
  /** Users that may use it. */
  readonly users?: readonly string[];
}

/** A user that must exist in the Amazon Connect instance. */
export interface SheetUser {
  /** The name, to the letter. */
  readonly email: string;
  readonly routingProfile: string;
  readonly securityProfiles: readonly string[];
  /** Keys of the applications that the user signs in through. */
  readonly applications: readonly string[];
}

/** What a console sheet is made from. */
export interface ConsoleSheetInput {
  /** ARN of the Amazon Connect instance. */
  readonly instanceArn: string;
  /**
   * Name of the instance for readers.
   *
   * @default - the instance's ID
   */
  readonly name?: string;
  /** The applications by key; the values of a `ConsoleHandoff` will do. */
  readonly applications: Readonly<Record<string, SheetApplication>>;
  /**
   * Where Identity Center is.
   *
   * @default - the instance's region, and an account that the sheet does not name
   */
  readonly identityCenter?: { readonly region?: string; readonly accountId?: string };
  /**
   * Users that this project makes in the instance.
   *
   * @default - none, so that the sheet tells how to make them by hand
   */
  readonly users?: readonly SheetUser[];
  /**
   * Commands that deploy, in their order, each with the account that it takes credentials of.
   *
   * @default - the sheet does not tell how to deploy
   */
  readonly deploy?: readonly { readonly command: string; readonly accountId: string }[];
  /**
   * Name of the config file that takes what comes back from the console.
   *
   * @default - the sheet tells what comes back, and not where to put it
   */
  readonly configFile?: string;
}
