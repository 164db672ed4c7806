import type { Run } from "../command";
import { printNotice } from "../failure";
import { json } from "../json";
import { nextFor } from "../next-for";
import { withProgress } from "../progress";
import { UsageError } from "../usage";
import { applyUsers } from "./apply-users";
import { canAsk, confirmed } from "./confirm";
import { type LogFile, openLog } from "./log-file";
import { optionsIn, type UsersOptions } from "./options";
import { writePlans } from "./plan";
import { planAll } from "./plan-all";
import type { InstancePlan } from "./plan-instance";
import { exitCode, isBlocked, type PlannedInstance, requestsOf } from "./report";
import { inMinutes, renderResults } from "./text";

/** Runs `connect-sso users apply`. */
export const runApply: Run = async ({ values, positionals }, terminal) => {
  const options = optionsIn(values);
  const isAsked = values["yes"] !== true;
  if (isAsked && (options.isJson || !canAsk())) {
    throw new UsageError(
      "users apply asks before it changes anything, and there is nobody to ask; write --yes, or run users plan first",
    );
  }
  const { log: path } = values;
  const stopper = new AbortController();
  const made = await planAll(positionals, options, stopper.signal);
  const { problems, plans, locations } = made;
  if (!options.isJson) writePlans(made, options, terminal);
  const finish = (instances: readonly PlannedInstance[]) => {
    const report = { problems, instances };
    if (options.isJson) terminal.write(json(report));
    return exitCode(report);
  };
  const untouched = plans.map(({ report }) => report);
  if (problems.length > 0 || untouched.some(isBlocked)) {
    if (!options.isJson) terminal.write("Nothing was changed.\n");
    return finish(untouched);
  }
  if (plans.every(({ actions }) => actions.length === 0)) return finish(untouched);
  if (isAsked && !(await confirmed(question(untouched)))) {
    terminal.write("Nothing was changed.\n");
    return 1;
  }
  const log = openLog(typeof path === "string" ? path : undefined);
  try {
    const done = await untilStopped(stopper, () => applyAll(plans, options, stopper.signal, log));
    if (!options.isJson) {
      const next = nextFor(locations);
      for (const one of done.filter(({ results }) => results !== undefined)) {
        terminal.write(`\n${renderResults(one, next(one).users("apply"), terminal)}\n`);
      }
    }
    return finish(done);
  } finally {
    log.close();
  }
};

function question(instances: readonly PlannedInstance[]): string {
  const [create, change, remove] = (["create", "change", "remove"] as const).map((action) =>
    String(instances.reduce((sum, one) => sum + one[action].length, 0)),
  );
  return `Create ${String(create)}, change ${String(change)} and remove ${String(remove)} users of Amazon Connect?`;
}

async function applyAll(
  plans: readonly InstancePlan[],
  { rate: { perSecond } }: UsersOptions,
  stop: AbortSignal,
  log: LogFile,
): Promise<PlannedInstance[]> {
  const done: PlannedInstance[] = [];
  await withProgress(process.stderr, async (tell) => {
    for (const { report, actions, users } of plans) {
      if (!users || actions.length === 0) {
        done.push(report);
        continue;
      }
      const left = leftAfter(actions.map(requestsOf));
      const results = await applyUsers(actions, {
        users,
        owner: report.name,
        stop,
        tell: (index, user) => {
          const time = inMinutes((left[index] ?? 0) / perSecond);
          tell(`${String(index + 1)} of ${String(actions.length)}, about ${time} left: ${user}`);
        },
        log: (result) => {
          log.write({ instanceArn: report.instanceArn, ...result });
        },
      });
      done.push({ ...report, results });
    }
  });
  return done;
}

/** Returns, for each action, the number of requests from there to the end. */
function leftAfter(requests: readonly number[]): number[] {
  const total = requests.reduce((sum, one) => sum + one, 0);
  let before = 0;
  return requests.map((one) => {
    const left = total - before;
    before += one;
    return left;
  });
}

/** Lets a person end the work after the call that is on its way; a second time, at once. */
async function untilStopped<T>(stopper: AbortController, work: () => Promise<T>): Promise<T> {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const stop = () => {
    for (const signal of signals) process.removeListener(signal, stop);
    // The line of progress is in the way.
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    printNotice("stopping after the call that is on its way; a second time ends at once");
    stopper.abort();
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}
