/** Error for an answer that has something else than what AWS documents. */
export class UnexpectedAnswer extends Error {}

/** Returns a text of an answer, which is never empty. */
export function textIn(value: unknown, name: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw undocumented(`${name} ${isAbsent(value) ? "is missing" : "is not text"}`);
}

/** Returns a text of an answer that AWS may leave out. */
export function optionalText(value: unknown, name: string): string | undefined {
  return isAbsent(value) ? undefined : textIn(value, name);
}

/** Returns a number of an answer. */
export function numberIn(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw undocumented(`${name} ${isAbsent(value) ? "is missing" : "is not a number"}`);
}

/** Returns a truth value of an answer. */
export function booleanIn(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  throw undocumented(`${name} ${isAbsent(value) ? "is missing" : "is neither true nor false"}`);
}

/** Returns a list of objects of an answer; a list that is left out is empty. */
export function listIn<T extends object>(value: readonly T[] | undefined): readonly T[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) throw undocumented("a list is expected, but there is none");
  const objects = value as readonly T[];
  if (objects.every(isObject)) return objects;
  throw undocumented("a list has entries that are not objects");
}

function undocumented(detail: string): UnexpectedAnswer {
  return new UnexpectedAnswer(`the answer is not as AWS documents it: ${detail}`);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
