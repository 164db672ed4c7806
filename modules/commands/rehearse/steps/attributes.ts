import type { Assertion } from "../response";
import { quoted } from "../step";

/** Adds to "is missing" that an attribute of nearly this name is there; empty where none is. */
export function nearMiss({ attributes }: Assertion, name: string): string {
  const folded = (text: string) => text.trim().toLowerCase();
  const twin = attributes.find((one) => one.name !== name && folded(one.name) === folded(name));
  return twin ? `; ${quoted(twin.name)} is there, but AWS compares attribute names exactly` : "";
}
