/** Instances that can be chosen. */
export interface Offered {
  readonly instances: readonly {
    readonly arn: string;
    readonly region: string;
    readonly alias?: string;
    readonly identityManagement: string;
  }[];
  /** Why there may be more, or none is known: one sentence each. */
  readonly unread: readonly string[];
}

/** Finds the instances that the credentials see. */
export function offeredInstances(): Promise<Offered> {
  return Promise.resolve({ instances: [], unread: [] });
}
