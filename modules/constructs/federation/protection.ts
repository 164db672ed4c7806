import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";

import { quotedTemplate } from "../terraform";

/**
 * Makes Terraform refuse to remove what a person has entered in the console.
 *
 * `prevent_destroy` on a role has no effect once the role is gone from the configuration, as when an
 * application is removed or renamed. Here each application is an instance of one resource that
 * stays, so its removal is refused too, and so is any change of the names in its attribute mapping
 * value. Terraform prints the key of the instance as the reason.
 *
 * An instance has only its key, so it can be imported: a plan with `adopt` then creates nothing.
 */
export function protectSignIn(scope: Construct, keys: readonly string[]): void {
  // Not cdktf's DataResource, which runs `terraform version` at every synth.
  const protection = new TerraformResource(scope, "sign-in-protection", {
    terraformResourceType: "terraform_data",
    lifecycle: { preventDestroy: true },
  });
  // Not Fn.toset, which escapes neither quotes nor what is escaped already.
  const quoted = keys.map((key) => quotedTemplate(key, scope)).join(", ");
  protection.addOverride("for_each", `\${toset([${quoted}])}`);
}

/** Returns the key of the instance that protects an application, with its role and SAML provider. */
export function protectionKey(key: string, ...names: readonly string[]): string {
  const through = names.length > 0 ? ` (${names.join(", ")})` : "";
  return `${key}${through}: users would be locked out (protect: false allows it)`;
}
