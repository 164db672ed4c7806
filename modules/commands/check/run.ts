import { checkReport, exitCode, type LiveFindings } from "./report";
import { renderReport } from "./text";
import { type InstanceSettings, loadConfig } from "../../config";
import { compareWithAccount, type Finding } from "./account";
import { type Profiles, profilesIn, withinBounds } from "../aws";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { nextFor } from "../next-for";
import { withProgress } from "../progress";
import { UsageError, type Values } from "../usage";

/** Runs `connect-sso check`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const options = profiles(values);
  const named = configLocations(positionals, "CONFIG");
  const loaded = loadConfig(named);
  const live = options && (await findings(loaded.instances, options));
  const report = checkReport(loaded, nextFor(named), live);
  terminal.write(values["json"] === true ? json(report) : `${renderReport(report, terminal)}\n`);
  return exitCode(report);
};

function profiles(values: Values): Profiles | undefined {
  if (values["live"] !== true) {
    const idle = ["profile", "identity-center-profile"].find((name) => values[name] !== undefined);
    if (idle === undefined) return undefined;
    throw new UsageError(`--${idle} has no effect without --live; add that, or leave it out`);
  }
  return profilesIn(values);
}

async function findings(
  instances: readonly InstanceSettings[],
  options: Profiles,
): Promise<LiveFindings> {
  const found = new Map<string, readonly Finding[]>();
  await withProgress(process.stderr, (tell) =>
    withinBounds(
      async (bounds) => {
        for (const settings of instances) {
          found.set(settings.name, await compareWithAccount(settings, options, bounds));
        }
      },
      { tell },
    ),
  );
  return found;
}
