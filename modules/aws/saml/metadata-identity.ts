import { createHash } from "node:crypto";

/** What a SAML metadata document is, whatever the time. */
export interface MetadataIdentity {
  /** Name of the issuer; absent where there are errors. */
  readonly entityId?: string;
  readonly errors: readonly string[];
}

/** By the SHA-256 of the document: the config and each construct ask about the same ones. */
const identities = new Map<string, MetadataIdentity>();

export function knownIdentity(bytes: Uint8Array): MetadataIdentity | undefined {
  return identities.get(keyOf(bytes));
}

/** Keeps what was found of a document. */
export function remember(
  bytes: Uint8Array,
  { metadata, errors }: { metadata?: { entityId: string }; errors: readonly string[] },
): MetadataIdentity {
  const identity = { ...(metadata && { entityId: metadata.entityId }), errors };
  identities.set(keyOf(bytes), identity);
  return identity;
}

function keyOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}
