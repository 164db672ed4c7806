import { Fn, TerraformResource, Token } from "cdktf";
import type { Construct } from "constructs";

import { literal } from "../terraform";

/**
 * Has Terraform refuse to take away what a person has entered in the console.
 *
 * `prevent_destroy` on a role says nothing once the role is gone from the configuration, which is
 * what removing or renaming an application does. Here each application is an instance of one
 * resource that stays, so that its removal is refused too, as is any change of the names in its
 * attribute mapping value. The instance's key is what Terraform prints as the reason.
 *
 * The key is all there is to an instance, so that it can be imported: beside a resource that
 * `adopt` takes over, nothing is left to be created.
 */
export function protectSignIn(scope: Construct, keys: readonly string[]): void {
  // Not cdktf's DataResource, which runs `terraform version` at every synth.
  const protection = new TerraformResource(scope, "sign-in-protection", {
    terraformResourceType: "terraform_data",
    lifecycle: { preventDestroy: true },
  });
  protection.addOverride("for_each", Fn.toset(keys.map(literal)));
}

/**
 * The key of the instance that protects an application.
 *
 * @param names of the role and the SAML provider; one that Terraform alone knows is left out, as
 * the keys of instances have to be known when it plans
 */
export function protectionKey(key: string, ...names: readonly string[]): string {
  const known = names.filter((name) => !Token.isUnresolved(name));
  const through = known.length > 0 ? ` (${known.join(", ")})` : "";
  return `${key}${through}: users would be locked out (protect: false allows it)`;
}
