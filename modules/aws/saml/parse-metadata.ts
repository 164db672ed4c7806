import type { SaxesTagNS } from "saxes";

import { readXml } from "../../text/xml";
import { METADATA_LIMITS } from "./metadata-limits";
import { NAMESPACES } from "./namespaces";

/** The parts of a metadata document that the checks need, not yet checked. */
export interface ParsedMetadata {
  rootName: string;
  rootNamespace: string;
  encoding?: string;
  entityId?: string;
  /** Values of `validUntil`, of the document and of its identity provider. */
  validUntil: Set<string>;
  isIdentityProvider: boolean;
  isServiceProvider: boolean;
  protocols: string;
  singleSignOnServices: number;
  /** Base64 text of the certificates that the identity provider signs with. */
  signingCertificates: string[];
}

/**
 * Reads SAML metadata.
 *
 * @throws UnreadableXml when the text is not well-formed XML, or has a DTD or too many levels
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
 */
export function parseMetadata(xml: string): ParsedMetadata {
  const found: ParsedMetadata = {
    rootName: "",
    rootNamespace: "",
    isIdentityProvider: false,
    isServiceProvider: false,
    protocols: "",
    validUntil: new Set(),
    singleSignOnServices: 0,
    signingCertificates: [],
  };

  const inside = (open: readonly SaxesTagNS[], ...path: string[]) =>
    path.length === open.length - 1 && path.every((name, i) => open[i + 1]?.local === name);

  readXml(xml, {
    maxDepth: METADATA_LIMITS.maxDepth,
    declaration: ({ encoding }) => {
      if (encoding !== undefined) found.encoding = encoding;
    },
    open: (tag, open) => {
      if (open.length === 1) readRoot(tag, found);
      else if (tag.uri === NAMESPACES.metadata && open.length === 2) readRole(tag, found);
      else if (
        tag.uri === NAMESPACES.metadata &&
        inside(open, "IDPSSODescriptor", "SingleSignOnService")
      ) {
        if (tag.attributes["Location"]?.value) found.singleSignOnServices += 1;
      } else if (
        tag.uri === NAMESPACES.signature &&
        tag.local === "X509Certificate" &&
        isSigningKey(open)
      ) {
        found.signingCertificates.push("");
      }
    },
    text: (text, open) => {
      const last = found.signingCertificates.length - 1;
      if (open.at(-1)?.local === "X509Certificate" && isSigningKey(open)) {
        found.signingCertificates[last] = `${found.signingCertificates[last] ?? ""}${text}`;
      }
    },
  });
  return found;
}

function readRoot(tag: SaxesTagNS, found: ParsedMetadata): void {
  found.rootName = tag.local;
  found.rootNamespace = tag.uri;
  const { entityID } = tag.attributes;
  if (entityID) found.entityId = entityID.value.trim();
  readValidity(tag, found);
}

function readRole(tag: SaxesTagNS, found: ParsedMetadata): void {
  if (tag.local === "IDPSSODescriptor") {
    found.isIdentityProvider = true;
    readValidity(tag, found);
    found.protocols += ` ${tag.attributes["protocolSupportEnumeration"]?.value ?? ""}`;
  }
  if (tag.local === "SPSSODescriptor") found.isServiceProvider = true;
}

function readValidity(tag: SaxesTagNS, found: ParsedMetadata): void {
  const { validUntil } = tag.attributes;
  if (validUntil) found.validUntil.add(validUntil.value);
}

/** A KeyDescriptor without `use` is for signing too. */
function isSigningKey(open: readonly SaxesTagNS[]): boolean {
  const [, role, key] = open;
  return (
    role?.local === "IDPSSODescriptor" &&
    key?.local === "KeyDescriptor" &&
    key.attributes["use"]?.value !== "encryption"
  );
}

/** Tells if the root element of a document belongs to SAML 2.0 metadata. */
export function isMetadata({ rootNamespace }: ParsedMetadata): boolean {
  return rootNamespace === NAMESPACES.metadata;
}
