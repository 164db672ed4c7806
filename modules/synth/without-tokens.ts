/**
 * Calls a function, and has CDKTF forget the tokens that were made in it. CDKTF keeps every token for good,
 * and with it the construct that it stands in and all of its stack: of 1,000 instances, all at once.
 *
 * Texts in which such a token stands must be resolved before the function returns.
 */
export function withoutTokens<T>(work: () => T): T {
  const before = tokenMaps().map((map) => new Set(map.keys()));
  try {
    return work();
  } finally {
    tokenMaps().forEach((map, index) => {
      for (const key of map.keys()) if (before[index]?.has(key) !== true) map.delete(key);
    });
  }
}

/** The maps in which every copy of CDKTF and CDK Terrain keeps tokens, none before it is loaded. */
function tokenMaps(): Map<unknown, unknown>[] {
  const { __cdktfTokenMap: tokens = {} } = globalThis as { __cdktfTokenMap?: object };
  return Object.values(tokens).filter((one): one is Map<unknown, unknown> => one instanceof Map);
}
