import type { Assertion } from "../response/assertion";
import { quoted } from "../step";

const NAMESPACE = "https://aws.amazon.com/SAML/Attributes";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
export const ATTRIBUTES = {
  role: `${NAMESPACE}/Role`,
  sessionName: `${NAMESPACE}/RoleSessionName`,
  sessionDuration: `${NAMESPACE}/SessionDuration`,
  sourceIdentity: `${NAMESPACE}/SourceIdentity`,
  principalTag: `${NAMESPACE}/PrincipalTag:`,
  transitiveTagKeys: `${NAMESPACE}/TransitiveTagKeys`,
} as const;

/** `; it is there as "...", ...` where an attribute is there in other letters only. */
export function otherLetters({ attributes }: Assertion, name: string): string {
  const same = (text: string) => text.trim().toLowerCase();
  const twin = attributes.find((one) => one.name !== name && same(one.name) === same(name));
  return twin
    ? `; ${quoted(twin.name)} is there, in other letters, and AWS compares names to the letter`
    : "";
}
