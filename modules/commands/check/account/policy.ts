import { shortened } from "../../../text";

/** The elements in which a policy differs from the one that is wanted. */
export interface PolicyDifference {
  /** Missing elements: `Condition.StringEquals.SAML:aud: https://signin.aws.amazon.com/saml`. */
  readonly lacks: readonly string[];
  /** Elements that are not wanted, in the same form. */
  readonly has: readonly string[];
  /** True when all elements are there, but grouped in different statements. */
  readonly regrouped: boolean;
}

interface Element {
  /** Equal for two elements that mean the same to IAM. */
  readonly id: string;
  readonly shown: string;
}

/**
 * Compares two policies by their meaning. The order of statements, keys and lists does not count, nor
 * do `Sid` and `Id`, and a list with one item equals that item.
 *
 * @returns `undefined` when they mean the same
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function policyDifference(wanted: object, found: unknown): PolicyDifference | undefined {
  const [a, b] = [statements(wanted), statements(found)];
  if (identity(a) === identity(b)) return undefined;
  const has = beyond(b.flat(), a.flat());
  const lacks = beyond(a.flat(), b.flat());
  return { lacks, has, regrouped: has.length === 0 && lacks.length === 0 };
}

function identity(all: readonly (readonly Element[])[]): string {
  return JSON.stringify(
    [...new Set(all.map((one) => JSON.stringify(one.map(({ id }) => id))))].sort(),
  );
}

/** Returns the elements that only the first list has. */
function beyond(these: readonly Element[], those: readonly Element[]): string[] {
  const known = new Set(those.map(({ id }) => id));
  return [...new Set(these.filter(({ id }) => !known.has(id)).map(({ shown }) => shown))];
}

/** Returns the sorted elements of each statement, with the policy's version among them. */
function statements(policy: unknown): Element[][] {
  const { Version = "2008-10-17", Statement } = isObject(policy) ? policy : {};
  return [Statement ?? []].flat().map((statement) => {
    const said = isObject(statement) ? statement : { Statement: statement };
    return elements({ ...said, Version, Sid: [] }, []).sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

/** Levels that a policy has at most; IAM takes fewer. */
const DEPTH = 20;
/** Characters of a value that are shown. */
const SHOWN = 200;

function elements(value: unknown, path: readonly string[], depth = 0): Element[] {
  if (depth > DEPTH) return elements("nested deeper than a policy can be", path);
  if (Array.isArray(value)) return value.flatMap((one) => elements(one, path, depth + 1));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, one]) => elements(one, [...path, key], depth + 1));
  }
  const text = String(value);
  const [element = ""] = path;
  // IAM ignores upper and lower case in actions, condition operators and condition keys.
  const folds = /^(Not)?Action$/.test(element);
  const place = path.join(".");
  const placeId = element === "Condition" ? place.toLowerCase() : place;
  return [
    {
      id: `${placeId}: ${folds ? text.toLowerCase() : text}`,
      shown: shortened(`${place}: ${text}`, SHOWN),
    },
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
