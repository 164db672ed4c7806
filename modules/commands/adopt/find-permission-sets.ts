import type { InstanceSettings } from "../../config";
import { type Aws, mapped, type Reading } from "../aws";
import { type PermissionSetState, permissionSetProblems, readPermissionSets } from "../check";
import { type Sighting, sighting } from "./sighting";

/** What exists of the permission sets of a config: a preview, which no live account has confirmed. */
export interface FoundPermissionSets {
  readonly sightings: readonly Sighting[];
  /** The permission sets that exist, by name. */
  readonly sets: Reading<ReadonlyMap<string, PermissionSetState>>;
}

/**
 * Looks for the permission sets of a config and their policies.
 *
 * @param center ARN of the Identity Center instance that they are in
 */
export async function findPermissionSets(
  aws: Aws,
  center: Reading<string>,
  settings: InstanceSettings,
): Promise<FoundPermissionSets> {
  const { permissionSets } = settings;
  const sets =
    center.is === "there" ? await readPermissionSets(aws, center.value, settings) : center;
  const sightings = permissionSets.flatMap((set) => {
    const { name } = set;
    const state = stateOf(sets, name);
    const policy = state.is === "there" ? state.value.policy : state;
    const problems =
      state.is === "there"
        ? permissionSetProblems(set, state.value, settings)
        : { own: [], policy: [] };
    const notes = (found: readonly { readonly message: string }[]) => ({
      notes: found.map(({ message }) => message),
    });
    const hasNone = policy.is === "there" && policy.value === undefined;
    return [
      sighting({ kind: "permissionSets", name }, state, ({ arn }) => ({
        id: arn,
        ...notes(problems.own),
      })),
      sighting({ kind: "permissionSetsWithPolicy", name }, hasNone ? MISSING : policy, () =>
        notes(problems.policy),
      ),
    ];
  });
  return { sightings, sets };
}

/** Returns who a permission set is assigned to in the account of the instance: types and IDs. */
export function assignedTo(
  { sets }: FoundPermissionSets,
  name: string,
): Reading<ReadonlySet<string>> {
  const state = stateOf(sets, name);
  if (state.is !== "there") return state;
  return mapped(state.value.assigned, (all) => new Set(all.map(({ type, id }) => `${type} ${id}`)));
}

const MISSING = { is: "missing" } as const;

function stateOf(sets: FoundPermissionSets["sets"], name: string): Reading<PermissionSetState> {
  if (sets.is !== "there") return sets;
  const state = sets.value.get(name);
  return state ? { is: "there", value: state } : MISSING;
}
