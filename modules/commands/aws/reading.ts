/** The result of an attempt to read something. */
export type Reading<T> =
  { readonly is: "there"; readonly value: T } | { readonly is: "missing" } | Unread;

/** Something that could not be read, because a permission is missing or the call failed. */
export interface Unread {
  readonly is: "unread";
  readonly verdict: "unread" | "failed";
  readonly why: string;
}

/** Converts the value of a reading; one without a value stays as it is. */
export function mapped<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return reading.is === "there" ? { is: "there", value: change(reading.value) } : reading;
}
