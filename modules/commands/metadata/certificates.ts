import { createHash } from "node:crypto";

import type { SamlMetadata } from "../../aws/saml";

/** A signing certificate, for the report. */
export interface CertificateLine {
  /** SHA-256 fingerprint, as `openssl x509 -fingerprint -sha256` prints it. */
  readonly sha256: string;
  /** Start of its validity, in ISO 8601. */
  readonly starts: string;
  /** End of its validity, in ISO 8601. */
  readonly ends: string;
}

/** What differs between the signing certificates of two documents. */
export interface CertificateChange {
  readonly kept: readonly CertificateLine[];
  readonly removed: readonly CertificateLine[];
  readonly added: readonly CertificateLine[];
}

/** Compares the signing certificates of the document that there was, if any, with those of another. */
export function certificateChange(
  before: SamlMetadata | undefined,
  after: SamlMetadata,
): CertificateChange {
  const [old, now] = [linesOf(before), linesOf(after)];
  const isIn = (all: readonly CertificateLine[], { sha256 }: CertificateLine) =>
    all.some((one) => one.sha256 === sha256);
  return {
    kept: now.filter((one) => isIn(old, one)),
    removed: old.filter((one) => !isIn(now, one)),
    added: now.filter((one) => !isIn(old, one)),
  };
}

function linesOf(metadata: SamlMetadata | undefined): CertificateLine[] {
  return (metadata?.certificates ?? []).map(({ base64, starts, ends }) => ({
    sha256: fingerprint(base64),
    starts: starts.toISOString(),
    ends: ends.toISOString(),
  }));
}

function fingerprint(base64: string): string {
  const hex = createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");
  return (hex.toUpperCase().match(/../g) ?? []).join(":");
}
