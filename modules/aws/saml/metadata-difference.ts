import { UnreadableXml } from "../../text/xml";
import { type ParsedMetadata, parseMetadata } from "./parse-metadata";

/** How a metadata document differs from another, by what weighs most. */
export type MetadataDifference =
  | { readonly what: "unreadable" }
  | { readonly what: "issuer"; readonly entityId: string }
  | { readonly what: "certificates" }
  /** The same issuer and certificates, in another text. */
  | { readonly what: "text" };

/** Compares a document with the one that is wanted; `undefined` when both are the same. */
export function metadataDifference(wanted: string, found: string): MetadataDifference | undefined {
  const plain = (document: string) => document.replace(/\r\n?/g, "\n").trim();
  if (plain(wanted) === plain(found)) return undefined;
  const [a, b] = [parsed(plain(wanted)), parsed(plain(found))];
  if (!a || b?.entityId === undefined) return { what: "unreadable" };
  if (a.entityId !== b.entityId) return { what: "issuer", entityId: b.entityId };
  return { what: certificates(a) === certificates(b) ? "text" : "certificates" };
}

function parsed(document: string): ParsedMetadata | undefined {
  try {
    return parseMetadata(document);
  } catch (error) {
    if (error instanceof UnreadableXml) return undefined;
    throw error;
  }
}

function certificates({ signingCertificates }: ParsedMetadata): string {
  return signingCertificates
    .map((base64) => base64.replace(/\s+/g, ""))
    .sort()
    .join(" ");
}
