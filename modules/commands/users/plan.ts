import type { Run } from "../command";
import { json } from "../json";
import { nextFor } from "../next-for";
import { renderProblem } from "../problems";
import type { Terminal } from "../terminal";
import { optionsIn, type UsersOptions } from "./options";
import { planAll, type Plans } from "./plan-all";
import { exitCode, isBlocked, type UsersReport } from "./report";
import { renderPlan } from "./text";

/** Runs `connect-sso users plan`. */
export const runPlan: Run = async ({ values, positionals }, terminal) => {
  const options = optionsIn(values);
  const made = await planAll(positionals, options, new AbortController().signal);
  const report: UsersReport = {
    problems: made.problems,
    instances: made.plans.map(({ report: one }) => one),
  };
  if (options.isJson) terminal.write(json(report));
  else {
    writePlans(made, options, terminal);
    const { instances } = report;
    const next = nextFor(made.locations);
    for (const { requests, file } of instances.filter((one) => !isBlocked(one))) {
      if (requests > 0) terminal.write(`Next: ${next({ file }).users("apply")}\n`);
    }
  }
  return exitCode(report);
};

/** Writes errors of the configs, and the plans. */
export function writePlans(
  { problems, plans }: Plans,
  { rate }: UsersOptions,
  terminal: Terminal,
): void {
  terminal.write(
    [
      ...problems.map((problem) => `${renderProblem(problem, terminal)}\n`),
      ...plans.map(
        ({ report }) =>
          `${renderPlan(report, { rendering: terminal, perSecond: rate.perSecond })}\n`,
      ),
    ].join(problems.length > 0 ? "" : "\n"),
  );
}
