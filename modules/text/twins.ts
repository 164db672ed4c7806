/** An item that equals an earlier one. */
export interface Twin<T> {
  /** The later item. */
  readonly item: T;
  /** The first item that it equals. */
  readonly first: T;
}

/**
 * Finds the items that equal an earlier one.
 *
 * @param what returns the value to compare; an item whose value is `undefined` equals no other
 */
export function twins<T>(items: readonly T[], what: (item: T) => unknown): Twin<T>[] {
  const firsts = new Map<unknown, { item: T }>();
  return items.flatMap((item) => {
    const compared = what(item);
    const known = firsts.get(compared);
    if (known) return [{ item, first: known.item }];
    if (compared !== undefined) firsts.set(compared, { item });
    return [];
  });
}
