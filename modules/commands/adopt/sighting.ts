import type { Adoptable } from "../../config";
import type { Unread } from "../aws";
import { unread } from "../check";

/** One thing that the stacks of a config create, and whether it exists already. */
export interface Sighting {
  /** Kind of the thing, as its key in `adopt`. */
  readonly kind: keyof Adoptable;
  /** Name of the thing, as in `adopt`. */
  readonly name: string;
  /** Key of the application that an assignment belongs to. */
  readonly application?: string;
  readonly is: "exists" | "missing" | "unread" | "failed";
  /** ID that AWS has assigned; left out where the name is enough. */
  readonly id?: string;
  /** True when it differs in what only a replacement changes, so that the config must follow it. */
  readonly blocks?: boolean;
  /** How it differs from the config, or why it could not be read: one sentence each. */
  readonly notes: readonly string[];
}

/** Makes the sighting of a thing that exists, does not exist, or could not be read. */
export function sighting<T>(
  about: Pick<Sighting, "kind" | "name" | "application">,
  reading: Unread | { readonly is: "missing" } | { readonly is: "there"; readonly value: T },
  there: (value: T) => Partial<Pick<Sighting, "id" | "notes" | "blocks">> = () => ({}),
): Sighting {
  switch (reading.is) {
    case "there":
      return { ...about, is: "exists", notes: [], ...there(reading.value) };
    case "missing":
      return { ...about, is: "missing", notes: [] };
    case "unread":
      return { ...about, is: reading.verdict, notes: [unread(reading).message] };
  }
}

const KINDS = {
  samlProviders: "SAML provider",
  roles: "role",
  policies: "policy",
  rolesWithPolicy: "policy in role",
  connectUsers: "Amazon Connect user",
  groups: "group",
  directoryUsers: "Identity Center user",
  memberships: "membership",
  permissionSets: "permission set",
  permissionSetsWithPolicy: "policy in permission set",
  assignments: "assignment",
} as const satisfies Record<keyof Adoptable, string>;

/** Names a thing for people: `role AmazonConnectAgentAccessRole`. */
export function subject({ kind, name, application }: Sighting): string {
  return `${KINDS[kind]} ${name}${application === undefined ? "" : ` to ${application}`}`;
}
