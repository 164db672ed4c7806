import { commandLine, howStarted } from "../../../config/invocation";
import type { InstanceSettings } from "../../../config";

/** Fixes for what is not as the federation stack creates it. */
export interface Fixes {
  /** The fix for a resource that exists but differs. */
  readonly differs: string;
  /** Returns the fix for a resource that does not exist, by its kind and name in `adopt`. */
  readonly missing: (
    kind: "samlProviders" | "roles" | "policies" | "rolesWithPolicy",
    name: string,
  ) => string;
}

/** Returns the fixes for an instance: to deploy, and before that to correct what it adopts. */
export function federationFixes({ name, adopt }: InstanceSettings): Fixes {
  const deploy = `deploy ${name}-federation`;
  return {
    differs: deploy,
    missing: (kind, resource) =>
      adopt?.[kind].includes(resource) === true ? `${correctAdopt("it")}, then ${deploy}` : deploy,
  };
}

/** The fix for what the config adopts, although it does not exist. */
export function correctAdopt(what: string): string {
  return `adopt names ${what}, and a deployment fails on what does not exist: run ${commandLine(howStarted(), "adopt", ["--write"])}`;
}
