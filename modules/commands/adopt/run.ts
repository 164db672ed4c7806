import { readFileSync } from "node:fs";

import { type InstanceSettings, loadConfig, type NextCommands } from "../../config";
import { type Bounds, loadSdk, type Profiles, profilesIn, withinBounds } from "../aws";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { nextFor } from "../next-for";
import { renderProblem } from "../problems";
import { withProgress } from "../progress";
import { withList } from "./config-text";
import { find } from "./find";
import { listOf } from "./list";
import { replaceFile } from "../replace-file";
import { type AdoptReport, type AdoptedInstance, exitCode } from "./report";
import { renderReport } from "./text";

/** Runs `connect-sso adopt`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const named = configLocations(positionals, "CONFIG");
  const { instances, problems } = loadConfig(named);
  const errors = problems.filter(({ severity }) => severity === "error");
  const options = profilesIn(values);
  const adopted = errors.length > 0 ? [] : await adoptAll(instances, options, nextFor(named));
  const report: AdoptReport = {
    problems: errors,
    instances: values["write"] === true ? adopted.map(written) : adopted,
  };
  terminal.write(
    values["json"] === true
      ? json(report)
      : [
          ...errors.map((problem) => `${renderProblem(problem, terminal)}\n`),
          ...report.instances.map((one) => `${renderReport(one, terminal)}\n`),
        ].join("\n"),
  );
  return exitCode(report);
};

async function adoptAll(
  instances: readonly InstanceSettings[],
  options: Profiles,
  next: (settings: InstanceSettings) => NextCommands,
): Promise<AdoptedInstance[]> {
  const sdk = await loadSdk();
  const all = async (bounds: Bounds) => {
    const adopted: AdoptedInstance[] = [];
    for (const settings of instances) {
      const { name, file, instance, adopt } = settings;
      const { sightings, unread, identityStoreId } =
        "missing" in sdk
          ? { sightings: [], unread: [`the AWS SDK ${sdk.missing}`] }
          : await find(sdk, settings, options, bounds);
      adopted.push({
        name,
        file,
        instanceArn: instance.arn,
        sightings,
        unread,
        adopt: listOf(sightings, identityStoreId, adopt),
        next: next(settings).synth,
      });
    }
    return adopted;
  };
  return withProgress(process.stderr, (tell) => withinBounds(all, { tell }));
}

/** Writes the list of an instance to its config file, unless something must be corrected first. */
function written(instance: AdoptedInstance): AdoptedInstance {
  const { file, adopt } = instance;
  if (instance.sightings.some(({ blocks }) => blocks)) return instance;
  const before = readFileSync(file, "utf8");
  const after = withList(before, adopt);
  if (after === undefined) {
    const why = `${file} is written in a way that leaves no place for these lines, such as one mapping in braces; put them into it yourself`;
    return { ...instance, problem: why };
  }
  if (after !== before) replaceFile(file, after);
  return { ...instance, written: true };
}
