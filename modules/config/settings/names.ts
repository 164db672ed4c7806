import { DEFAULT_POLICY_NAME } from "../../aws/iam";
import { sentName } from "../../aws/identity-center";
import type { ApplicationConfig, Config } from "../schema";

/** The settings that names depend on, in addition to the application. */
interface NameConfig extends Pick<Partial<Config>, "namePrefix" | "roles" | "sharedRoleName"> {
  readonly permission?: { readonly policyName?: string | undefined } | undefined;
}

/** Names of an application in Identity Center and IAM. */
export interface ApplicationNames {
  /** Name of the application in the Identity Center console and access portal. */
  readonly displayName: string;
  /** Name of the IAM SAML provider. */
  readonly samlProviderName: string;
  /** Name of the IAM role: the application's own, or the shared one. */
  readonly roleName: string;
}

/**
 * Returns the names of an application: those that the config gives, or those derived from its key
 * (`agent`, `team_lead`).
 */
export function applicationNames(
  key: string,
  application: Pick<ApplicationConfig, "displayName" | "samlProviderName" | "roleName">,
  config: NameConfig,
): ApplicationNames {
  const prefix = config.namePrefix ?? "";
  const words = wordsOf(key);
  const stem = `${prefix}AmazonConnect${words.join("")}Access`;
  return {
    displayName: application.displayName ?? `${prefix}Amazon Connect - ${words.join(" ")}`,
    samlProviderName: application.samlProviderName ?? stem,
    roleName:
      config.roles === "shared" ? sharedRoleName(config) : (application.roleName ?? `${stem}Role`),
  };
}

/**
 * Returns the name of an application's permission set: the one that the config gives, or the one
 * derived from its key. Without "Access", since it is short: 32 characters at most.
 */
export function permissionSetName(
  key: string,
  application: Pick<ApplicationConfig, "permissionSetName">,
  { namePrefix = "" }: NameConfig,
): string {
  return application.permissionSetName ?? `${namePrefix}AmazonConnect${wordsOf(key).join("")}`;
}

/** The words of a key, `agent` or `team_lead`, with capitals. */
function wordsOf(key: string): string[] {
  return key
    .split(/_+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
}

/** Tells if users sign in through a permission set rather than an application of the console. */
export function isPermissionSet(application: {
  readonly signIn?: ApplicationConfig["signIn"];
}): boolean {
  return application.signIn === "permission-set";
}

/**
 * Returns what Identity Center sends as the name of a user: through a permission set always the user
 * name, through an application what the config says. It decides for a user of both.
 *
 * @param keys keys of the user's applications
 */
export function sentAs(
  keys: readonly string[],
  config: {
    readonly applications?:
      | Readonly<Record<string, { readonly signIn?: ApplicationConfig["signIn"] } | undefined>>
      | undefined;
    readonly roleSessionName?: Config["roleSessionName"];
  },
): Config["roleSessionName"] {
  const own = keys.flatMap((key) => config.applications?.[key] ?? []);
  return own.length > 0 && own.every(isPermissionSet) ? "userName" : config.roleSessionName;
}

/**
 * Returns the names of a user: in Identity Center, where the config gives it, and in Connect, which is
 * what Identity Center sends.
 */
export function userNames(
  user: { email: string; userName?: string | undefined; isCreated: boolean },
  roleSessionName: Config["roleSessionName"],
): { userName?: string; connectUserName: string } {
  const isNeeded = user.isCreated || roleSessionName === "userName";
  const userName = user.userName ?? (isNeeded ? user.email : undefined);
  return {
    ...(userName !== undefined && { userName }),
    connectUserName: sentName(user, roleSessionName),
  };
}

/** Returns the name of the role that all applications share. */
export function sharedRoleName(config: NameConfig): string {
  return config.sharedRoleName ?? `${config.namePrefix ?? ""}AmazonConnectAccessRole`;
}

/** Returns the name of the managed or inline policy. */
export function policyName(config: NameConfig): string {
  return config.permission?.policyName ?? `${config.namePrefix ?? ""}${DEFAULT_POLICY_NAME}`;
}
