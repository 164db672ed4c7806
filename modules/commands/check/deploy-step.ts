import {
  groupsOfTerraform,
  identityCenterOwner,
  type InstanceSettings,
  lateMetadata,
  type NextCommands,
} from "../../config";
import type { Finding } from "./account";

/** A stack that can be deployed, and how. */
interface Deployment {
  readonly stack: NonNullable<Finding["stack"]>;
  readonly name: string;
  /** Command that deploys it, and what that takes. */
  readonly deploy: string;
  /** Account that shows whether it is deployed. */
  readonly owner: string;
  /** Command that compares with that account; left out where only what is missing is found. */
  readonly compare?: string;
}

/** Returns how the stacks of an instance are deployed. */
export function deploymentsOf(settings: InstanceSettings, next: NextCommands) {
  const { name, instance } = settings;
  const deployment = (
    stack: Deployment["stack"],
    owner: string,
    more: string,
    compare?: string,
  ): Deployment => ({
    stack,
    name: `${name}-${stack}`,
    deploy: `${next.deploy(`${name}-${stack}`)}, with credentials of ${owner}${more}`,
    owner,
    ...(compare !== undefined && { compare }),
  });
  const ofInstance = `account ${instance.accountId}`;
  return {
    federation: deployment(
      "federation",
      ofInstance,
      lateMetadata(settings),
      next.compare("profile"),
    ),
    assignments: deployment(
      "assignments",
      identityCenterOwner(settings),
      "",
      next.compare("identity-center-profile"),
    ),
    people:
      groupsOfTerraform(settings).length > 0
        ? [
            deployment(
              "people",
              ofInstance,
              ", and in TF_VAR_identity_center_profile a profile of the account of Identity Center, if that is another",
            ),
          ]
        : [],
  };
}

/**
 * Says what to deploy: all of it without a comparison, or else the first that is not as configured. What
 * could not be read is to be read first.
 *
 * @returns `undefined` when everything is deployed
 */
export function deployStep(
  deployments: readonly Deployment[],
  { adopt }: InstanceSettings,
  { synth }: NextCommands,
  live: readonly Finding[] | undefined,
): string | undefined {
  const all = (some: readonly Deployment[]) =>
    `${synth}, then ${some.map(({ deploy }) => deploy).join("; then ")}`;
  // What exists may have been created by hand.
  if (adopt) {
    return `${all(deployments)}; once that has taken over what exists, remove adopt, then ${synth} again`;
  }
  if (!live) return all(deployments);
  for (const one of deployments) {
    const state = stateOf(one, live);
    if (state === "due") return all([one]);
    if (state === "unread" && one.compare !== undefined) {
      return `${one.compare}, with a profile that may read all of ${one.owner}, shows whether ${one.name} is deployed; if it is not: ${all([one])}`;
    }
  }
  return undefined;
}

/** Tells whether AWS has what a stack creates, if all of that could be read. */
function stateOf({ stack }: Deployment, live: readonly Finding[]): "due" | "unread" | "done" {
  const found = live.filter((finding) => finding.stack === stack);
  const is = (verdict: Finding["verdict"]) => found.some((one) => one.verdict === verdict);
  if (is("error")) return "due";
  if (found.length === 0 || is("unread") || is("failed")) return "unread";
  return is("ok") ? "done" : "due";
}
