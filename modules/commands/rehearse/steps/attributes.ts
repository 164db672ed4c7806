import type { Assertion } from "../response";
import { quoted } from "../step";

/** `; it is there as "...", ...` where an attribute is there in other letters only. */
export function otherLetters({ attributes }: Assertion, name: string): string {
  const same = (text: string) => text.trim().toLowerCase();
  const twin = attributes.find((one) => one.name !== name && same(one.name) === same(name));
  return twin
    ? `; ${quoted(twin.name)} is there, in other letters, and AWS compares names to the letter`
    : "";
}
