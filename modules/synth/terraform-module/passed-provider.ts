import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

/** An AWS provider that the caller of a module passes to it under an alias. */
export class PassedProvider extends AwsProvider {
  public constructor(scope: Construct, alias: string) {
    super(scope, alias, { alias });
  }

  /** Returns nothing: the caller of a module configures the providers that it passes. */
  public override toTerraform(): object {
    return {};
  }
}
