import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

import type { BackendSettings } from "../../config";
import { ReadableStack } from "./readable-stack";
import { keepState } from "./state";

/** Whose credentials a stack takes, and where it deploys. */
export interface StackTarget {
  readonly region: string;
  /** Credentials of any other account are refused. */
  readonly accountId?: string;
}

/** What the stacks of an instance have in common: provider and state. */
export class InstanceStack extends ReadableStack {
  public constructor(
    scope: Construct,
    id: string,
    { region, accountId }: StackTarget,
    backend: BackendSettings,
  ) {
    super(scope, id);
    new AwsProvider(this, "aws", {
      region,
      ...(accountId !== undefined && { allowedAccountIds: [accountId] }),
    });
    keepState(this, backend);
  }
}
