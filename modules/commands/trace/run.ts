import { type InstanceSettings, loadConfig } from "../../config";
import { Aws, type Bounds, callerAccount, loadSdk, withinBounds } from "../aws";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { renderProblem } from "../problems";
import { withProgress } from "../progress";
import { UsageError, type Values } from "../usage";
import { loadCloudTrail } from "./sdk";
import { type Period, type ReadEvents, readEvents } from "./read-events";
import { exitCode, type TraceReport } from "./report";
import { periodOf } from "./since";
import { renderTrace } from "./text";
import { trace } from "./trace";

/** Runs `connect-sso trace`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const { user, since = "1h", config, profile } = values;
  const [positional] = positionals;
  if (positional !== undefined) {
    throw new UsageError(
      `${JSON.stringify(positional)} is not expected here; write --user NAME, and --config PATH for a config`,
    );
  }
  if (typeof user !== "string") {
    throw new UsageError(
      "trace needs the person's name; write --user NAME, as Amazon Connect has it",
    );
  }
  const milliseconds = periodOf(String(since));
  const locations = configLocations(typeof config === "string" ? [config] : [], "--config");
  const to = new Date();
  const period = { from: new Date(to.getTime() - milliseconds), to };
  const { instances, problems } = loadConfig(locations);
  const errors = problems.filter(({ severity }) => severity === "error");
  const read = errors.length > 0 ? NOTHING : await readAll(instances, period, { profile });
  const report: TraceReport = { problems: errors, ...trace(user, instances, read, period) };
  terminal.write(values["json"] === true ? json(report) : text(report, terminal));
  return exitCode(report);
};

const NOTHING: ReadEvents = { events: [], unread: [] };

function text(report: TraceReport, terminal: Parameters<Run>[1]): string {
  const { problems } = report;
  if (problems.length === 0) return `${renderTrace(report, terminal)}\n`;
  return problems.map((problem) => `${renderProblem(problem, terminal)}\n`).join("");
}

async function readAll(
  instances: readonly InstanceSettings[],
  period: Period,
  { profile }: Pick<Values, "profile">,
): Promise<ReadEvents> {
  const [sdk, cloudTrail] = await Promise.all([loadSdk(), loadCloudTrail()]);
  if ("missing" in sdk) return { events: [], unread: [`the AWS SDK ${sdk.missing}`] };
  if ("missing" in cloudTrail) return { events: [], unread: [`the AWS SDK ${cloudTrail.missing}`] };
  const [first] = instances;
  if (!first) return NOTHING;
  const own = typeof profile === "string" ? { profile } : {};
  return withProgress(process.stderr, (tell) =>
    withinBounds(
      async (bounds: Bounds) => {
        const aws = new Aws(sdk, { region: first.instance.region, ...own }, bounds);
        const caller = await callerAccount(aws);
        const strangers = instances.map((one) => ({ one, why: strangerTo(one, caller) }));
        const readable = strangers.filter(({ why }) => why === undefined).map(({ one }) => one);
        const read = await readEvents(aws, cloudTrail, readable, period);
        return { ...read, unread: [...strangers.flatMap(({ why }) => why ?? []), ...read.unread] };
      },
      { tell },
    ),
  );
}

/** Says why the account of an instance cannot be read; `undefined` where it can. */
function strangerTo(
  { instance: { accountId, instanceId } }: InstanceSettings,
  caller: Awaited<ReturnType<typeof callerAccount>>,
): string | undefined {
  if ("failure" in caller) {
    const { failure, fix } = caller;
    const profile = `name a profile of account ${accountId} with --profile, or set AWS_PROFILE`;
    return `instance ${instanceId}: ${failure}; ${fix ?? profile}`;
  }
  return caller.accountId === accountId
    ? undefined
    : `instance ${instanceId} is in account ${accountId}, but the credentials are for account ${caller.accountId}; name a profile of that account with --profile`;
}
