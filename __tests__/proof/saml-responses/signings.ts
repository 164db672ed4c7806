import type { ResponseOptions, SignatureOptions } from "../../support/identity-provider";
import {
  EXCLUSIVE,
  INCLUSIVE,
  RSA_PSS,
  RSA_SHA1,
  RSA_SHA256,
  RSA_SHA512,
  SHA1,
  SHA256,
  SHA512,
} from "./algorithms";

/** A way to sign a response. */
export interface Signing {
  readonly what: string;
  readonly options: Pick<ResponseOptions, "sign" | "signature" | "edit">;
}

export const PLACES = ["assertion", "response", "both"] as const;

const METHODS = [RSA_SHA256, RSA_SHA1, RSA_SHA512, RSA_PSS];
const DIGESTS = [SHA256, SHA1, SHA512];
const CANONICALIZATIONS = [EXCLUSIVE, INCLUSIVE];
const LAYOUTS = {
  "in one line": (xml: string) => xml,
  indented: (xml: string) => xml.replace(/></g, ">\n  <"),
};

/** Every way to sign that the rehearsal can verify, with a certificate in `KeyInfo` and without. */
export function signings(): Signing[] {
  return PLACES.flatMap((sign) =>
    METHODS.flatMap((method) =>
      DIGESTS.flatMap((digest) =>
        CANONICALIZATIONS.flatMap((canonicalization) =>
          Object.entries(LAYOUTS).flatMap(([layout, edit]) =>
            [{}, { certificate: null }].map((keyInfo): Signing => {
              const signature: SignatureOptions = { method, digest, canonicalization, ...keyInfo };
              const what = [sign, method, digest, canonicalization, layout].join(", ");
              return { what, options: { sign, signature, edit } };
            }),
          ),
        ),
      ),
    ),
  );
}
