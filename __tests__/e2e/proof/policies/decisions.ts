import type { Expected } from "./choices";
import type { Policy } from "./decide";
import type { Mutant } from "./mutants";

/** Says what a policy answers to a request. */
export type Decide<Request> = (request: Request) => Promise<boolean>;

/** Describes the requests that are decided otherwise than documented: `allows another account`. */
export async function wrongDecisions<Request>(
  expected: readonly Expected<Request>[],
  decide: Decide<Request>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { request, said, differs } of expected) {
    const allowed = await decide(request);
    const answer = allowed ? "allows" : "refuses";
    if (allowed !== (said !== "refused")) wrong.push(`${answer} ${differs || "a sign-in"}`);
  }
  return wrong;
}

/** Names the mutants of a policy that decide every request as documented, so that nothing notices them. */
export async function unnoticed<Request>(
  mutants: readonly Mutant[],
  expected: readonly Expected<Request>[],
  decideBy: (policy: Policy) => Decide<Request>,
): Promise<string[]> {
  const names: string[] = [];
  for (const { what, policy } of mutants) {
    if (!(await isNoticed(expected, decideBy(policy)))) names.push(what);
  }
  return names;
}

async function isNoticed<Request>(
  expected: readonly Expected<Request>[],
  decide: Decide<Request>,
): Promise<boolean> {
  for (const { request, said } of expected) {
    if ((await decide(request)) !== (said !== "refused")) return true;
  }
  return false;
}
