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
  /** Value of `validUntil` of the document. */
  validUntil?: string;
  isServiceProvider: boolean;
  readonly identityProviders: ParsedProvider[];
  /** Entity IDs of the entities that an `EntitiesDescriptor` wraps; empty where there is none. */
  readonly wrapped: string[];
}

/** The parts of an `IDPSSODescriptor`; a document may have one for each version of SAML. */
export interface ParsedProvider {
  /** Value of its own `validUntil`. */
  readonly validUntil?: string;
  readonly protocols: readonly string[];
  singleSignOnServices: number;
  /**
   * Base64 text of the certificates that it signs with. Those of one `X509Data` stand together: they
   * are a certificate and those that certify it.
   */
  readonly signingCertificates: string[][];
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
    isServiceProvider: false,
    identityProviders: [],
    wrapped: [],
  };
  let chain: SaxesTagNS | undefined;

  readXml(xml, {
    maxDepth: METADATA_LIMITS.maxDepth,
    declaration: ({ encoding }) => {
      if (encoding !== undefined) found.encoding = encoding;
    },
    open: (tag, open) => {
      if (open.length === 1) readRoot(tag, found);
      if (tag.uri === NAMESPACES.metadata && open.length > 1) {
        if (tag.local === "EntityDescriptor" && open.slice(0, -1).every(isWrapper)) {
          found.wrapped.push(entityId(tag));
        } else if (open.length === 2) readRole(tag, found);
      }
      const provider = found.identityProviders.at(-1);
      if (provider === undefined || !isProvider(open[1])) return;
      if (tag.uri === NAMESPACES.metadata && tag.local === "SingleSignOnService") {
        if (open.length === 3 && tag.attributes["Location"]?.value) {
          provider.singleSignOnServices += 1;
        }
      } else if (isCertificate(tag) && isSigningKey(open)) {
        const parent = open.at(-2);
        if (chain !== parent) provider.signingCertificates.push([]);
        chain = parent;
        provider.signingCertificates.at(-1)?.push("");
      }
    },
    text: (text, open) => {
      if (!isCertificate(open.at(-1)) || !isProvider(open[1]) || !isSigningKey(open)) return;
      const certificates = found.identityProviders.at(-1)?.signingCertificates.at(-1);
      if (certificates) certificates.push(`${certificates.pop() ?? ""}${text}`);
    },
  });
  return found;
}

function readRoot(tag: SaxesTagNS, found: ParsedMetadata): void {
  found.rootName = tag.local;
  found.rootNamespace = tag.uri;
  const { entityID, validUntil } = tag.attributes;
  if (entityID) found.entityId = entityId(tag);
  if (validUntil) found.validUntil = validUntil.value;
}

function readRole(tag: SaxesTagNS, found: ParsedMetadata): void {
  if (tag.local === "SPSSODescriptor") found.isServiceProvider = true;
  if (!isProvider(tag)) return;
  const { validUntil, protocolSupportEnumeration } = tag.attributes;
  found.identityProviders.push({
    ...(validUntil && { validUntil: validUntil.value }),
    protocols: (protocolSupportEnumeration?.value ?? "").split(/\s+/),
    singleSignOnServices: 0,
    signingCertificates: [],
  });
}

function entityId({ attributes }: SaxesTagNS): string {
  return attributes["entityID"]?.value.trim() ?? "";
}

function isProvider(tag: SaxesTagNS | undefined): boolean {
  return tag?.uri === NAMESPACES.metadata && tag.local === "IDPSSODescriptor";
}

function isCertificate(tag: SaxesTagNS | undefined): boolean {
  return tag?.uri === NAMESPACES.signature && tag.local === "X509Certificate";
}

/** A KeyDescriptor without `use` is for signing too. */
function isSigningKey([, , key]: readonly SaxesTagNS[]): boolean {
  return (
    key?.uri === NAMESPACES.metadata &&
    key.local === "KeyDescriptor" &&
    key.attributes["use"]?.value !== "encryption"
  );
}

function isWrapper({ uri, local }: SaxesTagNS): boolean {
  return uri === NAMESPACES.metadata && local === "EntitiesDescriptor";
}

/** Tells if the root element of a document belongs to SAML 2.0 metadata. */
export function isMetadata({ rootNamespace }: ParsedMetadata): boolean {
  return rootNamespace === NAMESPACES.metadata;
}
