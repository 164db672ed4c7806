import { commandLine, howStarted } from "../../../config/invocation";
import { adoptable, type InstanceSettings } from "../../../config";
import type { Reading } from "../../aws";
import type { ExpectedFederation } from "./expected";
import { type Finding, warning } from "./finding";
import type { DirectoryState } from "./read-directory";
import type { IamState } from "./read-iam";
import { localState } from "./state";

/** What a state shows by name, by its key in `adopt`: the stack, the type in Terraform, the word for it. */
const KINDS = {
  samlProviders: ["federation", "aws_iam_saml_provider", "SAML provider"],
  roles: ["federation", "aws_iam_role", "role"],
  policies: ["federation", "aws_iam_policy", "policy"],
  connectUsers: ["federation", "aws_connect_user", "Amazon Connect user"],
  groups: ["assignments", "aws_identitystore_group", "group"],
  directoryUsers: ["assignments", "aws_identitystore_user", "Identity Center user"],
} as const;

type Kind = keyof typeof KINDS;

/**
 * Finds what exists although Terraform has not made it, as far as the state on this machine shows: a
 * deployment would fail on it. What the config adopts is left out.
 */
export function compareState(
  settings: InstanceSettings,
  existing: Readonly<Record<Kind, readonly string[]>>,
): Finding[] {
  const own = adoptable(settings);
  return (["federation", "assignments"] as const).flatMap((part) => {
    const stack = `${settings.name}-${part}`;
    const state = localState(settings.backend, stack);
    if (!state) return [];
    const others = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
      const [owner, type, what] = KINDS[kind];
      return existing[kind]
        .filter((name) => owner === part && own[kind].includes(name))
        .filter((name) => !isAdopted(settings, kind, name))
        .filter((name) => !state.resources.has(`${type} ${name}`))
        .map((name) => `${what} ${name}`);
    });
    if (others.length === 0) return [];
    const verb = others.length === 1 ? "exists, and is" : "exist, and are";
    const message = `${others.join(", ")} ${verb} not made by Terraform as far as the state in ${state.file} shows, so a deployment fails; run ${commandLine(howStarted(), "adopt")} first`;
    return [{ subject: `stack ${stack}`, ...warning(message) }];
  });
}

function isAdopted({ adopt }: InstanceSettings, kind: Kind, name: string): boolean {
  const adopted = adopt?.[kind] ?? [];
  return Array.isArray(adopted) ? adopted.includes(name) : Object.hasOwn(adopted, name);
}

/** Lists the names of what exists in both accounts, as far as it was read. */
export function existingNames(
  { samlProviders, permission }: ExpectedFederation,
  iam: IamState,
  connectUsers: Reading<readonly string[]>,
  directory: DirectoryState | undefined,
): Readonly<Record<Kind, readonly string[]>> {
  const isManaged = "policy" in iam.permission && iam.permission.policy.is === "there";
  const groups = directory?.groups;
  const users = directory?.users;
  return {
    samlProviders: samlProviders
      .filter(({ arn }) => iam.samlProviders.get(arn)?.is === "there")
      .map(({ name }) => name),
    roles: [...iam.roles].filter(([, role]) => role.is === "there").map(([name]) => name),
    policies: isManaged ? [permission.name] : [],
    connectUsers: connectUsers.is === "there" ? connectUsers.value : [],
    groups: groups?.is === "there" ? [...groups.value.values()] : [],
    directoryUsers:
      users?.is === "there" ? [...users.value.values()].map(({ userName }) => userName) : [],
  };
}
