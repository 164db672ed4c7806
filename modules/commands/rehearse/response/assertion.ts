import { NAMESPACES } from "../../../aws/saml";
import { attribute, children, textOf, type XmlElement } from "./tree";

/** Values of a signed assertion. A value that SAML allows once is left out where there are several. */
export interface Assertion {
  readonly issuer?: string;
  readonly issued?: string;
  /** Name of the subject, which AWS requires; Connect uses the role session name instead. */
  readonly nameId?: string;
  readonly confirmations: readonly Confirmation[];
  readonly conditions: readonly Window[];
  /** Audiences of each restriction; every restriction must be met. */
  readonly audiences: readonly (readonly string[])[];
  /** Values of `SessionNotOnOrAfter`, as written. */
  readonly sessionEnds: readonly string[];
  /** Attributes, in the order of the assertion. */
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** A period of validity, with its times as written. */
export interface Window {
  readonly notBefore?: string;
  readonly notOnOrAfter?: string;
}

/** A `SubjectConfirmation`: how, where and until when the assertion may be used. */
export interface Confirmation extends Window {
  readonly method?: string;
  readonly recipient?: string;
}

/**
 * Reads the values of an assertion.
 *
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf
 */
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

/** Returns the values of every attribute with exactly this name. */
export function valuesOf({ attributes }: Assertion, name: string): string[] {
  return attributes.flatMap((one) => (one.name === name ? one.values : []));
}

function only(elements: readonly XmlElement[]): XmlElement | undefined {
  return elements.length === 1 ? elements[0] : undefined;
}

/** Placeholder for a value with elements inside, which AWS does not take. */
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
