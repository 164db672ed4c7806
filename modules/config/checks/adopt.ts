import { nearest } from "../../text";
import type { Config } from "../schema";
import {
  type Adoptable,
  adoptable,
  type Adoption,
  groupsOfTerraform,
  type InstanceSettings,
} from "../settings";
import type { ConfigSource, KeyPath, Problem } from "../source";

/** Checks that the list of what exists names only what the stacks of this config create. */
export function checkAdopt(
  source: ConfigSource,
  { adopt }: Config,
  settings: InstanceSettings,
): Problem[] {
  if (typeof adopt !== "object") return [];
  const own = adoptable(settings);
  const { assignments, identityStoreId, ...kinds } = adopt;
  const needsStore = [adopt.groups, adopt.directoryUsers, adopt.memberships].some(
    (ids) => Object.keys(ids).length > 0,
  );
  return [
    ...Object.entries(kinds).flatMap(([kind, listed]) => {
      // Who is a member of a group shows in Identity Center only.
      if (kind === "connectUsers" && groupsOfTerraform(settings).length > 0) return [];
      const known = own[kind as keyof typeof kinds].map((one) =>
        typeof one === "string" ? one : one.name,
      );
      return unknownNames(source, ["adopt", kind], listed, known);
    }),
    ...unknownNames(
      source,
      ["adopt", "assignments"],
      assignments,
      own.assignments.map(({ application }) => application),
    ),
    ...Object.entries(assignments).flatMap(([key, listed]) => {
      const known = own.assignments.filter(({ application }) => application === key);
      if (known.length === 0) return [];
      const names = known.map(({ name }) => name);
      return unknownNames(source, ["adopt", "assignments", key], listed, names);
    }),
    ...withoutArn(source, adopt, own),
    ...(needsStore && identityStoreId === undefined
      ? [
          source.problem(
            ["adopt"],
            "lists groups, users or memberships of Identity Center without identityStoreId, which Terraform needs to import them; set it to the Identity store ID under Settings in the Identity Center console, such as d-1234567890",
          ),
        ]
      : []),
  ];
}

/** Finds permission sets whose ARN Terraform needs to import their policy or assignments. */
function withoutArn(
  source: ConfigSource,
  adopt: Pick<Adoption, "permissionSets" | "permissionSetsWithPolicy" | "assignments">,
  own: Adoptable,
): Problem[] {
  const isMissing = (name: string) =>
    own.permissionSets.includes(name) && !Object.hasOwn(adopt.permissionSets, name);
  const message = (name: string) =>
    `needs the ARN of the permission set, by which Terraform imports it; add ${JSON.stringify(name)} to adopt.permissionSets`;
  const sets = new Map(
    own.assignments.flatMap(({ application, of }) =>
      "permissionSet" in of ? [[application, of.permissionSet] as const] : [],
    ),
  );
  return [
    ...adopt.permissionSetsWithPolicy.flatMap((name, index) =>
      isMissing(name)
        ? [source.problem(["adopt", "permissionSetsWithPolicy", index], message(name))]
        : [],
    ),
    ...Object.keys(adopt.assignments).flatMap((key) => {
      const name = sets.get(key);
      return name !== undefined && isMissing(name)
        ? [source.keyProblem(["adopt", "assignments", key], message(name))]
        : [];
    }),
  ];
}

/** Finds the names in a list, or the keys of a mapping, that are not known. */
function unknownNames(
  source: ConfigSource,
  path: KeyPath,
  listed: readonly string[] | object,
  known: readonly string[],
): Problem[] {
  const message = (name: string) => {
    const guess = nearest(name, known);
    const fix =
      guess === undefined ? "remove it from adopt" : `did you mean ${JSON.stringify(guess)}?`;
    return `is nothing that this config creates, so nothing can be taken over under this name; ${fix}`;
  };
  return Array.isArray(listed)
    ? listed.flatMap((name: string, index) =>
        known.includes(name) ? [] : [source.problem([...path, index], message(name))],
      )
    : Object.keys(listed).flatMap((name) =>
        known.includes(name) ? [] : [source.keyProblem([...path, name], message(name))],
      );
}
