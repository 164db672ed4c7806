import fc from "fast-check";

/** The code points that stand for no character, and where they start. */
const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * What any text is made of, as fast-check's `unit: "binary"` is, for which it makes a table of all of
 * Unicode in each file of tests, for a second.
 */
export const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(
  (place) => String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count),
  (character) => {
    const point = typeof character === "string" ? (character.codePointAt(0) ?? 0) : NaN;
    if (String.fromCodePoint(point) !== character) throw new Error("is no character");
    return point < SURROGATES.first ? point : point - SURROGATES.count;
  },
);
