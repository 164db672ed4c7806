import type { Problem } from "../../config";
import type { List } from "./list";
import type { Sighting } from "./sighting";

/**
 * The report that `connect-sso adopt --json` writes. Releases may add keys, but neither rename nor
 * remove them.
 */
export interface AdoptReport {
  /** Errors in the config and metadata files, because of which nothing was looked for. */
  readonly problems: readonly Problem[];
  /** One entry for each config file. */
  readonly instances: readonly AdoptedInstance[];
}

/** One config file, in the report. */
export interface AdoptedInstance {
  /** Name of the instance. */
  readonly name: string;
  /** Path of the config file. */
  readonly file: string;
  readonly instanceArn: string;
  /** Everything that the stacks create, and whether it exists. */
  readonly sightings: readonly Sighting[];
  /** Accounts that were not read, and why. */
  readonly unread: readonly string[];
  /** The list for the config; what could not be read stays as the config has it. */
  readonly adopt: List;
  /** True when the config file has the list now; left out without `--write`. */
  readonly written?: boolean;
  /** Why the list was not written. */
  readonly problem?: string;
  /** The next command. */
  readonly next: string;
}

/** Returns the exit code: 0 fine, 1 problems found, 3 something could not be read. */
export function exitCode({ problems, instances }: AdoptReport): number {
  const isRefused = instances.some(
    ({ sightings, problem }) => problem !== undefined || sightings.some(({ blocks }) => blocks),
  );
  if (problems.length > 0 || isRefused) return 1;
  return instances.some(isUnread) ? 3 : 0;
}

/** Tells if something of an instance could not be read. */
export function isUnread({ sightings, unread }: AdoptedInstance): boolean {
  return unread.length > 0 || sightings.some(({ is }) => is === "unread" || is === "failed");
}
