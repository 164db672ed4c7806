import { UnreadableXml } from "../../text/xml";
import { type ParsedMetadata, parseMetadata } from "./parse-metadata";

/** The most important difference between two metadata documents. */
export type MetadataDifference =
  | { readonly what: "unreadable" }
  | { readonly what: "issuer"; readonly entityId: string }
  | { readonly what: "certificates" }
  /** Only the text differs; the issuer and the certificates are the same. */
  | { readonly what: "text" };

/** Compares a metadata document with the wanted one; `undefined` when they are the same. */
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

function certificates({ identityProviders }: ParsedMetadata): string {
  return identityProviders
    .flatMap(({ signingCertificates }) => signingCertificates.flat())
    .map((base64) => base64.replace(/\s+/g, ""))
    .sort()
    .join(" ");
}
