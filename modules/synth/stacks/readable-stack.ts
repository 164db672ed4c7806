import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

import { twins } from "../../text";
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
  public override toTerraform(): unknown {
    const elements = this.node
      .findAll()
      .filter((one) => TerraformElement.isTerraformElement(one))
      .filter(({ cdktfStack }) => cdktfStack === this)
      .flatMap((element) => addressesOf(element).map((address) => ({ address, element })));
    const problems = twins(elements, ({ address }) => address).map(
      ({ item, first }) =>
        `${item.element.node.path}: has the Terraform address ${item.address}, which ${first.element.node.path} has too; the second construct within the stack names an element; give that construct another ID, or call overrideLogicalId on the element`,
    );
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return showTokens(super.toTerraform() as object);
  }

  /** Names an element without CDKTF's hash: `aws_iam_role.agent`. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const path = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    return elementName(path) ?? super.allocateLogicalId(element);
  }
}

/** Lists the addresses that an element has in the Terraform of the stack. */
function addressesOf(element: TerraformElement): string[] {
  const { resource, data, locals, variable, output, module } = element.toTerraform() as Written;
  const typed = (blocks: Record<string, object> = {}) =>
    Object.entries(blocks).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );
  const named = (start: string, blocks: object = {}) =>
    Object.keys(blocks).map((name) => `${start}.${name}`);
  return [
    ...typed(resource),
    ...typed(data).map((address) => `data.${address}`),
    ...named("local", locals),
    ...named("var", variable),
    ...named("output", output),
    ...named("module", module),
  ];
}

interface Written {
  readonly resource?: Record<string, object>;
  readonly data?: Record<string, object>;
  readonly locals?: object;
  readonly variable?: object;
  readonly output?: object;
  readonly module?: object;
}
