import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

import type { ApplicationSettings, InstanceSettings } from "../config";
import { ConsoleHandoff, type HandoffValues } from "../console-handoff";
import { ConnectFederation, SamlMetadataVariable } from "../federation";

/**
 * The stack `<instance>-federation` of the Connect account: SAML providers, roles, permission, and
 * the outputs for the console.
 */
export class FederationStack extends TerraformStack {
  /** The values for the console, by application. */
  public readonly values: Readonly<Record<string, HandoffValues>>;

  public constructor(scope: Construct, settings: InstanceSettings) {
    const id = `${settings.name}-federation`;
    super(scope, id);
    const { instance, applications, permission, sharedRoleName, permissionsBoundary } = settings;

    // Credentials of another account fail here, before anything changes.
    new AwsProvider(this, "aws", {
      region: instance.region,
      allowedAccountIds: [instance.accountId],
    });
    this.addOverride("terraform.required_version", ">= 1.5.0");
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: ">= 5.100.0, < 7.0.0",
    });
    // Beside the output folder, where CDKTF keeps state too, but without this machine's path.
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });

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
  }

  private metadataDocument({ key, metadata }: ApplicationSettings): string {
    return metadata?.document ?? new SamlMetadataVariable(this, `${key}-metadata`, key).stringValue;
  }

  /** Terraform addresses that people read: `aws_iam_role.agent`, without CDKTF's hash. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const path = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const [module, name] = path;
    return module === "federation" && name !== undefined
      ? name.replace(/^application-/, "").replaceAll("-", "_")
      : super.allocateLogicalId(element);
  }
}

function byKey<T>(
  applications: readonly ApplicationSettings[],
  value: (application: ApplicationSettings) => T,
): Record<string, T> {
  return Object.fromEntries(
    applications.map((application) => [application.key, value(application)]),
  );
}
