import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import { tagCountProblem, tagKeyProblem, tagValueProblem } from "../../aws/iam";
import { appearance, spelledDifference, twins } from "../../text";
import { labelOf } from "./label";

/** Lists the problems that a rule finds in a property's value. Terraform and AWS check tokens. */
export function valueProblems<T extends string | number>(
  property: string,
  value: T | undefined,
  problemOf: (value: T) => string | undefined,
): string[] {
  if (value === undefined || Token.isUnresolved(value)) return [];
  const problem = problemOf(value);
  const given = typeof value === "string" ? JSON.stringify(value) : String(value);
  return problem === undefined ? [] : [`${property}: ${given} ${problem}`];
}

/** Lists the problems that a rule finds in the values of a list, and values that are listed twice. */
export function listProblems(
  scope: IConstruct,
  property: string,
  values: readonly string[] = [],
  problemOf: (value: string) => string | undefined,
): string[] {
  return [
    ...[...new Set(values)].flatMap((value) => valueProblems(property, value, problemOf)),
    ...twins(values, (value) => value).map(
      ({ item }) =>
        `${property}: ${JSON.stringify(labelOf(item, scope))} is listed twice; remove one`,
    ),
  ];
}

/** A name, and the property that has it. */
interface NamedPlace {
  readonly property: string;
  readonly name: string;
}

/** Returns the names of a list with their property. Tokens are left out. */
export function namesAt(property: string, names: readonly string[] | undefined): NamedPlace[] {
  return (names ?? []).flatMap((name) => (Token.isUnresolved(name) ? [] : [{ property, name }]));
}

/** Lists the names that look like an earlier one but are spelled otherwise. */
export function spellingProblems(places: readonly NamedPlace[]): string[] {
  return twins(places, ({ name }) => appearance(name)).flatMap(
    ({ item: { property, name }, first }) =>
      name === first.name
        ? []
        : [
            `${property}: ${JSON.stringify(name)} looks like a name in ${first.property}, but ${spelledDifference(name, first.name)}; AWS takes them for two names; write the same in both places`,
          ],
  );
}

/** Lists the keys of an object that a rule treats as the same as an earlier key. */
export function twinProblems(
  property: string,
  values: object | undefined,
  problemsOf: (keys: readonly string[]) => ReadonlyMap<string, string>,
): string[] {
  const problems = [...problemsOf(Object.keys(values ?? {}))];
  return problems.map(([key, problem]) => `${property}: ${JSON.stringify(key)} ${problem}`);
}

/** Lists the problems of each tag, and of the number of tags. */
export function tagProblems(tags: Readonly<Record<string, string>> | undefined): string[] {
  if (tags === undefined || Token.isUnresolved(tags)) return [];
  const ofCount = tagCountProblem(Object.keys(tags).length);
  return [
    ...Object.entries(tags).flatMap(([key, value]) => [
      ...valueProblems("tags", key, tagKeyProblem),
      ...valueProblems(`tags.${key}`, value, tagValueProblem),
    ]),
    ...(ofCount === undefined ? [] : [`tags: ${ofCount}`]),
  ];
}
