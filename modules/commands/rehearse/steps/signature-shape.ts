import { NAMESPACES } from "../../../aws/saml";
import {
  attribute,
  CAPTURE,
  children,
  descendants,
  FIELD,
  type SamlResponse,
  textOf,
  type XmlElement,
} from "../response";
import { quoted, refusedBy } from "../step";
import type { RehearsalProblem } from "../verdict";
import type { Signed } from "./verify";

/** Canonical XML that has every namespace around an element, and not only those that it uses. */
const INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** Algorithms of XML signatures that SAML responses use and the SAML library supports. */
const ALGORITHMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["CanonicalizationMethod", ["http://www.w3.org/2001/10/xml-exc-c14n#", INCLUSIVE]],
  [
    "SignatureMethod",
    [
      "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
      "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
    ],
  ],
  [
    "Transform",
    [
      "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
      "http://www.w3.org/2001/10/xml-exc-c14n#",
      INCLUSIVE,
    ],
  ],
  [
    "DigestMethod",
    [
      "http://www.w3.org/2000/09/xmldsig#sha1",
      "http://www.w3.org/2001/04/xmlenc#sha256",
      "http://www.w3.org/2001/04/xmlenc#sha512",
    ],
  ],
]);

/** Where the signatures of a response are, before any key is tried. */
export interface SignatureShape {
  readonly signed: Signed;
  readonly problems: readonly RehearsalProblem[];
  readonly remarks: readonly string[];
  /** True where the signatures are such that an attack is likely; then nothing in it is worth reading. */
  readonly isSuspicious: boolean;
}

/**
 * Checks where the signatures are and what they refer to, before any key is tried: the response and the
 * assertion may each have one, which signs that element. AWS does not document which of the two
 * Identity Center signs; one is enough, and where both are signed, both must be valid.
 */
export function signatureShape({ root, assertion }: SamlResponse): SignatureShape {
  const all = descendants(root).filter(
    ({ local, uri }) => local === "Signature" && uri === NAMESPACES.signature,
  );
  const ofResponse = children(root, "Signature", NAMESPACES.signature);
  const ofAssertion = children(assertion, "Signature", NAMESPACES.signature);
  const signed = { response: ofResponse.length > 0, assertion: ofAssertion.length > 0 };

  const odd: string[] = [];
  if (ofResponse.length > 1) odd.push("is signed twice, but one signature is expected");
  if (ofAssertion.length > 1) {
    odd.push("has an assertion that is signed twice, but one signature is expected");
  }
  if (all.length > ofResponse.length + ofAssertion.length) {
    odd.push("has a signature in a place other than the response and its assertion");
  }
  const unsupported: string[] = [];
  for (const [parent, [signature, ...more]] of [
    [root, ofResponse],
    [assertion, ofAssertion],
  ] as const) {
    if (!signature || more.length > 0) continue;
    odd.push(...oddClaims(parent, signature));
    unsupported.push(...unsupportedAlgorithms(parent, signature));
  }
  unsupported.push(...inclusiveAfterAnother(all));
  const sha1 = all
    .flatMap(descendants)
    .some((part) => attribute(part, "Algorithm")?.endsWith("sha1"));
  return {
    signed,
    problems: [
      ...(all.length === 0 ? [UNSIGNED] : []),
      ...odd.map((message) => ({
        kind: "unverified" as const,
        message,
        needs: `${FIELD}; ${UNTRUSTED}`,
      })),
      ...unsupported.map((message) => ({
        kind: "unverified" as const,
        message,
        needs: "a sign-in",
      })),
    ],
    remarks: sha1
      ? ["It is signed with SHA-1, which is broken. Whether AWS still accepts it is unproven."]
      : [],
    isSuspicious: odd.length > 0,
  };
}

const UNTRUSTED = "if this is what was sent, do not trust its source";

const UNSIGNED = refusedBy(
  "samlProfiles",
  "has no signature, neither in the response nor in its assertion; SAML requires one of a response that a browser posts",
  `${CAPTURE}; ${UNTRUSTED}`,
);

function nameIn(parent: XmlElement): string {
  return parent.uri === NAMESPACES.protocol ? "response" : "assertion";
}

/** Checks the form of a signature: it has one reference, to the element that it is in. */
function oddClaims(parent: XmlElement, signature: XmlElement): string[] {
  const what = nameIn(parent);
  const info = children(signature, "SignedInfo");
  const references = info.flatMap((one) => children(one, "Reference"));
  const id = attribute(parent, "ID") ?? "";
  const uris = references.map((reference) => attribute(reference, "URI") ?? "");
  const values = children(signature, "SignatureValue").map((value) => textOf(value) ?? "");
  const isBase64 = values.every((value) =>
    /^[A-Za-z0-9+/]+={0,2}$/.test(value.replace(/\s+/g, "")),
  );
  return [
    ...(values.length === 1 && isBase64
      ? []
      : [`has a signature in the ${what} without exactly one SignatureValue in base64`]),
    ...(info.length === 1 && uris.length === 1 && id !== "" && uris[0] === `#${id}`
      ? []
      : [`has a signature in the ${what} that signs something other than this ${what}`]),
  ];
}

function unsupportedAlgorithms(parent: XmlElement, signature: XmlElement): string[] {
  return descendants(signature).flatMap((part) => {
    const algorithm = attribute(part, "Algorithm") ?? "";
    const known = ALGORITHMS.get(part.local);
    return part.uri === NAMESPACES.signature && known && !known.includes(algorithm)
      ? [
          `has a signature of the ${nameIn(parent)} with the ${part.local} ${quoted(algorithm)}, which is not supported here`,
        ]
      : [];
  });
}

/**
 * Finds what the SAML library cannot verify: of several signatures, it takes the namespaces around the
 * first one for those around each.
 */
function inclusiveAfterAnother([, ...later]: readonly XmlElement[]): string[] {
  const methods = later
    .flatMap((signature) => children(signature, "SignedInfo"))
    .flatMap((info) => children(info, "CanonicalizationMethod"));
  return methods.some((method) => attribute(method, "Algorithm") === INCLUSIVE)
    ? [
        `has two signatures, the second with the CanonicalizationMethod ${quoted(INCLUSIVE)}, which is not supported here together`,
      ]
    : [];
}
