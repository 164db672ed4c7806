import {
  TerraformDataSource,
  TerraformElement,
  TerraformLocal,
  TerraformModule,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import type { Construct, Node } from "constructs";

import { twins } from "../../text";
import type { TerraformJson } from "../hcl";
import { elementName } from "./addresses";
import { showTokens } from "./tokens-as-text";

/**
 * A stack with readable Terraform addresses, and the versions that it requires. It takes the texts of
 * a config as `hideTokens` returns them.
 */
export class ReadableStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addOverride("terraform.required_version", ">= 1.5.0");
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: ">= 5.100.0, < 7.0.0",
    });
  }

  /**
   * Returns the stack's Terraform JSON.
   *
   * @throws Error when two elements have the same address, since CDKTF would silently keep only one
   */
  public override toTerraform(): TerraformJson {
    const elements = this.node
      .findAll()
      .filter((one) => TerraformElement.isTerraformElement(one))
      .filter(({ cdktfStack }) => cdktfStack === this)
      .flatMap((element) => {
        const address = addressOf(element);
        return address === undefined ? [] : [{ address, element }];
      });
    const problems = twins(elements, ({ address }) => address).map(
      ({ item, first }) =>
        `${item.element.node.path}: has the Terraform address ${item.address}, which ${first.element.node.path} has too; the second construct within the stack names an element; give that construct another ID, or call overrideLogicalId on the element`,
    );
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return JSON.parse(showTokens(JSON.stringify(super.toTerraform()))) as TerraformJson;
  }

  /** Names an element without CDKTF's hash: `aws_iam_role.agent`. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const path = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    return elementName(path) ?? super.allocateLogicalId(element);
  }
}

/** Returns the address of an element in the Terraform of the stack, if it has one. */
function addressOf(element: TerraformElement): string | undefined {
  const name = element.friendlyUniqueId;
  if (TerraformResource.isTerraformResource(element)) {
    return `${element.terraformResourceType}.${name}`;
  }
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return `data.${element.terraformResourceType}.${name}`;
  }
  if (TerraformOutput.isTerraformOutput(element)) return `output.${name}`;
  if (element instanceof TerraformLocal) return `local.${name}`;
  if (element instanceof TerraformVariable) return `var.${name}`;
  if (element instanceof TerraformModule) return `module.${name}`;
  return undefined;
}
