import type { Reading } from "./finding";

/** Converts the value of a reading; one without a value stays as it is. */
export function mapped<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return reading.is === "there" ? { is: "there", value: change(reading.value) } : reading;
}
