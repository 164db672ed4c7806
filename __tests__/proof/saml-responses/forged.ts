import type { PLACES } from "./signings";
import type { Value } from "./values";

/** A response as an identity provider signed it, and the value in it that an attacker wants changed. */
export interface Signed {
  readonly xml: string;
  readonly place: (typeof PLACES)[number];
  readonly value: Value;
}

/** What an attacker made of a signed response. */
export interface Forged {
  readonly how: string;
  readonly value: Value;
  /** Makes what the rehearsal gets. */
  readonly make: () => string;
}

/** The whole `Assertion` of a response. */
export const ASSERTION = /<saml2:Assertion [^]*<\/saml2:Assertion>/;
/** The first signature, which is that of the response where it has one. */
export const SIGNATURE = /<ds:Signature [^]*?<\/ds:Signature>/;
const DECLARATION = /^<\?xml[^>]*\?>/;

/** The part of XML that matches. */
export function part(xml: string, pattern: RegExp): string {
  const [found] = pattern.exec(xml) ?? [];
  if (found === undefined)
    throw new Error(`there is no ${String(pattern)} in ${xml.slice(0, 500)}`);
  return found;
}

/** The element that is signed, with its signature. */
export function signedElement({ xml, place }: Signed): string {
  return place === "assertion" ? part(xml, ASSERTION) : xml.replace(DECLARATION, "");
}

/** XML with this before, after or in the place of what matches first. */
export function at(xml: string, pattern: RegExp | string, put: (found: string) => string): string {
  return xml.replace(pattern, (found: string) => put(found));
}

/** XML without its signatures. */
export function unsigned(xml: string): string {
  return xml.replaceAll(new RegExp(SIGNATURE, "g"), "");
}
