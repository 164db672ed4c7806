import type { Problem } from "../../config";
import type { ChangedLine } from "../config-edit";
import type { Found } from "./find";
import type { Match } from "./matches";

/**
 * The report that `connect-sso discover --json` writes. Releases may add keys, but neither rename nor
 * remove them.
 */
export interface DiscoverReport extends Found {
  /** Errors in the config files, because of which nothing was looked for. */
  readonly problems: readonly Problem[];
  /** One entry for each config file. */
  readonly configs: readonly DiscoveredConfig[];
}

/** One config file, in the report. */
export interface DiscoveredConfig {
  /** Path of the config file. */
  readonly file: string;
  readonly instanceArn: string;
  /** What is wrong with the instance; left out where it was found, or not looked for. */
  readonly instanceProblem?: string;
  /** Its applications, by display name; empty where those of Identity Center could not be read. */
  readonly applications: readonly Match[];
  /** Region of Identity Center, where it was found and the config only guesses it. */
  readonly identityCenterRegion?: string;
  /** Lines of the config that `--write` changes; empty where it has everything. */
  readonly lines: readonly ChangedLine[];
  /** True when the config file has these lines now; left out without `--write`. */
  readonly written?: boolean;
  /** Why the lines were not written, or cannot be. */
  readonly problem?: string;
}

/** Returns the exit code: 0 fine, 1 problems found, 3 something could not be read. */
export function exitCode({ problems, configs, gaps }: DiscoverReport): number {
  const isRefused = configs.some(
    ({ problem, instanceProblem, applications }) =>
      problem !== undefined ||
      instanceProblem !== undefined ||
      applications.some(({ is }) => is === "ambiguous" || is === "differs"),
  );
  if (problems.length > 0 || isRefused) return 1;
  return gaps.length > 0 ? 3 : 0;
}
