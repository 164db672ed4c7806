import { existsSync } from "node:fs";

import { REGION_PATTERN } from "../../aws";
import { type InstanceSettings, loadConfig } from "../../config";
import { type Bounds, loadSdk, profilesIn, withinBounds } from "../aws";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { renderProblem } from "../problems";
import { withProgress } from "../progress";
import { replaceFile } from "../replace-file";
import { UsageError, type Values } from "../usage";
import { planConfigs } from "./config";
import { find, type Found, type GivenRegions } from "./find";
import { type DiscoverReport, exitCode } from "./report";
import { renderConfig, renderEnding, renderFound } from "./text";

/** Runs `connect-sso discover`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const isWriting = values["write"] === true;
  const given = regionsIn(values);
  const locations = namedConfigs(positionals, isWriting);
  const { instances: configs, problems } =
    locations.length > 0
      ? loadConfig(locations, new Date(), { metadataCounts: false })
      : { instances: [], problems: [] };
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const report = { problems: errors, configs: [], ...NOTHING };
    const lines = errors.map((problem) => `${renderProblem(problem, terminal)}\n`);
    terminal.write(values["json"] === true ? json(report) : lines.join(""));
    return exitCode(report);
  }
  const found = await findAll(configs, { ...profilesIn(values), ...given });
  const planned = planConfigs(configs, found, given, locations);
  const configsOf = (written: boolean): DiscoverReport["configs"] =>
    planned.map(({ text, ...one }) =>
      written ? { ...one, written: text !== undefined || one.lines.length === 0 } : one,
    );
  const report = { problems: errors, ...found, configs: configsOf(false) };
  const isJson = values["json"] === true;
  if (!isJson) {
    terminal.write(`${renderFound(report, terminal)}\n`);
    for (const one of report.configs) terminal.write(`\n${renderConfig(one, terminal)}\n`);
  }
  // The change is on the screen before it is made.
  if (isWriting) {
    for (const { file, text } of planned) if (text !== undefined) replaceFile(file, text);
  }
  const done = { ...report, configs: configsOf(isWriting) };
  const endings = done.configs.map(renderEnding).filter((ending) => ending !== "");
  if (isJson) terminal.write(json(done));
  else if (endings.length > 0) terminal.write(`\n${endings.join("")}`);
  return exitCode(done);
};

const NOTHING: Found = { instances: [], identityCenters: [], accounts: {}, gaps: [] };

/** Returns the places of the configs; none where none is named and there is no config yet. */
function namedConfigs(positionals: readonly string[], isWriting: boolean): readonly string[] {
  const locations = configLocations(positionals, "CONFIG");
  if (positionals.length > 0 || locations.every((path) => existsSync(path))) return locations;
  if (!isWriting) return [];
  throw new UsageError(
    `--write needs a config, and ${locations.join(", ")} does not exist; name one`,
  );
}

function regionsIn(values: Values): GivenRegions {
  const region = regionOption(values, "region");
  const identityCenterRegion = regionOption(values, "identity-center-region");
  return {
    ...(region !== undefined && { region }),
    ...(identityCenterRegion !== undefined && { identityCenterRegion }),
  };
}

function regionOption(values: Values, name: string): string | undefined {
  const value = values[name];
  if (typeof value !== "string" || REGION_PATTERN.test(value)) return value as string | undefined;
  throw new UsageError(`--${name} ${JSON.stringify(value)} is not a region, such as us-east-1`);
}

async function findAll(
  configs: readonly InstanceSettings[],
  options: Parameters<typeof find>[3],
): Promise<Found> {
  const sdk = await loadSdk();
  if ("missing" in sdk) return { ...NOTHING, gaps: [{ what: "the AWS SDK", why: sdk.missing }] };
  const all = (bounds: Bounds) => find(sdk, bounds, configs, options);
  return withProgress(process.stderr, (tell) => withinBounds(all, { tell }));
}
