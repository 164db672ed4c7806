import { SaxesParser, type SaxesTagNS } from "saxes";

import { METADATA_LIMITS } from "./limits";

const METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

/** The parts of a metadata document that matter here, as they stand in it. */
export interface ParsedMetadata {
  rootName: string;
  rootNamespace: string;
  encoding?: string;
  entityId?: string;
  /** Of the document and of its identity provider. */
  validUntil: Set<string>;
  isIdentityProvider: boolean;
  isServiceProvider: boolean;
  protocols: string;
  singleSignOnServices: number;
  /** Base64 text of the certificates that the identity provider signs with. */
  signingCertificates: string[];
}

/** XML that was not read to its end; the message says where and why. */
export class UnreadableXml extends Error {
  public constructor(
    message: string,
    public readonly kind: "malformed" | "cut short" | "refused",
  ) {
    super(message);
  }
}

/**
 * Reads SAML metadata in one bounded pass: no DTD, so no entities beyond XML's five, and no deep
 * nesting.
 *
 * @throws UnreadableXml
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
 */
export function parseMetadata(xml: string): ParsedMetadata {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: SaxesTagNS[] = [];
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

  const inside = (...path: string[]) =>
    path.length === open.length - 1 && path.every((name, i) => open[i + 1]?.local === name);

  let ended = false;
  parser.on("error", (error) => {
    const [, line, column, message] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
    throw new UnreadableXml(
      message === undefined
        ? error.message
        : `at line ${String(line)}, column ${String(column)}: ${message.replace(/\.$/, "")}`,
      ended ? "cut short" : "malformed",
    );
  });
  parser.on("doctype", () => {
    throw new UnreadableXml(
      "it has a document type declaration (<!DOCTYPE ...>), with which XML can pull in or multiply text",
      "refused",
    );
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined) found.encoding = encoding;
  });
  parser.on("opentag", (tag) => {
    open.push(tag);
    if (open.length > METADATA_LIMITS.maxDepth) {
      throw new UnreadableXml(
        `it nests deeper than ${String(METADATA_LIMITS.maxDepth)} elements`,
        "refused",
      );
    }
    if (open.length === 1) readRoot(tag, found);
    else if (tag.uri === METADATA && open.length === 2) readRole(tag, found);
    else if (tag.uri === METADATA && inside("IDPSSODescriptor", "SingleSignOnService")) {
      if (tag.attributes["Location"]?.value) found.singleSignOnServices += 1;
    } else if (tag.uri === SIGNATURE && tag.local === "X509Certificate" && isSigningKey(open)) {
      found.signingCertificates.push("");
    }
  });
  const addText = (text: string) => {
    const last = found.signingCertificates.length - 1;
    if (open.at(-1)?.local === "X509Certificate" && isSigningKey(open)) {
      found.signingCertificates[last] = `${found.signingCertificates[last] ?? ""}${text}`;
    }
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });

  parser.write(xml);
  ended = true;
  parser.close();
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

/** A KeyDescriptor without `use` serves for signing as well. */
function isSigningKey(open: readonly SaxesTagNS[]): boolean {
  const [, role, key] = open;
  return (
    role?.local === "IDPSSODescriptor" &&
    key?.local === "KeyDescriptor" &&
    key.attributes["use"]?.value !== "encryption"
  );
}

export function isMetadata({ rootNamespace }: ParsedMetadata): boolean {
  return rootNamespace === METADATA;
}
