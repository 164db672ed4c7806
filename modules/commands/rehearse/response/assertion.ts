import { NAMESPACES } from "../../../aws/saml";
import { attribute, children, textOf, type XmlElement } from "./tree";

/** What a signed assertion says. What SAML allows once is left out where it is there twice. */
export interface Assertion {
  readonly issuer?: string;
  readonly issued?: string;
  /** The user's name to AWS, which is not the name in Connect. */
  readonly nameId?: string;
  readonly confirmations: readonly Confirmation[];
  readonly conditions: readonly Window[];
  /** Of each restriction, all of which must be met. */
  readonly audiences: readonly (readonly string[])[];
  /** `SessionNotOnOrAfter` */
  readonly sessionEnds: readonly string[];
  /** In the order of the assertion. */
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Times as written. */
export interface Window {
  readonly notBefore?: string;
  readonly notOnOrAfter?: string;
}

export interface Confirmation extends Window {
  readonly method?: string;
  readonly recipient?: string;
}

/** @see https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf */
export function readAssertion(root: XmlElement): Assertion {
  const all = (parents: readonly XmlElement[], name: string) =>
    parents.flatMap((parent) => children(parent, name, NAMESPACES.assertion));
  const subjects = all([root], "Subject");
  const conditions = all([root], "Conditions");
  const issuer = textOf(only(all([root], "Issuer")));
  const issued = attribute(root, "IssueInstant");
  const nameId = subjects.length === 1 ? textOf(only(all(subjects, "NameID"))) : undefined;
  return {
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(nameId !== undefined && { nameId }),
    confirmations: all(subjects, "SubjectConfirmation").map((confirmation) => {
      const data = only(children(confirmation, "SubjectConfirmationData"));
      const method = attribute(confirmation, "Method");
      const recipient = attribute(data, "Recipient");
      return {
        ...window(data),
        ...(method !== undefined && { method }),
        ...(recipient !== undefined && { recipient }),
      };
    }),
    conditions: conditions.map(window),
    audiences: all(conditions, "AudienceRestriction").map((restriction) =>
      texts(children(restriction, "Audience")),
    ),
    sessionEnds: all([root], "AuthnStatement").flatMap(
      (statement) => attribute(statement, "SessionNotOnOrAfter") ?? [],
    ),
    attributes: all(all([root], "AttributeStatement"), "Attribute").map((one) => ({
      name: attribute(one, "Name") ?? "",
      values: texts(children(one, "AttributeValue")),
    })),
  };
}

/** Values of every attribute of a name, which is compared to the letter. */
export function valuesOf({ attributes }: Assertion, name: string): string[] {
  return attributes.flatMap((one) => (one.name === name ? one.values : []));
}

function only(elements: readonly XmlElement[]): XmlElement | undefined {
  return elements.length === 1 ? elements[0] : undefined;
}

/** Stands for a value with elements inside, and is not a value that AWS takes. */
const NO_TEXT = "<...>";

function texts(elements: readonly XmlElement[]): string[] {
  return elements.map((element) => textOf(element) ?? NO_TEXT);
}

function window(element: XmlElement | undefined): Window {
  const notBefore = attribute(element, "NotBefore");
  const notOnOrAfter = attribute(element, "NotOnOrAfter");
  return {
    ...(notBefore !== undefined && { notBefore }),
    ...(notOnOrAfter !== undefined && { notOnOrAfter }),
  };
}
