import { constants, createSign, type KeyObject } from "node:crypto";

import { mayHaveSigned } from "../../../../modules/commands/rehearse/steps/may-have-signed";
import { IdentityProvider } from "../../../support/identity-provider";
import { makeEllipticCertificate } from "../../../support/metadata";

let own: IdentityProvider;
let other: IdentityProvider;

beforeAll(async () => {
  [own, other] = await Promise.all([
    IdentityProvider.make({ application: "agent", bits: 1024 }),
    IdentityProvider.make({ application: "admin", bits: 2048 }),
  ]);
});

function signature(key: KeyObject, hash: string, padding: number): string {
  return createSign(hash).update("signed").sign({ key, padding }, "base64");
}

it.each([
  ["RSA with SHA-1", "SHA1", constants.RSA_PKCS1_PADDING],
  ["RSA with SHA-512", "SHA512", constants.RSA_PKCS1_PADDING],
  ["RSA-PSS", "SHA256", constants.RSA_PKCS1_PSS_PADDING],
])("a key may have made its own signature: %s", (_, hash, padding) => {
  expect(mayHaveSigned(own.certificate, signature(own.key, hash, padding))).toBe(true);
  expect(mayHaveSigned(other.certificate, signature(other.key, hash, padding))).toBe(true);
});

it("a key did not make the signature of another, longer or shorter one", () => {
  const made = signature(other.key, "SHA256", constants.RSA_PKCS1_PADDING);
  expect(mayHaveSigned(own.certificate, made)).toBe(false);
  const shorter = signature(own.key, "SHA256", constants.RSA_PKCS1_PADDING);
  expect(mayHaveSigned(other.certificate, shorter)).toBe(false);
});

it("a key did not make what is no signature", () => {
  for (const value of ["", "AAAA", Buffer.alloc(128).toString("base64")]) {
    expect(mayHaveSigned(own.certificate, value)).toBe(false);
  }
});

it("neither did a key that is not an RSA key, nor what is no certificate", async () => {
  const made = signature(own.key, "SHA256", constants.RSA_PKCS1_PADDING);
  expect(mayHaveSigned(await makeEllipticCertificate(), made)).toBe(false);
  expect(mayHaveSigned("AAAA", made)).toBe(false);
});
