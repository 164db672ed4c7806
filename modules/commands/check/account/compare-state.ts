import { commandLine, howStarted } from "../../../config/invocation";
import type { InstanceSettings } from "../../../config";
import type { Existing } from "./existing";
import { type Finding, warning } from "./finding";
import { localState } from "./state";

/** What a state shows: the stack that makes it, the type in Terraform, and the word for it. */
const KINDS = {
  samlProviders: ["federation", "aws_iam_saml_provider", "SAML provider"],
  roles: ["federation", "aws_iam_role", "role"],
  policies: ["federation", "aws_iam_policy", "policy"],
  connectUsers: ["federation", "aws_connect_user", "Amazon Connect user"],
  groups: ["assignments", "aws_identitystore_group", "group"],
  directoryUsers: ["assignments", "aws_identitystore_user", "Identity Center user"],
  memberships: ["assignments", "aws_identitystore_group_membership", "membership"],
  permissionSets: ["assignments", "aws_ssoadmin_permission_set", "permission set"],
  assignments: ["assignments", "aws_ssoadmin_application_assignment", "assignment"],
  groupUsers: ["people", "aws_connect_user", "Amazon Connect user"],
} as const satisfies Record<Existing["kind"], readonly string[]>;

/**
 * Finds what exists although Terraform has not made it, as far as the state on this machine shows: a
 * deployment would fail on it, and a destruction leave it. What the config adopts is left out.
 */
export function compareState(settings: InstanceSettings, existing: readonly Existing[]): Finding[] {
  return (["federation", "assignments", "people"] as const).flatMap((part) => {
    const stack = `${settings.name}-${part}`;
    const state = localState(settings.backend, stack);
    if (!state) return [];
    const others = existing
      .filter(({ kind }) => KINDS[kind][0] === part)
      .filter((one) => !isAdopted(settings, one))
      .filter(({ kind, identity }) => !state.resources.has(`${KINDS[kind][1]} ${identity}`))
      .map(called);
    if (others.length === 0) return [];
    const [verb, them] =
      others.length === 1 ? ["exists, and is", "it"] : ["exist, and are", "them"];
    const what = `${others.join(", ")} ${verb} not made by Terraform as far as`;
    const otherwise = `a deployment fails, and terraform destroy leaves ${them}`;
    const adopt = `run ${commandLine(howStarted(), "adopt", ["--write"])} first`;
    const message = state.exists
      ? `${what} the state in ${state.file} shows, so ${otherwise}; ${adopt}`
      : `${what} is known here, where there is no ${state.file}; if another machine or output folder (CDKTF_OUTDIR) has the state, use that; if none has, ${otherwise}: ${adopt}`;
    return [{ subject: `stack ${stack}`, ...warning(message) }];
  });
}

function called({ kind, name, application }: Existing): string {
  return `${KINDS[kind][2]} ${name}${application === undefined ? "" : ` to ${application}`}`;
}

function isAdopted({ adopt }: InstanceSettings, { kind, name, application }: Existing): boolean {
  if (!adopt) return false;
  const adopted =
    application === undefined
      ? adopt[kind === "groupUsers" ? "connectUsers" : kind]
      : (adopt.assignments[application] ?? {});
  return Array.isArray(adopted) ? adopted.includes(name) : Object.hasOwn(adopted, name);
}
