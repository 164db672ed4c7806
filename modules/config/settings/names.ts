import { DEFAULT_POLICY_NAME } from "../../aws/iam";
import type { ApplicationConfig, Config } from "../schema";

/** What names depend on beside the application. */
interface NameConfig extends Pick<Partial<Config>, "namePrefix" | "roles" | "sharedRoleName"> {
  readonly permission?: { readonly policyName?: string | undefined } | undefined;
}

export interface ApplicationNames {
  readonly displayName: string;
  readonly samlProviderName: string;
  /** Name of the application's own role, or of the shared one. */
  readonly roleName: string;
}

/** Names of an application: its own, or those derived from its key (`agent`, `team_lead`). */
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

export function sharedRoleName(config: NameConfig): string {
  return config.sharedRoleName ?? `${config.namePrefix ?? ""}AmazonConnectAccessRole`;
}

export function policyName(config: NameConfig): string {
  return config.permission?.policyName ?? `${config.namePrefix ?? ""}${DEFAULT_POLICY_NAME}`;
}
