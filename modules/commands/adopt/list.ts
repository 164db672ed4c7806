import type { Adoption } from "../../config";
import type { Sighting } from "./sighting";

/** The value of `adopt`, without the kinds of which nothing exists. */
export type List = Partial<Adoption>;

const NAMES = ["samlProviders", "roles", "policies", "rolesWithPolicy"] as const;
const IDS = ["groups", "directoryUsers", "memberships"] as const;

/**
 * Lists what exists. What could not be read stays as the config has it.
 *
 * @param before what the config adopts
 */
export function listOf(
  sightings: readonly Sighting[],
  identityStoreId: string | undefined,
  before: Adoption | undefined,
): List {
  const isUnread = (kind: keyof Adoption, name: string, application?: string) =>
    !sightings.some(
      (one) =>
        one.kind === kind &&
        one.name === name &&
        one.application === application &&
        (one.is === "exists" || one.is === "missing"),
    );
  const names = (kind: (typeof NAMES)[number] | "permissionSetsWithPolicy") => [
    ...found(sightings, kind).map(({ name }) => name),
    ...(before?.[kind] ?? []).filter((name) => isUnread(kind, name)),
  ];
  const ids = (
    kind: "connectUsers" | "permissionSets" | "assignments" | (typeof IDS)[number],
    kept: Readonly<Record<string, string>> = {},
    application?: string,
  ) =>
    Object.fromEntries([
      ...found(sightings, kind)
        .filter((one) => one.application === application)
        .map(({ name, id = "" }) => [name, id] as const),
      ...Object.entries(kept).filter(([name]) => isUnread(kind, name, application)),
    ]);
  const applications = new Set([
    ...sightings.flatMap(({ application }) => application ?? []),
    ...Object.keys(before?.assignments ?? {}),
  ]);
  const assignments = Object.fromEntries(
    [...applications]
      .map((key) => [key, ids("assignments", before?.assignments[key], key)] as const)
      .filter(([, own]) => Object.keys(own).length > 0),
  );
  const inStore = IDS.map((kind) => [kind, ids(kind, before?.[kind])] as const);
  const store = inStore.some(([, own]) => Object.keys(own).length > 0)
    ? (identityStoreId ?? before?.identityStoreId)
    : undefined;
  const list = {
    ...Object.fromEntries(NAMES.map((kind) => [kind, names(kind)])),
    connectUsers: ids("connectUsers", before?.connectUsers),
    ...(store !== undefined && { identityStoreId: store }),
    ...Object.fromEntries(inStore),
    permissionSets: ids("permissionSets", before?.permissionSets),
    permissionSetsWithPolicy: names("permissionSetsWithPolicy"),
    assignments,
  };
  return Object.fromEntries(
    Object.entries(list).filter(([, value]) => Object.keys(value).length > 0),
  );
}

function found(sightings: readonly Sighting[], kind: Sighting["kind"]): readonly Sighting[] {
  return sightings.filter((one) => one.kind === kind && one.is === "exists");
}
