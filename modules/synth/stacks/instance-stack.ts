import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

import type { BackendSettings } from "../../config";
import { ReadableStack } from "./readable-stack";
import { keepState } from "./state";

/** Account and region that a stack is deployed to. */
export interface StackTarget {
  readonly region: string;
  /** Account whose credentials the stack needs; those of any other account are refused. */
  readonly accountId?: string;
}

/** Base class of the stacks of an instance, with the provider and the backend. */
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
