import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";

import { attributeMappingValue } from "../iam";
import { literal } from "../terraform-text";
import type { FederatedApplicationArns } from "./federation";

/**
 * Has Terraform refuse to take away what a person has entered in the console.
 *
 * `prevent_destroy` on a role says nothing once the role is gone from the configuration, which is
 * what removing or renaming an application does. Here each application is an instance of one
 * resource that stays, so that its removal is refused too, as is any change of its attribute
 * mapping value. The instance's key is what Terraform prints as the reason.
 */
export function protectSignIn(
  scope: Construct,
  applications: Readonly<Record<string, FederatedApplicationArns>>,
): void {
  // Not cdktf's DataResource, which runs `terraform version` at every synth.
  const protection = new TerraformResource(scope, "sign-in-protection", {
    terraformResourceType: "terraform_data",
    lifecycle: { preventDestroy: true },
  });
  const reason = "users would be locked out (protect: false allows it)";
  protection.addOverride(
    "for_each",
    Object.fromEntries(
      Object.entries(applications).map(([key, { roleArn, samlProviderArn }]) => [
        `${literal(key)}: ${reason}`,
        attributeMappingValue(roleArn, samlProviderArn),
      ]),
    ),
  );
  protection.addOverride("triggers_replace", "${each.value}");
}
