import type { Figure } from "../../../support/figures";
import type { Choice, Parts } from "./choices";

/** Counts what the proof of the policies tried. */
export class Tally {
  public deployments = 0;
  public permissionSets = 0;
  public readonly trust = new PolicyTally();
  public readonly permission = new PolicyTally();
  /** How many other actions are refused on every resource, by each different permission policy. */
  public readonly actions = new Map<string, number>();

  public figures(): Figure[] {
    const { trust, permission } = this;
    return [
      {
        what: "deployments of every example with Terraform: form and kind of the policy, separate and shared roles",
        result: `${String(this.deployments)}, with ${String(trust.policies)} trust policies and ${String(permission.policies - this.permissionSets)} permission policies, read back from IAM`,
      },
      {
        what: "deployments of a permission set",
        result: `${String(this.permissionSets)}, with ${String(this.permissionSets)} permission policies, read back from Identity Center`,
      },
      {
        what: "requests to assume a role, which differ from a sign-in in nothing, in one part, and in two",
        result: `${String(trust.requests)} of ${String(trust.requests)} decided as documented`,
      },
      {
        what: "requests of a session to Amazon Connect, in the same way",
        result: `${String(permission.requests)} of ${String(permission.requests)} decided as documented`,
      },
      {
        what: "actions of Amazon Connect other than GetFederationToken, on all resources that each may take",
        result: `${String(Math.min(...this.actions.values()))} of ${String(Math.max(...this.actions.values()))} refused by each of ${String(this.actions.size)} different permission policies`,
      },
      {
        what: "policies that were changed on purpose, most of them widened",
        result: `${String(trust.mutants + permission.mutants)} of ${String(trust.mutants + permission.mutants)} noticed`,
      },
      ...trust.broaderFigures("trust"),
      ...permission.broaderFigures("permission"),
    ];
  }
}

/** Counts what was tried with policies of one kind. */
class PolicyTally {
  public policies = 0;
  public requests = 0;
  public mutants = 0;
  private readonly broader = new Map<string, number>();

  /** Counts a policy whose requests were all decided as documented, and whose mutants were all noticed. */
  public add<Request>(parts: Parts<Request>, requests: number, mutants: number): void {
    this.policies += 1;
    this.requests += requests;
    this.mutants += mutants;
    const choices = Object.values(parts).flat() as readonly Choice<Request>[];
    const broader = choices.filter(({ said }) => said === "broader").map(({ what }) => what);
    for (const what of new Set(broader)) {
      this.broader.set(what, (this.broader.get(what) ?? 0) + 1);
    }
  }

  /** Lists what is allowed though no sign-in needs it, and by how many of the policies. */
  public broaderFigures(kind: string): Figure[] {
    return [...this.broader].map(([what, count]) => ({
      what: `allowed without need: ${what}`,
      result: `by ${String(count)} of ${String(this.policies)} ${kind} policies`,
    }));
  }
}
