import { loadConfig, type Problem } from "../../config";
import { loadSdk, withinBounds } from "../aws";
import { configLocations } from "../config-location";
import { withProgress } from "../progress";
import type { UsersOptions } from "./options";
import { type InstancePlan, planInstance } from "./plan-instance";

/** Plans for the instances of configs. */
export interface Plans {
  /** Errors in the config and metadata files, because of which nothing was read. */
  readonly problems: readonly Problem[];
  readonly plans: readonly InstancePlan[];
  /** Paths of the configs. */
  readonly locations: readonly string[];
}

/** Milliseconds for a run, which its number of calls bounds: a day, that it ends at all. */
export const WHOLE_MS = 24 * 3_600_000;

/** Plans for every instance that the configs are of. AWS is only read. */
export async function planAll(
  positionals: readonly string[],
  options: UsersOptions,
  stop: AbortSignal,
): Promise<Plans> {
  const locations = configLocations(positionals, "CONFIG");
  const { instances, problems } = loadConfig(locations, new Date(), { metadataCounts: false });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { problems: errors, plans: [], locations };
  const sdk = await loadSdk();
  const plans: InstancePlan[] = [];
  await withProgress(process.stderr, (tell) =>
    withinBounds(
      async (bounds) => {
        for (const settings of instances) {
          plans.push(
            "missing" in sdk
              ? missingSdk(settings, sdk.missing)
              : await planInstance(settings, { ...options, sdk, bounds, stop }, options),
          );
        }
      },
      { tell, wholeMs: WHOLE_MS },
    ),
  );
  return { problems: [], plans, locations };
}

function missingSdk(
  { name, file, instance }: Parameters<typeof planInstance>[0],
  missing: string,
): InstancePlan {
  const nothing = { create: [], change: [], remove: [], left: [], problems: [] };
  const unread = `the AWS SDK ${missing}`;
  const about = { name, file, instanceArn: instance.arn };
  return { report: { ...about, ...nothing, kept: 0, requests: 0, unread }, actions: [] };
}
