import type { InstanceSettings } from "../../../config";

/** What to do where the account is not as the federation stack makes it. */
export interface Fixes {
  /** Of what is there, but otherwise. */
  readonly differs: string;
  /** Of what is missing: by what it is, since a deployment with adopt imports it, or fails. */
  readonly missing: Readonly<Record<"provider" | "role" | "policy" | "attachment", string>>;
}

export function federationFixes({ name, adopt, roles }: InstanceSettings): Fixes {
  const deploy = `deploy ${name}-federation`;
  if (!adopt) {
    const missing = { provider: deploy, role: deploy, policy: deploy, attachment: deploy };
    return { differs: deploy, missing };
  }
  const only = "adopt takes over only what exists";
  const make = `${only}: make it by hand`;
  const own = `${make}, or leave its application out until that is over`;
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
