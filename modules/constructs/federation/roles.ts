import type { ConnectFederationProps, FederatedApplication } from "./props";

/** A role to create. */
export interface FederationRole {
  readonly name: string;
  /** Applications whose users assume the role, with their keys. */
  readonly applications: readonly (readonly [key: string, application: FederatedApplication])[];
  /** ID of the construct that holds the role. */
  readonly scopeId: string;
}

/** Lists the roles that the properties ask for: one for each application, or one for all. */
export function rolesOf(props: ConnectFederationProps): readonly FederationRole[] {
  if (props.sharedRoleName !== undefined) {
    return [
      {
        name: props.sharedRoleName,
        applications: Object.entries(props.applications),
        scopeId: "shared-role",
      },
    ];
  }
  return Object.entries(props.applications).map(([key, application]) => ({
    name: application.roleName,
    applications: [[key, application]],
    scopeId: applicationScopeId(key),
  }));
}

/** ID of the construct that holds the application's own resources. */
export function applicationScopeId(key: string): string {
  return `application-${key}`;
}
