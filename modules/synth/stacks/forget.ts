import type { TerraformStack } from "cdktf";

/**
 * Makes Terraform forget resources that it created, without destroying them; it has no effect where it
 * created none. Terraform has it since 1.7.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources
 */
export function forget(stack: TerraformStack, address: string): void {
  stack.addOverride("terraform.required_version", ">= 1.7.0");
  stack.addOverride("removed", [{ from: address, lifecycle: { destroy: false } }]);
}
