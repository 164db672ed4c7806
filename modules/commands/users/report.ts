import type { Problem } from "../../config";
import { type Change, isMark } from "./changes";
import { type Result, userOf } from "./apply-users";
import type { Action, Left, UsersPlan } from "./plan-users";

/**
 * The report that `connect-sso users plan --json` and `apply --json` write. Releases may add keys, but
 * neither rename nor remove them.
 */
export interface UsersReport {
  /** Errors in the config and metadata files, because of which nothing was read. */
  readonly problems: readonly Problem[];
  /** One entry for each config file. */
  readonly instances: readonly PlannedInstance[];
}

/** One config file, in the report. */
export interface PlannedInstance {
  /** Name of the instance. */
  readonly name: string;
  /** Path of the config file. */
  readonly file: string;
  readonly instanceArn: string;
  /** Why the instance was not read. */
  readonly unread?: string;
  /** What the config must be corrected in before anything is changed: one sentence each. */
  readonly problems: readonly string[];
  /** Why nothing of the plan may be done. */
  readonly refused?: string;
  readonly create: readonly { readonly user: string }[];
  readonly change: readonly { readonly user: string; readonly changes: readonly ShownChange[] }[];
  readonly remove: readonly { readonly user: string; readonly id: string }[];
  /** Users that the config wants, and that are not changed, and why. */
  readonly left: readonly Left[];
  /** Number of users who are as the config has them. */
  readonly kept: number;
  /** Number of requests that the plan takes. */
  readonly requests: number;
  /** What became of each action; left out where nothing was to be changed. */
  readonly results?: readonly Result[];
}

type ShownChange = Omit<Change, "part">;

/** Returns the part of the report that a plan is. */
export function planned(plan: UsersPlan) {
  const { actions, kept, left, refused } = plan;
  const of = <Is extends Action["is"]>(is: Is) =>
    actions.filter((one): one is Extract<Action, { is: Is }> => one.is === is);
  return {
    create: of("create").map((one) => ({ user: userOf(one) })),
    change: of("change").map((one) => ({
      user: userOf(one),
      changes: one.changes
        .filter((change) => !isMark(change))
        .map(({ what, from, to }) => ({ what, from, to })),
    })),
    remove: of("remove").map((one) => ({ user: userOf(one), id: one.existing.id })),
    left,
    kept,
    ...(refused !== undefined && { refused }),
    requests: actions.reduce((sum, one) => sum + requestsOf(one), 0),
  };
}

/** Returns the number of requests that an action takes. */
export function requestsOf(action: Action): number {
  switch (action.is) {
    case "create":
      return 1;
    case "change": {
      const parts = new Set(action.changes.map(({ part }) => part));
      // The identity is read first, and a user who is removed too.
      return parts.size + (parts.has("identity") ? 1 : 0);
    }
    case "remove":
      return 2;
  }
}

/** Tells if nothing of an instance may be changed. */
export function isBlocked({ unread, problems, refused }: PlannedInstance): boolean {
  return unread !== undefined || problems.length > 0 || refused !== undefined;
}

/** Returns the exit code: 0 fine, 1 problems found, 3 something could not be read. */
export function exitCode({ problems, instances }: UsersReport): number {
  const hasProblem = instances.some(
    ({ problems: own, refused, left, results = [] }) =>
      own.length > 0 ||
      refused !== undefined ||
      left.length > 0 ||
      results.some(({ result }) => result !== "done"),
  );
  if (problems.length > 0 || hasProblem) return 1;
  return instances.some(({ unread }) => unread !== undefined) ? 3 : 0;
}
