import { X509Certificate } from "node:crypto";

import { repeatedExtension } from "./x509-extensions";

/** A signing certificate: its validity and its key. */
export interface CertificateFacts {
  /** The certificate itself: base64 in one line. */
  readonly base64: string;
  /** Start of the validity ("Not Before"). */
  readonly starts: Date;
  /** End of the validity ("Not After"). */
  readonly ends: Date;
  /** Kind of the key: `rsa`, `ec`, `ed25519`. */
  readonly keyType: string;
  /** Length of an RSA or DSA key, in bits; `undefined` for other keys. */
  readonly rsaBits?: number;
}

/** A certificate as far as it takes to check it. */
export interface ReadCertificate extends CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Object identifier of an extension that the certificate has twice. */
  readonly repeatedExtension?: string;
}

/** Reads the text of an `X509Certificate` element; `undefined` when it is not a certificate. */
export function readCertificate(text: string): ReadCertificate | undefined {
  const base64 = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64)) return undefined;
  try {
    const der = Buffer.from(base64, "base64");
    const certificate = new X509Certificate(der);
    if (!certificate.raw.equals(der)) return undefined; // PEM, or more than a certificate
    const starts = new Date(certificate.validFrom);
    const ends = new Date(certificate.validTo);
    // OpenSSL accepts a certificate whose dates are not valid ("Bad time value").
    if (Number.isNaN(starts.getTime()) || Number.isNaN(ends.getTime())) return undefined;
    const { subject, issuer, publicKey } = certificate;
    const { asymmetricKeyType: keyType = "unknown", asymmetricKeyDetails } = publicKey;
    const rsaBits = asymmetricKeyDetails?.modulusLength;
    const repeated = repeatedExtension(der);
    return {
      base64,
      starts,
      ends,
      keyType,
      ...(rsaBits !== undefined && { rsaBits }),
      subject,
      issuer,
      ...(repeated !== undefined && { repeatedExtension: repeated }),
    };
  } catch {
    return undefined;
  }
}

/**
 * Returns the signing certificate of an `X509Data` element, whose other certificates certify it: the one
 * that issued none of the others. Where several did not, each of them signs.
 *
 * Names alone tell who issued whom. A signature could not add to that: nothing here is trusted because
 * of who issued it.
 */
export function signing(chain: readonly ReadCertificate[]): readonly ReadCertificate[] {
  const issuers = new Set(
    chain.filter(({ subject, issuer }) => subject !== issuer).map(({ issuer }) => issuer),
  );
  const signers = chain.filter(({ subject }) => !issuers.has(subject));
  return signers.length > 0 ? signers : chain;
}
