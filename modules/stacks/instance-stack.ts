import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend } from "cdktf";
import type { Construct } from "constructs";

import { ReadableStack } from "./readable-stack";

/** Whose credentials a stack takes, and where it deploys. */
export interface StackTarget {
  readonly region: string;
  /** Credentials of any other account are refused. */
  readonly accountId?: string;
}

/** What the stacks of an instance have in common: provider and state. */
export class InstanceStack extends ReadableStack {
  public constructor(scope: Construct, id: string, { region, accountId }: StackTarget) {
    super(scope, id);
    new AwsProvider(this, "aws", {
      region,
      ...(accountId !== undefined && { allowedAccountIds: [accountId] }),
    });
    // Beside the output folder, where CDKTF keeps state too, but without this machine's path.
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });
  }
}
