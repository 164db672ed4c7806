import { appearance, spelledDifference } from "../../text";
import { assigned } from "./listed-users";
import { applicationsOf, entriesOf, type PartialConfig } from "./partial-config";
import type { ConfigSource, KeyPath, Problem } from "../source";

/** Finds names of groups, profiles and hierarchy groups that look like an earlier one but are spelled otherwise. */
export function checkSpellings(source: ConfigSource, config: PartialConfig): Problem[] {
  const users = entriesOf(config.users).map(
    ({ value, index }) => [value, ["users", index]] as const,
  );
  const groups = [
    ...places(["identityCenter", "createGroups"], config.identityCenter?.createGroups),
    ...applicationsOf(config).flatMap(([key, { assign }]) =>
      places(assigned(key, "groups"), assign?.groups),
    ),
  ];
  const routing = users.flatMap(([{ routingProfile: name }, path]) =>
    name === undefined ? [] : [{ name, path: [...path, "routingProfile"] }],
  );
  const security = users.flatMap(([{ securityProfiles }, path]) =>
    places([...path, "securityProfiles"], securityProfiles),
  );
  const hierarchy = users.flatMap(([{ hierarchyGroup: name }, path]) =>
    name === undefined ? [] : [{ name, path: [...path, "hierarchyGroup"] }],
  );
  return [groups, routing, security, hierarchy].flatMap((names) => otherSpellings(source, names));
}

interface Place {
  readonly name: string;
  readonly path: KeyPath;
}

function places(path: KeyPath, names: readonly (string | undefined)[] | undefined): Place[] {
  return entriesOf(names).map(({ value, index }) => ({ name: value, path: [...path, index] }));
}

function otherSpellings(source: ConfigSource, names: readonly Place[]): Problem[] {
  const first = new Map<string, Place>();
  return names.flatMap((place) => {
    const { name, path } = place;
    const known = first.get(appearance(name));
    if (!known) first.set(appearance(name), place);
    if (!known || known.name === name) return [];
    const message = `looks like ${source.nameOf(known.path)}, but ${spelledDifference(name, known.name)}; AWS takes them for two names; write the same in both places`;
    return [source.problem(path, message)];
  });
}
