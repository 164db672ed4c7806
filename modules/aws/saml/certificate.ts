import { X509Certificate } from "node:crypto";

/** Validity and key length of a signing certificate. */
export interface CertificateFacts {
  /** Start of the validity ("Not Before"). */
  readonly starts: Date;
  /** End of the validity ("Not After"). */
  readonly ends: Date;
  /** Length of an RSA key, in bits; `undefined` for other keys. */
  readonly rsaBits?: number;
}

/** Reads the text of an `X509Certificate` element; `undefined` when it is not a certificate. */
export function readCertificate(base64: string): CertificateFacts | undefined {
  const text = base64.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  try {
    const der = Buffer.from(text, "base64");
    const certificate = new X509Certificate(der);
    if (!certificate.raw.equals(der)) return undefined; // PEM, or more than a certificate
    const starts = new Date(certificate.validFrom);
    const ends = new Date(certificate.validTo);
    // OpenSSL accepts a certificate whose dates are not valid ("Bad time value").
    if (Number.isNaN(starts.getTime()) || Number.isNaN(ends.getTime())) return undefined;
    const rsaBits = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
    return { starts, ends, ...(rsaBits === undefined ? {} : { rsaBits }) };
  } catch {
    return undefined;
  }
}
