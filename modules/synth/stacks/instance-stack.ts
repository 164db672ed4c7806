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
    private readonly target: StackTarget,
    backend: BackendSettings,
  ) {
    super(scope, id);
    this.addProvider({ region: target.region });
    keepState(this, backend);
  }

  /** Adds an AWS provider, which refuses credentials of any other account than the stack's. */
  protected addProvider({ region, alias }: { region: string; alias?: string }): AwsProvider {
    const { accountId } = this.target;
    return new AwsProvider(this, alias ?? "aws", {
      region,
      ...(alias !== undefined && { alias }),
      ...(accountId !== undefined && { allowedAccountIds: [accountId] }),
    });
  }
}
