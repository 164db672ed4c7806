import { runSimulation } from "@cloud-copilot/iam-simulate";

/** A policy as IAM has it, parsed. */
export type Policy = Readonly<Record<string, unknown>>;

/** A request as IAM evaluates it. */
export interface Asked {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly accountId: string;
  readonly context: Readonly<Record<string, string | undefined>>;
}

interface Policies {
  /** The policies of the principal. */
  readonly identity?: readonly Policy[];
  /** The policy of the resource, such as the trust policy of a role. */
  readonly resource?: Policy;
  /** The permissions boundary of the principal. */
  readonly boundary?: Policy;
}

/**
 * Tells what IAM would answer to a request, as a simulator of its evaluation says.
 *
 * @throws Error when the simulator does not take the request or a policy, which is no answer
 */
export async function isAllowed(asked: Asked, policies: Policies): Promise<boolean> {
  const { principal, action, resource, accountId } = asked;
  const context = Object.entries(asked.context).filter(([, value]) => value !== undefined);
  const named = (policy: Policy, index: number) => ({ name: `policy ${String(index)}`, policy });
  const simulated = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId },
        contextVariables: Object.fromEntries(context) as Record<string, string>,
      },
      identityPolicies: (policies.identity ?? []).map(named),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(policies.resource && { resourcePolicy: policies.resource }),
      ...(policies.boundary && { permissionBoundaryPolicies: [named(policies.boundary, 0)] }),
    },
    {},
  );
  if (simulated.resultType === "error") {
    throw new Error(`${JSON.stringify(asked)}: ${JSON.stringify(simulated.errors)}`);
  }
  return simulated.overallResult === "Allowed";
}
