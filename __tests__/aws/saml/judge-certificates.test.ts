import { judgeMetadata } from "../../../modules/aws/saml";
import { type CertificateOptions, makeCertificate, metadataWith } from "../../support/metadata";

const NOW = new Date("2026-12-01T00:00:00Z");
const DOWNLOAD =
  "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";
const EXPIRED = `has a signing certificate that expired on 2025-12-31; IAM does not act on that date, but the provider has most likely moved to another key, and then sign-in fails; rotate the application's certificate in Identity Center if it is still in use, then ${DOWNLOAD}`;

const make = (options: CertificateOptions) => makeCertificate({ bits: 1024, ...options });
const judge = (document: string) => judgeMetadata(Buffer.from(document), { now: NOW });

/** Metadata with these certificates in one `X509Data`. */
function inOneChain(...certificates: string[]): string {
  return metadataWith({
    application: "agent",
    certificate: certificates.join("</ds:X509Certificate><ds:X509Certificate>"),
  });
}

describe("of the certificates in one X509Data, the dates of the one that signs count", () => {
  const PAST = { starts: new Date("2023-01-01"), ends: new Date("2025-12-31") };
  let root: string;
  let expired: string;
  let leaf: string;

  beforeAll(async () => {
    [root, expired, leaf] = await Promise.all([
      make({ name: "CN=Corp-Root", ends: new Date("2045-01-01") }),
      make({ name: "CN=idp.example.com", issuer: "CN=Corp-Root", ...PAST }),
      make({ name: "CN=idp.example.com", issuer: "CN=Corp-Root" }),
    ]);
  });

  test.each([
    ["first", () => inOneChain(expired, root)],
    ["last", () => inOneChain(root, expired)],
    ["alone", () => inOneChain(expired)],
  ])("when it has expired and stands %s", (_, document) => {
    const { metadata, errors, warnings } = judge(document());
    expect([errors, warnings]).toEqual([[], [EXPIRED]]);
    expect(metadata?.certificates.map(({ base64 }) => base64)).toEqual([expired]);
  });

  test("when it is valid, and those that certify it have expired", async () => {
    const [middle, top] = await Promise.all([
      make({ name: "CN=Corp-Root", issuer: "CN=Top", ...PAST }),
      make({ name: "CN=Top", ...PAST }),
    ]);
    const { metadata, errors, warnings } = judge(inOneChain(top, leaf, middle));
    expect([errors, warnings]).toEqual([[], []]);
    expect(metadata?.certificates.map(({ base64 }) => base64)).toEqual([leaf]);
  });

  test("and so do those of two that have issued themselves, as in a rotation", async () => {
    const [old, next] = await Promise.all([make(PAST), make({})]);
    const { metadata, errors, warnings } = judge(inOneChain(old, next));
    expect([errors, warnings]).toEqual([[], []]);
    expect(metadata?.certificates).toHaveLength(2);
  });

  test("but a certificate of another X509Data is not one of the chain", () => {
    const [descriptor = ""] =
      /<md:KeyDescriptor[^]*<\/md:KeyDescriptor>/.exec(inOneChain(root)) ?? [];
    const document = inOneChain(expired).replace("<md:KeyDescriptor", `${descriptor}$&`);
    const { metadata, warnings } = judge(document);
    expect(warnings).toEqual([]);
    expect(metadata?.certificates.map(({ base64 }) => base64)).toEqual([root, expired]);
  });
});

describe("a certificate with an X.509 extension twice", () => {
  test("is refused, as IAM refuses it", async () => {
    expect(judge(inOneChain(await make({ constraints: 2 })))).toEqual({
      errors: [
        `has a signing certificate with the X.509 extension 2.5.29.19 twice; IAM refuses metadata with such a certificate; rotate the application's certificate in Identity Center, then ${DOWNLOAD}`,
      ],
      warnings: [],
    });
  });

  test("is told from one that has it once", async () => {
    expect(judge(inOneChain(await make({ constraints: 1 })))).toMatchObject({
      errors: [],
      warnings: [],
    });
  });
});

test("a key that is not RSA is worth a warning that says what is known", () => {
  const EC =
    "MIIBbTCCARKgAwIBAgIUOhmdOturmHVZRv12km1jLWxTZ2swCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBeDAgFw0yNjExMjIwNjI0MTJaGA8yMTI2MTAyOTA2MjQxMlowDDEKMAgGA1UEAwwBeDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPkiLRdcFgD2H052JNlaCAhD5GFUuoamPL6Q5rciEitoJdCYIFw2oDXbfeHUcH1+SS3nlFLkP17PQhL8OGo2fNSjUDBOMB0GA1UdDgQWBBRapXYT+zBMMw3ou3jotdyoeA9bsTAfBgNVHSMEGDAWgBRapXYT+zBMMw3ou3jotdyoeA9bsTAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0kAMEYCIQDe/gRcD7o4qCImSp119YNdvP/Cv+VS0gXeoY0iMtG+VQIhAKG9u/QuWs7vjK2s1v10B74+YjCde1/ap3h0jNNU5Jds";
  const { metadata, errors, warnings } = judge(inOneChain(EC));
  expect([errors, warnings]).toEqual([
    [],
    [
      `has a signing key that is not an RSA key (ec); IAM asks for keys of 1,024 bits or more without naming a kind, and whether it takes this key and its signatures is unproven; if it does not, have the provider sign with an RSA key, then ${DOWNLOAD}`,
    ],
  ]);
  expect(metadata?.certificates).toEqual([
    {
      base64: EC,
      starts: new Date("2026-11-22T06:24:12Z"),
      ends: new Date("2126-10-29T06:24:12Z"),
      keyType: "ec",
    },
  ]);
});
