import { X509Certificate } from "node:crypto";

/** What matters of a signing certificate. */
export interface CertificateFacts {
  readonly subject: string;
  readonly starts: Date;
  readonly ends: Date;
  /** `undefined` for keys other than RSA. */
  readonly rsaBits?: number;
}

/** Reads an `X509Certificate` element's text; `undefined` when it holds no certificate. */
export function readCertificate(base64: string): CertificateFacts | undefined {
  const text = base64.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  try {
    const certificate = new X509Certificate(Buffer.from(text, "base64"));
    const rsaBits = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
    return {
      subject: certificate.subject.replaceAll("\n", ", "),
      starts: new Date(certificate.validFrom),
      ends: new Date(certificate.validTo),
      ...(rsaBits === undefined ? {} : { rsaBits }),
    };
  } catch {
    return undefined;
  }
}
