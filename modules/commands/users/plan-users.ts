import { changesOf, type Change } from "./changes";
import { OWNER_TAG } from "./tags";
import type { ExistingUser, WantedUser } from "./user";

/** One user to create, change or remove. */
export type Action =
  | { readonly is: "create"; readonly wanted: WantedUser }
  | {
      readonly is: "change";
      readonly wanted: WantedUser;
      readonly existing: ExistingUser;
      readonly changes: readonly Change[];
    }
  | { readonly is: "remove"; readonly existing: ExistingUser };

/** A user that the config wants, and that is not changed, and why. */
export interface Left {
  readonly name: string;
  readonly why: string;
}

/** What leads from the users of an instance to those of a config. */
export interface UsersPlan {
  /** Creations first, then changes, then removals. */
  readonly actions: readonly Action[];
  /** Number of users who are as the config has them. */
  readonly kept: number;
  readonly left: readonly Left[];
  /** Why nothing of the plan may be done. */
  readonly refused?: string;
}

/** The bound of removals, in one run: a tenth of the users that belong to the config, at least five. */
const REMOVALS = { share: 0.1, least: 5 };

/** What a plan is made from. */
export interface PlanInput {
  /** Name of the instance in the config, which is the value of the tag. */
  readonly owner: string;
  readonly wanted: readonly WantedUser[];
  /** Every user of the instance. */
  readonly existing: readonly ExistingUser[];
  /** Whether users without the tag become users of the config when it has their names. */
  readonly takeOver: boolean;
  /**
   * Number of users that one run may remove.
   *
   * @default - a tenth of the users of the config, at least five
   */
  readonly maxRemovals?: number;
}

/** Compares the users of a config with those of its instance. */
export function planUsers(input: PlanInput): UsersPlan {
  const { owner, wanted, existing, takeOver } = input;
  const byName = new Map(existing.map((user) => [user.name, user]));
  const byId = new Map(existing.map((user) => [user.id, user]));
  const create: Action[] = [];
  const change: Action[] = [];
  const left: Left[] = [];
  const claimed = new Set<string>();
  let kept = 0;
  for (const user of wanted) {
    const found = user.id === undefined ? byName.get(user.name) : byId.get(user.id);
    if (found) claimed.add(found.id);
    const why = whyLeft(user, found, { owner, takeOver });
    if (why !== undefined) left.push({ name: user.name, why });
    else if (!found) create.push({ is: "create", wanted: user });
    else {
      const changes = changesOf(user, found, owner);
      if (changes.length === 0) kept += 1;
      else change.push({ is: "change", wanted: user, existing: found, changes });
    }
  }
  const owned = existing.filter(({ tags }) => tags[OWNER_TAG] === owner);
  const remove = owned
    .filter(({ id }) => !claimed.has(id))
    .map((user) => ({ is: "remove", existing: user }) as const);
  const refused = tooManyRemovals(remove.length, owned.length, input.maxRemovals);
  return {
    actions: [...create, ...change, ...remove],
    kept,
    left,
    ...(refused !== undefined && { refused }),
  };
}

function whyLeft(
  wanted: WantedUser,
  found: ExistingUser | undefined,
  { owner, takeOver }: Pick<PlanInput, "owner" | "takeOver">,
): string | undefined {
  if (!found) {
    return wanted.id === undefined
      ? undefined
      : `there is no user with the ID ${wanted.id}; remove connectUserId, so that the user is created`;
  }
  if (found.name !== wanted.name) {
    return `the user with the ID ${found.id} has the name ${found.name}, and a name cannot be changed; correct connectUserId`;
  }
  const tag = found.tags[OWNER_TAG];
  if (tag === owner) return undefined;
  if (tag !== undefined) {
    return `the user belongs to the config ${tag}, as the tag ${OWNER_TAG} says; remove the user from one of the two configs`;
  }
  return takeOver || wanted.id !== undefined
    ? undefined
    : `the user exists without the tag ${OWNER_TAG}, so somebody else manages it; --take-over makes it a user of this config`;
}

function tooManyRemovals(
  removals: number,
  owned: number,
  most = Math.max(REMOVALS.least, Math.floor(owned * REMOVALS.share)),
): string | undefined {
  return removals <= most
    ? undefined
    : `${String(removals)} of the ${String(owned)} users of this config would be removed, and at most ${String(most)} may be in one run; make sure that the list of users is whole, and raise the bound with --max-removals ${String(removals)} where it is`;
}
