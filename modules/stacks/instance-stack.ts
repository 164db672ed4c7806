import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

/** Whose credentials a stack takes, and where it deploys. */
export interface StackTarget {
  readonly region: string;
  /** Credentials of any other account are refused. */
  readonly accountId?: string;
}

/** What the stacks of an instance have in common: provider, versions, state and addresses. */
export class InstanceStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { region, accountId }: StackTarget) {
    super(scope, id);
    new AwsProvider(this, "aws", {
      region,
      ...(accountId !== undefined && { allowedAccountIds: [accountId] }),
    });
    this.addOverride("terraform.required_version", ">= 1.5.0");
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: ">= 5.100.0, < 7.0.0",
    });
    // Beside the output folder, where CDKTF keeps state too, but without this machine's path.
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });
  }

  /** Terraform addresses that people read: `aws_iam_role.agent`, without CDKTF's hash. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const path = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const [, name] = path;
    return name === undefined
      ? super.allocateLogicalId(element)
      : name.replace(/^application-/, "").replaceAll("-", "_");
  }
}
