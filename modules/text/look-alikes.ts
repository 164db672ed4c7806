/**
 * Returns what names that look the same have in common: the composed form of their letters (NFC), and
 * an ordinary space in place of a no-break space. For AWS such names are different.
 */
export function appearance(text: string): string {
  return text.normalize("NFC").replaceAll("\u00a0", " ");
}

/** Spells a text by its code points, as in `U+0065 U+0301`. */
export function codePoints(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  }).join(" ");
}

/** Says how a text differs from another: `has U+0065 U+0301 where that has U+00E9`. */
export function spelledDifference(text: string, other: string): string {
  const [here, there] = differingParts(text, other).map(codePoints);
  return `has ${here || "nothing"} where that has ${there || "nothing"}`;
}

/** Returns the parts of two texts between what they have in common at the start and at the end. */
export function differingParts(text: string, other: string): [string, string] {
  const [own, others] = [Array.from(text), Array.from(other)];
  const shorter = Math.min(own.length, others.length);
  let start = 0;
  while (start < shorter && own[start] === others[start]) start += 1;
  let end = 0;
  while (end < shorter - start && own.at(-1 - end) === others.at(-1 - end)) end += 1;
  const part = (all: readonly string[]) => all.slice(start, all.length - end).join("");
  return [part(own), part(others)];
}
