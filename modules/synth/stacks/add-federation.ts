import type { TerraformStack } from "cdktf";

import type { ApplicationSettings, InstanceSettings, UserSettings } from "../../config";
import { ConnectUsers } from "../../constructs/connect-users";
import { ConsoleHandoff } from "../../constructs/console-handoff";
import type { HandoffValues } from "../console-sheet";
import { ConnectFederation } from "../../constructs/federation";

/** What a stack takes from the config, and a module from its variables. */
export interface FederationInputs {
  readonly instanceArn: string;
  readonly metadataDocument: (application: ApplicationSettings) => string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Adds what an instance needs in its own account. @returns the values for the console */
export function addFederation(
  stack: TerraformStack,
  settings: InstanceSettings,
  { instanceArn, metadataDocument, tags }: FederationInputs,
): Readonly<Record<string, HandoffValues>> {
  const { applications, permission, roles, permissionsBoundary, users } = settings;
  const federation = new ConnectFederation(stack, "federation", {
    instanceArn,
    applications: byKey(applications, (application) => ({
      ...application,
      samlMetadataDocument: metadataDocument(application),
    })),
    ...(roles.kind === "shared" && { sharedRoleName: roles.name }),
    permissionForm: permission.form,
    attach: permission.attach,
    policyName: permission.policyName,
    rolePath: settings.rolePath,
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    protect: settings.protect,
    tags,
  });
  const handoff = new ConsoleHandoff(stack, "console-handoff", {
    instanceArn,
    applications: byKey(applications, (application) => ({
      ...federation.arns(application.key),
      ...application,
    })),
  });
  if (users.length > 0) {
    new ConnectUsers(stack, "connect-users", {
      instanceArn,
      users: Object.fromEntries(users.map((user) => [user.email, connectUser(user)])),
      tags,
    });
  }
  return handoff.values;
}

function connectUser({ emailInConnect, email, ...user }: UserSettings) {
  return { ...user, ...(emailInConnect && { email }) };
}

function byKey<T>(
  applications: readonly ApplicationSettings[],
  value: (application: ApplicationSettings) => T,
): Record<string, T> {
  return Object.fromEntries(
    applications.map((application) => [application.key, value(application)]),
  );
}
