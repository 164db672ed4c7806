/** An item that equals an earlier one. */
export interface Twin<T> {
  readonly item: T;
  /** The first item that it equals. */
  readonly first: T;
}

/**
 * Finds the items that equal an earlier one.
 *
 * @param what is compared; an item for which it is `undefined` equals none
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
