import type { Assertion } from "../response";
import { quoted } from "../step";

/** Returns the end of "is missing" that mentions an attribute with nearly the same name, if any. */
export function nearMiss({ attributes }: Assertion, name: string): string {
  const folded = (text: string) => text.trim().toLowerCase();
  const twin = attributes.find((one) => one.name !== name && folded(one.name) === folded(name));
  return twin ? `; ${quoted(twin.name)} is there, but AWS compares attribute names exactly` : "";
}
