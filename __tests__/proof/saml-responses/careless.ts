import { SignedXml } from "xml-crypto";

import type { IdentityProvider } from "../../support/identity-provider";
import { SIGNATURE } from "./forged";

/**
 * Tells if a program would be deceived that is content with any signature that verifies, wherever it is
 * and whatever it signs: by how many forged responses shows that they are no empty threat.
 */
export function deceivesCareless(xml: string, { certificate }: IdentityProvider): boolean {
  return (xml.match(new RegExp(SIGNATURE, "g")) ?? []).some((signature) => {
    const publicCert = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`;
    try {
      const verifier = new SignedXml({ publicCert });
      verifier.loadSignature(signature);
      return verifier.checkSignature(xml);
    } catch {
      return false;
    }
  });
}
