import { type Rehearsal, type RehearsalStep, type StepId, STEPS } from "./rehearsal";
import { unverified } from "./step";
import { gravest, type Verdict } from "./verdict";

type Conclusion = Pick<Rehearsal, "verdict" | "decidedBy" | "passed" | "steps">;

/** Concludes from all steps on the sign-in: the gravest verdict on a step that it depends on. */
export function conclusion(steps: readonly RehearsalStep[]): Conclusion {
  const weighed = steps.map((step) => ({ step, verdict: weight(step) }));
  const verdict = gravest(weighed.map((one) => one.verdict));
  const deciding = verdict === "passed" ? [] : weighed.filter((one) => one.verdict === verdict);
  return {
    verdict,
    decidedBy: deciding.map(({ step }) => step.id),
    passed: !leadsElsewhere(steps) && (verdict === "passed" || verdict === "differs"),
    steps,
  };
}

/** Tells if users are signed in to AWS, but do not get to Amazon Connect. */
export function leadsElsewhere(steps: readonly RehearsalStep[]): boolean {
  return steps.some(({ problems }) =>
    problems.some((problem) => problem.kind === "differs" && problem.elsewhere === true),
  );
}

/** Verdict of a step on its own, without the problems that the sign-in does not depend on. */
function weight({ asCaptured, problems }: RehearsalStep): Verdict {
  // What nobody signed decides nothing: the step of the signature does.
  if (asCaptured !== undefined) return "passed";
  const decisive = problems.filter((one) => one.kind !== "unverified" || one.decisive !== false);
  return gravest(decisive.map(({ kind }) => kind));
}

/** Concludes where a rehearsal ends early: nothing can be said of the other steps. */
export function unfinished(
  steps: readonly RehearsalStep[],
  why: string,
  needs: string,
): Conclusion {
  const rest = (Object.keys(STEPS) as StepId[])
    .filter((id) => steps.every((step) => step.id !== id))
    .map((id) => unverified(id, why, needs, { decisive: false }));
  return conclusion([...steps, ...rest]);
}

/**
 * Marks a step whose value no configured key has signed: it can be wrong, but it cannot pass.
 */
export function unsigned(step: RehearsalStep): RehearsalStep {
  return { ...step, status: "unverified", asCaptured: step.status };
}
