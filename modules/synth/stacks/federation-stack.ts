import type { Construct } from "constructs";

import type { InstanceSettings } from "../../config";
import type { HandoffValues } from "../console-sheet";
import { SamlMetadataVariable } from "../../constructs/federation";
import { CONNECT_USERS } from "./addresses";
import { forget } from "./forget";
import { adopt, federationImports } from "./imports";
import { addFederation } from "./add-federation";
import { InstanceStack } from "./instance-stack";
import { hideTokens, showTokens } from "./tokens-as-text";

/**
 * Stack `<instance>-federation` for the account of the Amazon Connect instance: SAML providers,
 * roles, permission, the instance's users, and the outputs for the console.
 */
export class FederationStack extends InstanceStack {
  /** Values for the console, by application. */
  public readonly values: Readonly<Record<string, HandoffValues>>;

  public constructor(scope: Construct, given: InstanceSettings) {
    // Credentials of another account fail here, before anything changes.
    super(scope, `${given.name}-federation`, given.instance, given.backend);
    const settings = hideTokens(given);
    const values = addFederation(this, settings, {
      instanceArn: settings.instance.arn,
      applications: settings.applications.map((application) => {
        const { key, metadata } = application;
        const samlMetadataDocument =
          metadata?.document ?? new SamlMetadataVariable(this, `${key}-metadata`, key).stringValue;
        return { ...application, samlMetadataDocument };
      }),
      tags: settings.tags,
    });
    adopt(this, federationImports(settings));
    if (settings.usersManagedBy !== "terraform") forget(this, CONNECT_USERS);
    this.values = showTokens(values);
  }
}
