import { createPrivateKey, type KeyObject } from "node:crypto";

import { SignedXml } from "xml-crypto";

import { makeKeys, type MetadataOptions, metadataWith } from "./metadata";

/** What a response says, and how it is signed. Left out: what Identity Center sends an agent. */
export interface ResponseOptions {
  readonly issued?: string;
  readonly status?: string;
  readonly issuer?: string;
  readonly nameId?: string;
  readonly recipient?: string;
  /** The whole `SubjectConfirmation`s. */
  readonly confirmations?: string;
  readonly destination?: string;
  readonly audiences?: readonly string[];
  readonly notBefore?: string;
  readonly notOnOrAfter?: string;
  /** Left out of the assertion when `null`. */
  readonly sessionEnds?: string | null;
  readonly roles?: readonly string[];
  readonly sessionNames?: readonly string[];
  /** Values of further attributes. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** What happens to the XML before it is signed. */
  readonly edit?: (xml: string) => string;
  /** Left out: the assertion. */
  readonly sign?: "assertion" | "response" | "both" | "neither";
  readonly signature?: SignatureOptions;
}

export interface SignatureOptions {
  readonly key?: KeyObject;
  readonly method?: string;
  readonly digest?: string;
  /** How XML becomes the bytes that are signed. */
  readonly canonicalization?: string;
  /** Base64 of the certificate in `KeyInfo`; `null` for a signature without `KeyInfo`. */
  readonly certificate?: string | null;
}

const ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes";
const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ASSERTION_ISSUER = "/*/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']";

/** An identity provider with a key of its own, that answers as Identity Center does. */
export class IdentityProvider {
  private constructor(
    public readonly metadata: string,
    public readonly certificate: string,
    public readonly key: KeyObject,
  ) {}

  public static async make(options: MetadataOptions): Promise<IdentityProvider> {
    const { certificate, privateKey } = await makeKeys(options);
    const metadata = metadataWith({ ...options, certificate });
    return new IdentityProvider(metadata, certificate, createPrivateKey(privateKey));
  }

  public get issuer(): string {
    return /entityID="([^"]+)"/.exec(this.metadata)?.[1] ?? "";
  }

  /** A response as XML. */
  public respond(options: ResponseOptions = {}): string {
    const { edit = (xml: string) => xml, sign = "assertion", signature = {} } = options;
    let xml = edit(unsigned({ issuer: this.issuer, ...options }));
    if (sign === "assertion" || sign === "both") xml = this.sign(xml, ASSERTION_ISSUER, signature);
    if (sign === "response" || sign === "both") {
      xml = this.sign(xml, "/*/*[local-name(.)='Issuer']", signature);
    }
    return xml;
  }

  /**
   * Signs the parent of an `Issuer`.
   *
   * @param issuer XPath of the element that the signature follows
   */
  public sign(xml: string, issuer: string, options: SignatureOptions = {}): string {
    const { certificate = this.certificate, canonicalization = EXCLUSIVE } = options;
    const signer = new SignedXml({
      privateKey: (options.key ?? this.key).export({ type: "pkcs8", format: "pem" }),
      ...(certificate !== null && {
        publicCert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
      }),
      signatureAlgorithm: options.method ?? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      canonicalizationAlgorithm: canonicalization,
    });
    signer.addReference({
      xpath: `${issuer}/..`,
      digestAlgorithm: options.digest ?? "http://www.w3.org/2001/04/xmlenc#sha256",
      transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", canonicalization],
    });
    signer.computeSignature(xml, {
      prefix: "ds",
      location: { reference: issuer, action: "after" },
    });
    return signer.getSignedXml();
  }
}

function unsigned(options: ResponseOptions): string {
  const {
    issued = "2026-12-01T12:00:00.000Z",
    status = "urn:oasis:names:tc:SAML:2.0:status:Success",
    issuer = "",
    nameId = "agent1@example.com",
    recipient = "https://signin.aws.amazon.com/saml",
    destination = recipient,
    audiences = ["urn:amazon:webservices"],
    notBefore = "2026-12-01T11:55:00.000Z",
    notOnOrAfter = "2026-12-01T12:05:00.000Z",
    sessionEnds = "2026-12-02T00:00:00.000Z",
    roles = [
      "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    ],
    sessionNames = ["agent1@example.com"],
    attributes = {},
  } = options;
  const {
    confirmations = `<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData NotOnOrAfter="${notOnOrAfter}" Recipient="${recipient}"/></saml2:SubjectConfirmation>`,
  } = options;
  const all = {
    ...(roles.length > 0 && { [`${ATTRIBUTES}/Role`]: roles }),
    ...(sessionNames.length > 0 && { [`${ATTRIBUTES}/RoleSessionName`]: sessionNames }),
    ...attributes,
  };
  const ends = sessionEnds === null ? "" : ` SessionNotOnOrAfter="${sessionEnds}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?><saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${destination}" ID="_response" IssueInstant="${issued}" Version="2.0">`,
    `<saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">${issuer}</saml2:Issuer>`,
    `<saml2p:Status><saml2p:StatusCode Value="${status}"/></saml2p:Status>`,
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion" IssueInstant="${issued}" Version="2.0">`,
    `<saml2:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">${issuer}</saml2:Issuer>`,
    `<saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${nameId}</saml2:NameID>${confirmations}</saml2:Subject>`,
    `<saml2:Conditions NotBefore="${notBefore}" NotOnOrAfter="${notOnOrAfter}"><saml2:AudienceRestriction>`,
    ...audiences.map((audience) => `<saml2:Audience>${audience}</saml2:Audience>`),
    `</saml2:AudienceRestriction></saml2:Conditions>`,
    `<saml2:AuthnStatement AuthnInstant="${issued}" SessionIndex="_session"${ends}><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>`,
    `<saml2:AttributeStatement>`,
    ...Object.entries(all).map(
      ([name, values]) =>
        `<saml2:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified">${values.map((value) => `<saml2:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:string">${value}</saml2:AttributeValue>`).join("")}</saml2:Attribute>`,
    ),
    `</saml2:AttributeStatement></saml2:Assertion></saml2p:Response>`,
  ].join("");
}
