import type { InstanceSettings } from "../../config";
import type { SignInEvent } from "./event";

/** A person, by every name that AWS may have recorded. */
export interface Person {
  /** The name that was asked for. */
  readonly asked: string;
  /** The name that was asked for, and the other names of the person, as far as they are known. */
  readonly names: readonly string[];
}

/** Returns the person with a name: user name in Connect or in Identity Center, or e-mail address. */
export function personNamed(asked: string, instances: readonly InstanceSettings[]): Person {
  const own = instances
    .flatMap(({ users }) => users)
    .map(({ connectUserName, email, userName }) => [connectUserName, email, userName ?? email])
    .filter((names) => names.includes(asked));
  return { asked, names: [...new Set([asked, ...own.flat()])] };
}

/**
 * Adds the names that AWS has recorded together with one of the person: the subject of a SAML response
 * and its role session name, by which Amazon Connect knows the person.
 */
export function withRecordedNames(person: Person, events: readonly SignInEvent[]): Person {
  const own = events.filter((event) => ownerOf(event, person).owner === "own");
  const recorded = own.flatMap(({ names }) => names);
  return { ...person, names: [...new Set([...person.names, ...recorded])] };
}

/**
 * Whose event it is:
 *
 * - `own`: it has a name of the person
 * - `twin`: it has such a name with different upper and lower case
 * - `unnamed`: it has no name
 * - `other`: it has only other names
 */
export type Owner = "own" | "twin" | "unnamed" | "other";

/** Tells whose event it is, and which name says so. Amazon Connect distinguishes upper and lower case. */
export function ownerOf(
  { names }: SignInEvent,
  person: Person,
): { readonly owner: Owner; readonly name?: string } {
  if (names.length === 0) return { owner: "unnamed" };
  const own = names.find((name) => person.names.includes(name));
  if (own !== undefined) return { owner: "own", name: own };
  const folded = person.names.map((name) => name.toLowerCase());
  const twin = names.find((name) => folded.includes(name.toLowerCase()));
  return twin === undefined ? { owner: "other" } : { owner: "twin", name: twin };
}
