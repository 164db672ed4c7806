import type { ApplicationSettings, InstanceSettings } from "../../config";
import { nearest } from "../../text";
import type { FoundApplication } from "./directory";

/** What Identity Center has under the display name of an application of a config. */
export interface Match {
  /** Key of the application in the config. */
  readonly key: string;
  readonly displayName: string;
  /**
   * - `same`: the config has its ARN already
   * - `found`: one application has the name, and the config may take its ARN
   * - `differs`: one has the name, but the config has the ARN of another one that exists
   * - `ambiguous`: several have the name, or several applications of configs do
   * - `missing`: none has it
   */
  readonly is: "same" | "found" | "differs" | "ambiguous" | "missing";
  /** ARN that the config has. */
  readonly configured?: string;
  /** ARNs of the applications with the name. */
  readonly arns: readonly string[];
  /** A name there that is nearly the same; or where else the name is in a config. */
  readonly hint?: string;
}

/** Tells if two display names are the same, however their letters are composed. */
export function isSameName(name: string, other: string): boolean {
  return name.trim().normalize() === other.trim().normalize();
}

/** Finds the applications of a config by their display names. */
export function matchesOf(
  settings: InstanceSettings,
  applications: readonly FoundApplication[],
  configs: readonly InstanceSettings[],
): Match[] {
  const { partition } = settings.instance;
  const here = applications.filter(({ arn }) => arn.startsWith(`arn:${partition}:`));
  return settings.applications.map((application) => {
    const { key, displayName, applicationArn: configured } = application;
    const named = here.filter(({ name }) => isSameName(name, displayName));
    const arns = named.map(({ arn }) => arn);
    const about = { key, displayName, ...(configured !== undefined && { configured }), arns };
    const [only, second] = arns;
    if (only === undefined) {
      const near = nearest(displayName, others(here, configs));
      return { ...about, is: "missing", ...(near !== undefined && { hint: near }) };
    }
    if (configured !== undefined && arns.includes(configured)) return { ...about, is: "same" };
    if (second !== undefined) return { ...about, is: "ambiguous" };
    const twin = otherUse(application, settings, configs);
    if (twin !== undefined) return { ...about, is: "ambiguous", hint: twin };
    const isOther = here.some(({ arn }) => arn === configured);
    return { ...about, is: isOther ? "differs" : "found" };
  });
}

/** Names that no application of a config has. */
function others(here: readonly FoundApplication[], configs: readonly InstanceSettings[]): string[] {
  const wanted = configs.flatMap(({ applications }) => applications);
  return here
    .map(({ name }) => name)
    .filter((name) => !wanted.some(({ displayName }) => isSameName(name, displayName)));
}

/** Names another application of a config in the same partition that has the same display name. */
function otherUse(
  own: ApplicationSettings,
  settings: InstanceSettings,
  configs: readonly InstanceSettings[],
): string | undefined {
  for (const config of configs) {
    if (config.instance.partition !== settings.instance.partition) continue;
    const twin = config.applications.find(
      (one) => one !== own && isSameName(one.displayName, own.displayName),
    );
    if (twin) return `applications.${twin.key} of ${config.file}`;
  }
  return undefined;
}
