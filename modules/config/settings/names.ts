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
  const words = key
    .split(/_+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const stem = `${prefix}AmazonConnect${words.join("")}Access`;
  return {
    displayName: application.displayName ?? `${prefix}Amazon Connect - ${words.join(" ")}`,
    samlProviderName: application.samlProviderName ?? stem,
    roleName:
      config.roles === "shared" ? sharedRoleName(config) : (application.roleName ?? `${stem}Role`),
  };
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
