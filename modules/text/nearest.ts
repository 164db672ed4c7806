import { closest, distance } from "fastest-levenshtein";

import { codePoints, differingParts } from "./look-alikes";

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

/** Tells if one text is a slip of the pen away from another, ignoring case: two characters at most. */
export function isSlip(given: string, meant: string): boolean {
  return distance(given.toLowerCase(), meant.toLowerCase()) <= 2;
}

/**
 * Asks for the name that was meant. Where a letter or space outside ASCII makes the difference, which
 * may look like another, it is spelled out.
 *
 * @param shown the name as the message writes it
 */
export function didYouMean(given: string, meant: string, shown = meant): string {
  const [wrong, right] = differingParts(given, meant);
  const mayLookAlike = /(?!\p{C})[^\p{ASCII}]/u.test(wrong + right);
  return mayLookAlike
    ? `did you mean ${shown}, with ${codePoints(right) || "nothing"} in place of ${codePoints(wrong) || "nothing"}?`
    : `did you mean ${shown}?`;
}
