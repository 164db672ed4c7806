import { isIdentityCenterIssuer } from "../identity-center";

/** Clauses that say how to get better metadata, for the end of a sentence. */
export interface MetadataAdvice {
  /** How to get the file again. */
  readonly download: string;
  /** How to give the application another certificate. */
  readonly rotate: string;
}

/** Says how to get better metadata from the provider that issued a document. */
export function metadataAdvice(entityId: string | undefined): MetadataAdvice {
  // A document that names no issuer is most likely a spoilt one of Identity Center.
  if (!entityId || isIdentityCenterIssuer(entityId)) {
    return {
      download:
        "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes",
      rotate: "rotate the application's certificate in Identity Center",
    };
  }
  return {
    download:
      "download the metadata file of this application from its identity provider again, and save it as it comes",
    rotate: "have the identity provider sign with another certificate",
  };
}
