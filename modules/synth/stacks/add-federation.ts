import type { TerraformStack } from "cdktf";

import {
  type ApplicationSettings,
  type InstanceSettings,
  type UserSettings,
  usersOfTerraform,
} from "../../config";
import { ConnectUsers } from "../../constructs/connect-users";
import { ConsoleHandoff } from "../../constructs/console-handoff";
import type { HandoffValues } from "../console-sheet";
import { ConnectFederation } from "../../constructs/federation";

/** Values that a stack takes from the config, and a module from its variables. */
export interface FederationInputs {
  readonly instanceArn: string;
  readonly applications: readonly (ApplicationSettings & {
    readonly samlMetadataDocument: string;
  })[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Adds the resources that an instance needs in its own account.
 *
 * @returns the values for the console, by application
 */
export function addFederation(
  stack: TerraformStack,
  settings: InstanceSettings,
  inputs: FederationInputs,
): Readonly<Record<string, HandoffValues>> {
  const users = usersOfTerraform(settings);
  const { instanceArn, applications, tags } = inputs;
  // Of permission sets, Identity Center makes what the account of the instance needs.
  const values = applications.length > 0 ? addApplications(stack, settings, inputs) : {};
  if (users.length > 0) {
    new ConnectUsers(stack, "connect-users", {
      instanceArn,
      users: Object.fromEntries(users.map((user) => [user.connectUserName, connectUser(user)])),
      tags,
    });
  }
  return values;
}

function addApplications(
  stack: TerraformStack,
  settings: InstanceSettings,
  { instanceArn, applications, tags }: FederationInputs,
): Readonly<Record<string, HandoffValues>> {
  const { permission, roles, permissionsBoundary } = settings;
  const federation = new ConnectFederation(stack, "federation", {
    instanceArn,
    applications: Object.fromEntries(applications.map((one) => [one.key, one])),
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
    applications: Object.fromEntries(
      applications.map((one) => [one.key, { ...federation.arns(one.key), ...one }]),
    ),
  });
  return handoff.values;
}

function connectUser({ emailInConnect, email, ...user }: UserSettings) {
  return { ...user, ...(emailInConnect && { email }) };
}
