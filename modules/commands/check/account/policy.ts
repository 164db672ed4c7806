/** What tells two policies apart; empty when they say the same. */
export interface PolicyDifference {
  /** `Condition.StringEquals.SAML:aud: https://signin.aws.amazon.com/saml` */
  readonly lacks: readonly string[];
  readonly has: readonly string[];
  /** Whether all elements are there, but in other statements. */
  readonly regrouped: boolean;
}

interface Element {
  /** Equal for two elements that IAM takes for the same. */
  readonly id: string;
  readonly shown: string;
}

/**
 * Compares two policies by what they say: the order of statements, keys and lists does not matter,
 * nor whether a list of one stands as text, nor `Sid` and `Id`.
 *
 * @returns `undefined` when they say the same
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

/** Elements of the one that the other has not. */
function beyond(these: readonly Element[], those: readonly Element[]): string[] {
  const known = new Set(those.map(({ id }) => id));
  return [...new Set(these.filter(({ id }) => !known.has(id)).map(({ shown }) => shown))];
}

/** Each statement as its elements in one order, with the policy's version among them. */
function statements(policy: unknown): Element[][] {
  const { Version = "2008-10-17", Statement } = isObject(policy) ? policy : {};
  return [Statement ?? []].flat().map((statement) => {
    const said = isObject(statement) ? statement : { Statement: statement };
    return elements({ ...said, Version, Sid: [] }, []).sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

function elements(value: unknown, path: readonly string[]): Element[] {
  if (Array.isArray(value)) return value.flatMap((one) => elements(one, path));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, one]) => elements(one, [...path, key]));
  }
  const text = String(value);
  const [element = ""] = path;
  // IAM tells no cases apart in actions, condition operators and condition keys.
  const folds = /^(Not)?Action$/.test(element);
  const place = path.join(".");
  const placeId = element === "Condition" ? place.toLowerCase() : place;
  return [{ id: `${placeId}: ${folds ? text.toLowerCase() : text}`, shown: `${place}: ${text}` }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
