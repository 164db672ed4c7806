import type { Construct } from "constructs";

import { type ApplicationSettings, type InstanceSettings, type UserSettings } from "../config";
import { ConnectUsers } from "../connect-users";
import { ConsoleHandoff } from "../console-handoff";
import type { HandoffValues } from "../console-sheet";
import { ConnectFederation, SamlMetadataVariable } from "../federation";
import { InstanceStack } from "./instance-stack";

/**
 * The stack `<instance>-federation` of the Connect account: SAML providers, roles, permission,
 * the instance's users, and the outputs for the console.
 */
export class FederationStack extends InstanceStack {
  /** The values for the console, by application. */
  public readonly values: Readonly<Record<string, HandoffValues>>;

  public constructor(scope: Construct, settings: InstanceSettings) {
    const { name, instance, applications, permission, sharedRoleName, permissionsBoundary } =
      settings;
    // Credentials of another account fail here, before anything changes.
    super(scope, `${name}-federation`, instance);

    const federation = new ConnectFederation(this, "federation", {
      instanceArn: instance.arn,
      applications: byKey(applications, (application) => ({
        ...application,
        samlMetadataDocument: this.metadataDocument(application),
      })),
      ...(sharedRoleName !== undefined && { sharedRoleName }),
      permissionForm: permission.form,
      attach: permission.attach,
      policyName: permission.policyName,
      rolePath: settings.rolePath,
      ...(permissionsBoundary !== undefined && { permissionsBoundary }),
      protect: settings.protect,
      tags: settings.tags,
    });
    const handoff = new ConsoleHandoff(this, "console-handoff", {
      instanceArn: instance.arn,
      applications: byKey(applications, (application) => ({
        ...federation.arns(application.key),
        ...application,
      })),
    });
    this.values = handoff.values;
    if (settings.users.length > 0) {
      new ConnectUsers(this, "connect-users", {
        instanceArn: instance.arn,
        users: Object.fromEntries(settings.users.map((user) => [user.email, connectUser(user)])),
        tags: settings.tags,
      });
    }
  }

  private metadataDocument({ key, metadata }: ApplicationSettings): string {
    return metadata?.document ?? new SamlMetadataVariable(this, `${key}-metadata`, key).stringValue;
  }
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
