import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

/** Terraform addresses that people read, and the versions that everything here runs on. */
export class ReadableStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: ">= 5.100.0, < 7.0.0",
    });
  }

  /** `aws_iam_role.agent`, without CDKTF's hash. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const path = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const [, name] = path;
    return name === undefined
      ? super.allocateLogicalId(element)
      : name.replace(/^application-/, "").replaceAll("-", "_");
  }
}
