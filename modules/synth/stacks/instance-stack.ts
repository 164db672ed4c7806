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

interface ProviderTarget {
  readonly region: string;
  readonly accountId?: string | undefined;
}

/** Base class of the stacks of an instance, with the provider and the backend. */
export class InstanceStack extends ReadableStack {
  public constructor(
    scope: Construct,
    id: string,
    protected readonly target: StackTarget,
    backend: BackendSettings,
  ) {
    super(scope, id);
    this.addProvider(target);
    keepState(this, backend);
  }

  /**
   * Prepares the synthesis without CDKTF's run over all tokens, which takes as long as the synthesis, and
   * finds references between stacks. There are none, since each stack has a state and credentials of its own.
   */
  public override prepareStack(): void {
    this.ensureBackendExists();
  }

  /** Adds an AWS provider, which refuses credentials of any other account than the given one. */
  protected addProvider({
    region,
    alias,
    accountId,
    profile,
  }: ProviderTarget & { alias?: string; profile?: string }): AwsProvider {
    return new AwsProvider(this, alias ?? "aws", {
      region,
      ...(alias !== undefined && { alias }),
      ...(profile !== undefined && { profile }),
      ...(accountId !== undefined && { allowedAccountIds: [accountId] }),
    });
  }
}
