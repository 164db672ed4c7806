import { callFailure, isAnswered } from "../aws";
import { Stopped } from "./calls";
import type { ChangesUsers } from "./change-user";
import type { Change, Part } from "./changes";
import type { Action } from "./plan-users";
import { OWNER_TAG } from "./tags";

/** What became of one action. */
export interface Result {
  readonly action: Action["is"];
  /** Name of the user. */
  readonly user: string;
  /**
   * - `done`: as the plan says
   * - `failed`: not, or not wholly; the reason says why
   * - `skipped`: not begun, as somebody asked to stop, or as it could not succeed
   */
  readonly result: "done" | "failed" | "skipped";
  readonly id?: string;
  /** The values that were changed. */
  readonly changes?: readonly Change[];
  readonly why?: string;
}

/** What the work is done with. */
export interface Work {
  readonly users: ChangesUsers;
  /** Name of the instance in the config, which is the value of the tag. */
  readonly owner: string;
  readonly stop: AbortSignal;
  /** Is told what is being done: the number of the action, from 0, and its user. */
  readonly tell: (index: number, user: string) => void;
  /** Is given each result as soon as it is known. */
  readonly log: (result: Result) => void;
}

/** Returns the name of the user that an action is about. */
export function userOf(action: Action): string {
  return action.is === "remove" ? action.existing.name : action.wanted.name;
}

/**
 * Does the actions of a plan one by one. A user for whom a call fails does not stop the others, unless the
 * same would fail for them.
 */
export async function applyUsers(actions: readonly Action[], work: Work): Promise<Result[]> {
  const results: Result[] = [];
  const hopeless = new Map<Action["is"] | "all", string>();
  for (const [index, action] of actions.entries()) {
    const about = { action: action.is, user: userOf(action) };
    const why = work.stop.aborted ? "stopped" : (hopeless.get("all") ?? hopeless.get(action.is));
    let result: Result;
    if (why !== undefined) result = { ...about, result: "skipped", why };
    else {
      work.tell(index, about.user);
      result = { ...about, ...(await attempt(action, work, hopeless)) };
    }
    work.log(result);
    results.push(result);
  }
  return results;
}

type Outcome = Omit<Result, "action" | "user">;

async function attempt(
  action: Action,
  work: Work,
  hopeless: Map<Action["is"] | "all", string>,
): Promise<Outcome> {
  const done: Change[] = [];
  const changes = action.is === "change" ? { id: action.existing.id, changes: done } : {};
  try {
    switch (action.is) {
      case "create":
        return await create(action, work);
      case "change":
        await change(action, work, done);
        return { ...changes, result: "done" };
      case "remove":
        return await remove(action, work);
    }
  } catch (error) {
    if (error instanceof Stopped) {
      return done.length === 0
        ? { result: "skipped", why: "stopped" }
        : { ...changes, result: "failed", why: "stopped before all of it was done" };
    }
    if (!isAnswered(error) || isOfCredentials(error)) {
      hopeless.set("all", "not tried, as an earlier call failed for a reason that lasts");
    } else if (/^(AccessDenied|LimitExceeded)/.test(error.name)) {
      hopeless.set(action.is, `not tried, as AWS answered ${error.name} to an earlier call`);
    }
    return { ...changes, result: "failed", why: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if ((error as Error).name === "ResourceNotFoundException") {
    return "the user, or what it refers to, was deleted in the meantime; plan again";
  }
  const { why, fix } = callFailure(error);
  return fix === undefined ? why : `${why}; ${fix}`;
}

function isOfCredentials({ name }: Error): boolean {
  return /^(ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch)/.test(
    name,
  );
}

async function create(
  { wanted }: Extract<Action, { is: "create" }>,
  { users, owner }: Work,
): Promise<Outcome> {
  try {
    const id = await users.create(wanted);
    return { result: "done", ...(id !== undefined && { id }) };
  } catch (error) {
    if ((error as Error).name !== "DuplicateResourceException") throw error;
  }
  // An earlier request, whose answer was lost, or somebody else has created it.
  const ids = await users.ids();
  const id = ids.get(wanted.name);
  const tags = id === undefined ? {} : await users.tags(id);
  if (id !== undefined && tags[OWNER_TAG] === owner) return { result: "done", id };
  return { result: "failed", why: duplicate(wanted.name, [...ids.keys()]) };
}

function duplicate(name: string, names: readonly string[]): string {
  if (names.includes(name)) {
    return `somebody else has created the user, without the tag ${OWNER_TAG}; plan again`;
  }
  const twin = names.find((one) => one.toLowerCase() === name.toLowerCase());
  return twin === undefined
    ? "Amazon Connect says that the user exists, and does not list it; plan again in a few minutes"
    : `Amazon Connect has the user ${twin}, with different upper and lower case; make the names the same`;
}

/** Tags come last: until then, the next run sees what is left to do. */
const ORDER: readonly Part[] = [
  "identity",
  "phone",
  "routing",
  "security",
  "hierarchy",
  "untag",
  "tags",
];

async function change(
  { wanted, existing, changes }: Extract<Action, { is: "change" }>,
  { users }: Work,
  done: Change[],
): Promise<void> {
  for (const part of ORDER) {
    const own = changes.filter((one) => one.part === part);
    if (own.length === 0) continue;
    await users.change(part, existing, wanted);
    done.push(...own);
  }
}

/** The tag is read again first: a deletion cannot be undone. */
async function remove(
  { existing: { id } }: Extract<Action, { is: "remove" }>,
  { users, owner }: Work,
): Promise<Outcome> {
  try {
    const tags = await users.tags(id);
    if (tags[OWNER_TAG] !== owner) {
      const why = `the user no longer has the tag ${OWNER_TAG}, and belongs to somebody else; plan again`;
      return { result: "failed", id, why };
    }
    await users.remove(id);
  } catch (error) {
    if ((error as Error).name !== "ResourceNotFoundException") throw error;
  }
  return { result: "done", id };
}
