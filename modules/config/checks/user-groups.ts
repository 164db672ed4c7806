import { appearance } from "../../text";
import { SECOND_ROLE } from "./assigned-users";
import { applicationKeys, assigned, isWhole } from "./listed-users";
import { entriesOf, type PartialConfig } from "./partial-config";
import type { ConfigSource, Problem } from "../source";

/** Checks the groups of `usersFrom`, whose members only Terraform knows. */
export function checkUserGroups(source: ConfigSource, config: PartialConfig): Problem[] {
  const first = new Map<string, string>();
  const groups = entriesOf(config.usersFrom).flatMap(({ value, index }) =>
    value.group === undefined ? [] : [{ ...value, group: value.group, index }],
  );
  const problems = groups.flatMap(({ group, index, ...given }) => {
    const path = ["usersFrom", index];
    const known = first.get(appearance(group));
    if (known === undefined) first.set(appearance(group), `usersFrom.${String(index)}`);
    const missing = (["applications", "securityProfiles"] as const).filter(
      (key) => given[key] === undefined && !source.has([...path, key]),
    );
    return [
      ...(known === undefined
        ? []
        : [source.problem([...path, "group"], `is the group of ${known} too; remove one`)]),
      ...(missing.length > 0
        ? [
            source.problem(
              [...path, "group"],
              `has no ${missing.join(" and no ")}; give those of its members`,
            ),
          ]
        : []),
      ...(given.createInIdentityCenter === undefined
        ? []
        : [
            source.problem(
              [...path, "createInIdentityCenter"],
              "has no effect on a group, whose members exist; remove this key",
            ),
          ]),
      ...checkApplications(source, config, { group, index, ...given }),
    ];
  });
  const others = entriesOf(config.usersFrom).filter(
    ({ value }) => value.group === undefined && value.file === undefined,
  );
  return config.maxRemovals === undefined || others.length > 0
    ? problems
    : [
        ...problems,
        ...(groups.length > 0 || config.usersManagedBy === "connect-sso"
          ? []
          : [
              source.problem(
                ["maxRemovals"],
                "has no effect on users whom Terraform manages one by one, only on those of a group in usersFrom; remove this line, and read in the plan who goes",
              ),
            ]),
      ];
}

/** Each member has all of the applications of its group, and so all of their roles. */
function checkApplications(
  source: ConfigSource,
  config: PartialConfig,
  given: {
    readonly group: string;
    readonly index: number;
    readonly applications?: readonly (string | undefined)[] | undefined;
  },
): Problem[] {
  const keys = applicationKeys(source);
  const own = entriesOf(given.applications).filter(({ value }) => keys.includes(value));
  const place = (index: number) => ["usersFrom", given.index, "applications", index];
  const separate = config.roles !== "shared" && !source.has(["roles"]);
  return own.flatMap(({ value: key, index }, position) => {
    const other = own[0]?.value;
    if (separate && position > 0 && other !== key) {
      const message = `is another application of the members, in addition to ${String(other)}, and each has its own role; ${SECOND_ROLE}; keep one application, or set roles: shared`;
      return [source.problem(place(index), message)];
    }
    const { assign } = config.applications?.[key] ?? {};
    const isKnown =
      isWhole(source, assigned(key, "groups"), assign?.groups) && assign !== undefined;
    const isAssigned = entriesOf(assign?.groups).some(
      ({ value }) => appearance(value) === appearance(given.group),
    );
    if (!isKnown || isAssigned) return [];
    const message = `is not assigned to ${given.group}, so its members see no tile through it; add the group to applications.${key}.assign.groups`;
    return [source.problem(place(index), message, "warning")];
  });
}
