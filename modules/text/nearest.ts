import { closest, distance } from "fastest-levenshtein";

/**
 * Finds the candidate that was most likely meant, ignoring case; `undefined` when none is near
 * enough.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const guess = closest(
    wanted,
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === guess);
  const far = Math.min(Math.max(2, wanted.length / 3), wanted.length - 1);
  return found !== undefined && distance(wanted, guess) <= far ? found : undefined;
}
