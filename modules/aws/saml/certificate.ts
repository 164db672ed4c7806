import { X509Certificate } from "node:crypto";

/** What matters of a signing certificate. */
export interface CertificateFacts {
  /** Not valid before. */
  readonly starts: Date;
  /** Not valid after. */
  readonly ends: Date;
  /** Length of an RSA key; `undefined` for other keys. */
  readonly rsaBits?: number;
}

/** Reads an `X509Certificate` element's text; `undefined` when it holds no certificate. */
export function readCertificate(base64: string): CertificateFacts | undefined {
  const text = base64.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  try {
    const der = Buffer.from(text, "base64");
    const certificate = new X509Certificate(der);
    if (!certificate.raw.equals(der)) return undefined; // PEM, or more than a certificate
    const starts = new Date(certificate.validFrom);
    const ends = new Date(certificate.validTo);
    // OpenSSL takes a certificate whose dates are none ("Bad time value").
    if (Number.isNaN(starts.getTime()) || Number.isNaN(ends.getTime())) return undefined;
    const rsaBits = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
    return { starts, ends, ...(rsaBits === undefined ? {} : { rsaBits }) };
  } catch {
    return undefined;
  }
}
