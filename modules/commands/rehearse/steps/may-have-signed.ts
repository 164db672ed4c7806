import { constants, publicDecrypt, X509Certificate } from "node:crypto";

/**
 * Tells if the key of a certificate may have made a signature, in a fraction of the time that it takes to
 * verify one: what another key made has no padding. It is no proof that the key made it.
 *
 * @param certificate the certificate, in base64 on one line
 * @param value the value of the signature, in base64
 * @see https://www.rfc-editor.org/rfc/rfc8017#section-8
 */
export function mayHaveSigned(certificate: string, value: string): boolean {
  try {
    const { publicKey: key } = new X509Certificate(Buffer.from(certificate, "base64"));
    const signature = Buffer.from(value, "base64");
    const padded = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
    if (signature.length !== padded.length) return false; // it is shorter than the key
    const isPkcs1 = padded[0] === 0 && padded[1] === 1 && padded[2] === 0xff;
    const isPss = padded.at(-1) === 0xbc;
    return isPkcs1 || isPss;
  } catch {
    return false; // the value is longer than the key, or the key is not an RSA key
  }
}
