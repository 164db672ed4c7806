/** An object without some of its keys. */
export function omit<T extends object>(from: T, ...keys: readonly string[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => !keys.includes(key)),
  ) as Partial<T>;
}
