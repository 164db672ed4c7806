import type { KeyObject } from "node:crypto";

import { SignedXml } from "xml-crypto";

import { ENVELOPED, EXCLUSIVE, RSA_SHA256, SHA256 } from "./algorithms";

/** How a signature is made that no identity provider makes. Left out: as one makes it. */
export interface OddSignature {
  readonly method?: string;
  readonly digest?: string;
  readonly canonicalization?: string;
  readonly transforms?: readonly string[];
  /** Signs the canonical `SignedInfo`; base64. */
  readonly sign?: (info: string) => string;
  /** Transforms and canonicalizations that a verifier might know, by their URIs. */
  readonly canonicalizers?: Readonly<Record<string, () => string>>;
  /** Digests that a verifier might know, by their URIs; base64. */
  readonly hashes?: Readonly<Record<string, (canonical: string) => string>>;
  /** XML in `KeyInfo`. */
  readonly keyInfo?: string;
  /** XPath of what is signed, where that is not the element itself. */
  readonly target?: string;
  /** True to refer to the whole document, by an empty URI. */
  readonly isWhole?: boolean;
}

const PATHS = { assertion: "/*/*[local-name(.)='Assertion']", response: "/*" } as const;

/** Signs a response or its assertion oddly, with a signature after the `Issuer`. */
export function signOddly(
  xml: string,
  place: keyof typeof PATHS,
  key: KeyObject,
  odd: OddSignature = {},
): string {
  const { method = RSA_SHA256, keyInfo, canonicalizers = {}, hashes = {} } = odd;
  const signer = new SignedXml({
    privateKey: key,
    signatureAlgorithm: method,
    canonicalizationAlgorithm: odd.canonicalization ?? EXCLUSIVE,
    getKeyInfoContent: () => keyInfo ?? null,
  });
  const { sign } = odd;
  if (sign) {
    signer.SignatureAlgorithms[method] = class {
      public getSignature = sign;
      public verifySignature = () => false;
      public getAlgorithmName = () => method;
    } as never;
  }
  for (const [uri, process] of Object.entries(canonicalizers)) {
    signer.CanonicalizationAlgorithms[uri] = class {
      public process = process;
      public getAlgorithmName = () => uri;
    };
  }
  for (const [uri, getHash] of Object.entries(hashes)) {
    signer.HashAlgorithms[uri] = class {
      public getHash = getHash;
      public getAlgorithmName = () => uri;
    };
  }
  const path = PATHS[place];
  signer.addReference({
    xpath: odd.target ?? path,
    digestAlgorithm: odd.digest ?? SHA256,
    transforms: odd.transforms ?? [ENVELOPED, EXCLUSIVE],
    ...(odd.isWhole && { isEmptyUri: true }),
  });
  signer.computeSignature(xml, {
    prefix: "ds",
    location: { reference: `${path}/*[local-name(.)='Issuer']`, action: "after" },
  });
  return signer.getSignedXml();
}
