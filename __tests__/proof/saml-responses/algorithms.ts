/** Algorithms of XML signatures, by the names that people know. */
export const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
export const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
export const INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
export const RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
export const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
export const RSA_SHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";
export const RSA_PSS = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
export const SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
export const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
export const SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512";

/** Transforms and canonicalizations with which what is signed is not what is read. */
export const VOID = {
  XSLT: "http://www.w3.org/TR/1999/REC-xslt-19991116",
  XPath: "http://www.w3.org/TR/1999/REC-xpath-19991116",
  "XPath Filter 2": "http://www.w3.org/2002/06/xmldsig-filter2",
  base64: "http://www.w3.org/2000/09/xmldsig#base64",
  "exclusive canonicalization with comments": `${EXCLUSIVE}WithComments`,
  "canonicalization with comments": `${INCLUSIVE}#WithComments`,
  "canonicalization 1.1": "http://www.w3.org/2006/12/xml-c14n11",
  "the transform of WS-Security":
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform",
  decryption: "http://www.w3.org/2002/07/decrypt#XML",
  "an unknown one": "urn:example:void",
  "one without a name": "",
} as const;

/** Signatures that are weak, or made with a key that everybody has. */
export const WEAK_METHODS = {
  "RSA with MD5": "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
  "RSA with RIPEMD": "http://www.w3.org/2001/04/xmldsig-more#rsa-ripemd160",
  "RSA with SHA-224": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224",
  "RSA with SHA-384": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
  DSA: "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
  ECDSA: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
  "no algorithm": "none",
  "an algorithm without a name": "",
} as const;

export const HMAC = {
  md5: "http://www.w3.org/2001/04/xmldsig-more#hmac-md5",
  sha1: "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
  sha256: "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
  sha512: "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512",
} as const;

export const WEAK_DIGESTS = {
  md5: "http://www.w3.org/2001/04/xmldsig-more#md5",
  sha224: "http://www.w3.org/2001/04/xmldsig-more#sha224",
  sha384: "http://www.w3.org/2001/04/xmldsig-more#sha384",
} as const;
