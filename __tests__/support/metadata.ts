import "reflect-metadata";

import { webcrypto } from "node:crypto";

import * as x509 from "@peculiar/x509";

export interface MetadataOptions {
  /** Last part of the entity ID, opaque in Identity Center's own. */
  readonly application: string;
  readonly region?: string;
  readonly starts?: Date;
  readonly ends?: Date;
  readonly bits?: number;
}

const KEY = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Metadata of the shape that Identity Center hands out, with a certificate made on the spot. */
export async function makeMetadata(options: MetadataOptions): Promise<string> {
  return metadataWith({ ...options, certificate: await makeCertificate(options) });
}

/** The certificate alone, as the base64 text of an `X509Certificate` element. */
export async function makeCertificate(options: CertificateOptions): Promise<string> {
  return (await makeKeys(options)).certificate;
}

/** What a certificate says of itself, and who issued it. Left out: it issued itself. */
export interface CertificateOptions extends Partial<MetadataOptions> {
  /** The subject, as in `CN=Corp Root`. */
  readonly name?: string;
  /** The subject of the issuer. */
  readonly issuer?: string;
  /** The extension of basic constraints, this many times. */
  readonly constraints?: number;
  /** Hosts that it is for, of a server's certificate. */
  readonly hosts?: readonly string[];
}

/** A certificate with its private key, in PEM. */
export async function makeKeys(options: CertificateOptions) {
  const { name = "CN=amazonaws.com, OU=IDAS, O=Amazon, C=US", bits = 2048 } = options;
  const { issuer = name, constraints = 0, hosts = [] } = options;
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);
  const make = () =>
    webcrypto.subtle.generateKey({ ...KEY, modulusLength: bits }, true, ["sign", "verify"]);
  const keys = await make();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: name,
    issuer,
    notBefore: options.starts ?? new Date("2026-01-01T00:00:00Z"),
    notAfter: options.ends ?? new Date("2076-01-01T00:00:00Z"),
    signingAlgorithm: KEY,
    publicKey: keys.publicKey,
    // The key of another issuer is not needed for anything else.
    signingKey: (issuer === name ? keys : await make()).privateKey,
    extensions: [
      ...Array.from({ length: constraints }, () => new x509.BasicConstraintsExtension(true)),
      ...(hosts.length > 0
        ? [
            new x509.SubjectAlternativeNameExtension(
              hosts.map((value) => ({ type: "dns", value }) as const),
            ),
          ]
        : []),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  const privateKey = x509.PemConverter.encode(pkcs8, "PRIVATE KEY");
  return { certificate: certificate.toString("base64"), privateKey };
}

/** A certificate of an elliptic-curve key, from 2026 to 2076. */
export async function makeEllipticCertificate(): Promise<string> {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=idp.example.com",
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2076-01-01T00:00:00Z"),
    signingAlgorithm: algorithm,
    keys: await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]),
  });
  return certificate.toString("base64");
}

export function metadataWith({
  application,
  region = "us-east-1",
  certificate,
}: MetadataOptions & { certificate: string }): string {
  const url = (kind: string) =>
    `https://portal.sso.${region}.amazonaws.com/saml/${kind}/${Buffer.from(application).toString("base64")}`;
  const binding = (name: string) => `urn:oasis:names:tc:SAML:2.0:bindings:${name}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${url("assertion")}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data>
          <ds:X509Certificate>${certificate}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleLogoutService Binding="${binding("HTTP-POST")}" Location="${url("logout")}"/>
    <md:SingleLogoutService Binding="${binding("HTTP-Redirect")}" Location="${url("logout")}"/>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:SingleSignOnService Binding="${binding("HTTP-POST")}" Location="${url("assertion")}"/>
    <md:SingleSignOnService Binding="${binding("HTTP-Redirect")}" Location="${url("assertion")}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}
