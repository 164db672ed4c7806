import fc from "fast-check";

import type { Forged, Signed } from "./forged";

const PIECES = [
  ...Array.from("<>&\"'/=# @\n\t\0"),
  "admin1@example.com",
  "<!---->",
  "<!-- admin1@example.com -->",
  "<?x ?>",
  "<![CDATA[",
  "]]>",
  "</saml2:Assertion>",
  '<saml2:Assertion ID="_assertion">',
  "</ds:Signature>",
  ' ID="_assertion"',
  ' xmlns:saml2="urn:x"',
  ' xmlns="urn:oasis:names:tc:SAML:2.0:assertion"',
  "&#64;",
  "\u200b",
  "\ud800",
];

interface Change {
  readonly from: number;
  readonly length: number;
  readonly to: number;
  readonly piece: string;
  readonly kind: "replace" | "move" | "copy";
}

/** Responses with parts of their text replaced, moved or copied at random, always the same ones. */
export function random({ xml, place, value }: Signed, seed: number, count: number): Forged[] {
  const position = fc.nat(xml.length);
  const change: fc.Arbitrary<Change> = fc.record({
    from: position,
    length: fc.oneof(fc.nat(3), fc.nat(60), fc.nat(1_500)),
    to: position,
    piece: fc.constantFrom("", ...PIECES),
    kind: fc.constantFrom("replace", "move", "copy"),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  return fc.sample(changes, { seed, numRuns: count }).map((made, index) => ({
    how: `${place} signed, changed at random: ${String(index)} of the seed ${String(seed)}`,
    value,
    make: () => made.reduce(changed, xml),
  }));
}

function changed(xml: string, { from, length, to, piece, kind }: Change): string {
  const taken = xml.slice(from, from + length);
  const rest = kind === "copy" ? xml : xml.slice(0, from) + xml.slice(from + length);
  return kind === "replace"
    ? xml.slice(0, from) + piece + xml.slice(from + Math.min(length, 60))
    : rest.slice(0, to) + taken + rest.slice(to);
}
