import type { InstanceSettings } from "../../../config";

/** Fixes for what is not as the federation stack creates it. */
export interface Fixes {
  /** The fix for a resource that exists but differs. */
  readonly differs: string;
  /** Fixes by kind of missing resource: a deployment with adopt imports each one, and fails on a missing one. */
  readonly missing: Readonly<Record<"provider" | "role" | "policy" | "attachment", string>>;
}

/** Returns the fixes for an instance: to deploy, or with adopt to create by hand first. */
export function federationFixes({ name, adopt, roles }: InstanceSettings): Fixes {
  const deploy = `deploy ${name}-federation`;
  if (!adopt) {
    const missing = { provider: deploy, role: deploy, policy: deploy, attachment: deploy };
    return { differs: deploy, missing };
  }
  const only = "adopt takes over only what exists";
  const make = `${only}: create it by hand`;
  const own = `${make}, or leave its application out until the adoption is done`;
  return {
    differs: deploy,
    missing: {
      provider: own,
      role: roles.kind === "shared" ? make : own,
      policy: make,
      attachment: `${only}: attach it by hand`,
    },
  };
}
