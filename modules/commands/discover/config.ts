import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { type InstanceSettings, loadConfig } from "../../config";
import { type Change, setInConfig } from "../config-edit";
import type { Found, GivenRegions } from "./find";
import { isUnread } from "./gap";
import { matchesOf } from "./matches";
import type { DiscoveredConfig } from "./report";

/** A config file, compared with what was found, and the text that it would have. */
export interface PlannedConfig extends DiscoveredConfig {
  /** The new text; left out where nothing changes, or it cannot be changed. */
  readonly text?: string;
}

/**
 * Compares configs with what was found, and prepares their changes, which must be as good as the configs
 * are.
 *
 * @param locations places of the configs, which are checked together
 */
export function planConfigs(
  configs: readonly InstanceSettings[],
  found: Found,
  given: GivenRegions,
  locations: readonly string[],
): PlannedConfig[] {
  const planned = configs.map((settings) => planConfig(settings, configs, found, given));
  const instead = new Map(
    planned.flatMap(({ file, text }) =>
      text === undefined ? [] : [[resolve(file), Buffer.from(text)] as const],
    ),
  );
  if (instead.size === 0) return planned;
  const { problems } = loadConfig(locations, new Date(), { metadataCounts: false, instead });
  return planned.map(({ text, ...one }) => {
    if (text === undefined) return one;
    const wrong = problems.find(({ file, severity }) => severity === "error" && file === one.file);
    if (!wrong) return { ...one, text };
    const { keyPath = "", message } = wrong;
    return { ...one, problem: `with these lines, ${keyPath} would be wrong: ${message}` };
  });
}

function planConfig(
  settings: InstanceSettings,
  configs: readonly InstanceSettings[],
  found: Found,
  given: GivenRegions,
): PlannedConfig {
  const { file, instance, identityCenter } = settings;
  const centers = found.identityCenters.filter(({ arn }) =>
    arn.startsWith(`arn:${instance.partition}:`),
  );
  const listed = centers.flatMap(({ applications }) => (applications ? [applications] : []));
  const applications = listed.length > 0 ? matchesOf(settings, listed.flat(), configs) : [];
  const [center, ...others] = centers.filter(({ kind }) => kind !== "account");
  const region =
    center && others.length === 0 && identityCenter.isRegionGuessed ? center.region : undefined;
  const changes: Change[] = [
    ...applications.flatMap(({ is, key, arns: [arn] }): Change[] =>
      is === "found" && arn !== undefined
        ? [{ path: ["applications", key, "applicationArn"], value: arn }]
        : [],
    ),
    ...(region === undefined
      ? []
      : [{ path: ["identityCenter", "region"], value: region } as const]),
  ];
  const instanceProblem = problemOfInstance(settings, found, given);
  const about = {
    file,
    instanceArn: instance.arn,
    ...(instanceProblem !== undefined && { instanceProblem }),
    applications,
    ...(region !== undefined && { identityCenterRegion: region }),
  };
  if (changes.length === 0) return { ...about, lines: [] };
  const changed = setInConfig(readFileSync(file, "utf8"), changes);
  if (changed) return { ...about, ...changed };
  const own = changes.map(({ path, value }) => `${path.join(".")}: ${value}`).join(", ");
  return {
    ...about,
    lines: [],
    problem: `${file} is written in a way that leaves no place for new lines, such as an alias; put these values into it yourself: ${own}`,
  };
}

function problemOfInstance(
  { instance }: InstanceSettings,
  { instances, accounts, gaps }: Found,
  given: GivenRegions,
): string | undefined {
  const { arn, region, accountId } = instance;
  const own = instances.find((one) => one.arn === arn);
  if (own) {
    return own.identityManagement === "SAML"
      ? undefined
      : `the instance has the identity management ${own.identityManagement}, which is fixed when an instance is created; single sign-on needs one that was created with SAML`;
  }
  const isRead =
    accounts.connect === accountId &&
    (given.region ?? region) === region &&
    !isUnread(gaps, "Amazon Connect");
  return isRead
    ? `account ${accountId} has no instance ${arn} in ${region}; set instanceArn to one of those above`
    : undefined;
}
