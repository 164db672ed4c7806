import { createHash, createHmac, createSign, X509Certificate } from "node:crypto";

import type { IdentityProvider } from "../../support/identity-provider";
import { ENVELOPED, EXCLUSIVE, HMAC, VOID, WEAK_DIGESTS, WEAK_METHODS } from "./algorithms";
import { at, type Forged, part, SIGNATURE, type Signed, unsigned } from "./forged";
import { type OddSignature, signOddly } from "./odd-signer";
import { EDITS } from "./signature-edits";

/** Those who sign: the one that the config trusts, and the attacker. */
export interface Signers {
  readonly trusted: IdentityProvider;
  readonly stranger: IdentityProvider;
}

/**
 * Responses whose signed element was changed, with a signature that was bent to let that pass: by
 * another key, by a certificate taken for a password, by algorithms and transforms that let through
 * anything, or edited until a careless program reads it differently.
 */
export function* tampered(signed: Signed, signers: Signers): Generator<Forged> {
  const { value, place } = signed;
  const forged = value.forge(signed.xml);
  const resign = (odd: OddSignature, key = signers.stranger.key) =>
    signOddly(unsigned(forged), place === "assertion" ? "assertion" : "response", key, odd);
  // With the digest of the forged element, and what the trusted key signed for the other one.
  const redigested = () => {
    const [own, theirs] = [part(signed.xml, SIGNATURE), resign({})];
    const keep = (pattern: RegExp) => (xml: string) =>
      xml.replace(pattern, () => part(own, pattern));
    const value_ = keep(/<ds:SignatureValue>[^]*?<\/ds:SignatureValue>/)(theirs);
    return at(
      value_,
      "</ds:SignatureValue>",
      (end) => end + part(own, /<ds:KeyInfo>[^]*<\/ds:KeyInfo>/),
    );
  };
  const make = (how: string, response: () => string): Forged => ({
    how: `${place} signed, ${how}`,
    value,
    make: response,
  });

  yield make("as it was signed", () => forged);
  yield make("with a new digest", redigested);
  for (const [how, edit] of Object.entries(EDITS)) {
    yield make(`${how}, over the old value`, () => edit(forged, redigested()));
    yield make(`${how}, over the new digest`, () => edit(redigested(), forged));
  }
  for (const [how, keyInfo] of Object.entries(keyInfos(signers))) {
    yield make(`by another key, ${how}`, () => resign({ keyInfo }));
  }
  for (const [how, method] of Object.entries(WEAK_METHODS)) {
    const sign = (info: string) => createHash("md5").update(info).digest("base64");
    yield make(`with ${how}`, () => resign({ method, sign }));
  }
  for (const [what, password] of Object.entries(passwords(signers.trusted))) {
    for (const [hash, method] of Object.entries(HMAC)) {
      const sign = (info: string) => createHmac(hash, password).update(info).digest("base64");
      yield make(`HMAC with ${hash} and ${what} as password`, () => resign({ method, sign }));
      yield make(`HMAC with ${hash}, cut short, and ${what} as password`, () =>
        at(
          resign({ method, sign: (info) => sign(info).slice(0, 4) }),
          /<ds:SignatureMethod[^>]*\/>/,
          (found) =>
            found.replace(
              "/>",
              "><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>",
            ),
        ),
      );
    }
  }
  yield* ofTrustedKey(signed, signers);
}

/** Signatures that the trusted key did make, but which do not say what the response says. */
function* ofTrustedKey({ xml, value, place }: Signed, { trusted }: Signers): Generator<Forged> {
  const where = place === "assertion" ? "assertion" : "response";
  const honest = (odd: OddSignature) => signOddly(unsigned(xml), where, trusted.key, odd);
  const make = (how: string, response: () => string): Forged => ({
    how: `${place} signed by the trusted key ${how}`,
    value,
    make: () => value.forge(response()),
  });
  const nothing = () => "";
  for (const [how, uri] of Object.entries(VOID)) {
    const canonicalizers = { [uri]: nothing };
    for (const transforms of [[uri], [ENVELOPED, uri], [ENVELOPED, EXCLUSIVE, uri]]) {
      const count = `with ${how} as one of ${String(transforms.length)} transforms`;
      yield make(count, () => honest({ transforms, canonicalizers }));
    }
    yield make(`with ${how} as canonicalization`, () =>
      honest({
        canonicalization: uri,
        canonicalizers,
        sign: () => createSign("RSA-SHA256").update("").sign(trusted.key, "base64"),
      }),
    );
  }
  for (const [how, digest] of Object.entries(WEAK_DIGESTS)) {
    const hashes = { [digest]: () => "AAAA" };
    yield make(`with the digest ${how}`, () => honest({ digest, hashes }));
  }
  yield make("over the whole document", () => honest({ isWhole: true }));
  for (const name of ["Issuer", "Subject", "Conditions", "Status"]) {
    yield make(`over the ${name} alone`, () =>
      honest({ target: `//*[local-name(.)='${name}'][last()]` }),
    );
  }
}

/** What `KeyInfo` says of the key of a stranger. */
function keyInfos({ trusted, stranger }: Signers): Readonly<Record<string, string>> {
  const certificate = (base64: string) => `<ds:X509Certificate>${base64}</ds:X509Certificate>`;
  const data = (...inside: string[]) => `<ds:X509Data>${inside.join("")}</ds:X509Data>`;
  const [theirs, ours] = [certificate(stranger.certificate), certificate(trusted.certificate)];
  const { n = "", e = "" } = new X509Certificate(
    Buffer.from(stranger.certificate, "base64"),
  ).publicKey.export({ format: "jwk" });
  const keyValue = `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${n}</ds:Modulus><ds:Exponent>${e}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`;
  return {
    "with its certificate": data(theirs),
    "with the trusted certificate": data(ours),
    "with both certificates": data(ours, theirs),
    "with both certificates, its own first": data(theirs, ours),
    "with both certificates, each on its own": data(ours) + data(theirs),
    "with the key itself": keyValue,
    "with the key itself and the trusted certificate": data(ours) + keyValue,
    "with no certificate": "<ds:KeyName>agent</ds:KeyName>",
    "with a link to its certificate": `<ds:RetrievalMethod URI="https://attacker.example.com/key"/>`,
    "with the subject of the trusted certificate": data(
      "<ds:X509SubjectName>CN=amazonaws.com, OU=IDAS, O=Amazon, C=US</ds:X509SubjectName>",
    ),
    "with a certificate that is none": data(certificate("AAAA")),
    "with an empty certificate": data(certificate("")),
  };
}

/** What everybody knows of a certificate, as the password of an HMAC. */
function passwords({ certificate }: IdentityProvider): Readonly<Record<string, string | Buffer>> {
  const der = Buffer.from(certificate, "base64");
  const { publicKey } = new X509Certificate(der);
  const lines = certificate.replace(/.{64}/g, "$&\n");
  return {
    "the certificate": der,
    "its base64": certificate,
    "its PEM": `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
    "its PEM in lines": `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    "its key": publicKey.export({ type: "spki", format: "der" }),
    "its key as PEM": publicKey.export({ type: "spki", format: "pem" }),
    "its modulus": Buffer.from(publicKey.export({ format: "jwk" }).n ?? "", "base64url"),
    nothing: "",
  };
}
