import { NAMESPACES, SIGN_IN_FAILURES } from "../../../aws/saml";
import {
  attribute,
  CAPTURE,
  children,
  descendants,
  type SamlResponse,
  textOf,
  type XmlElement,
} from "../response";
import type { RehearsalProblem } from "../rehearsal";
import { quoted } from "../step";
import type { Signed } from "./verify";

/** Algorithms of XML signatures that SAML responses use and the SAML library supports. */
const ALGORITHMS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "CanonicalizationMethod",
    ["http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"],
  ],
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
      "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
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

const UNTRUSTED = `${CAPTURE}; if this is what was sent, do not trust its source`;

/**
 * Checks where the signatures are and what they refer to, before any key is tried: the response and the
 * assertion may each have one, which signs that element. AWS does not document which of the two
 * Identity Center signs; one is enough, and where both are signed, both must be valid.
 */
export function signatureShape({ root, assertion }: SamlResponse): {
  signed: Signed;
  problems: RehearsalProblem[];
  remarks: string[];
} {
  const all = descendants(root).filter(
    ({ local, uri }) => local === "Signature" && uri === NAMESPACES.signature,
  );
  const ofResponse = children(root, "Signature", NAMESPACES.signature);
  const ofAssertion = children(assertion, "Signature", NAMESPACES.signature);
  const signed = { response: ofResponse.length > 0, assertion: ofAssertion.length > 0 };

  const problems: string[] = [];
  if (all.length === 0)
    problems.push("has no signature, neither in the response nor in its assertion");
  if (ofResponse.length > 1) problems.push("is signed twice, but one signature is expected");
  if (ofAssertion.length > 1) {
    problems.push("has an assertion that is signed twice, but one signature is expected");
  }
  if (all.length > ofResponse.length + ofAssertion.length) {
    problems.push("has a signature in a place other than the response and its assertion");
  }
  for (const [parent, signatures] of [
    [root, ofResponse],
    [assertion, ofAssertion],
  ] as const) {
    const [signature] = signatures;
    if (signature && signatures.length === 1) problems.push(...claims(parent, signature));
  }
  const sha1 = all
    .flatMap(descendants)
    .some((part) => attribute(part, "Algorithm")?.endsWith("sha1"));
  return {
    signed,
    problems: problems.map((message) => ({
      message,
      answer: SIGN_IN_FAILURES.signatureInvalid.answer,
      fix: UNTRUSTED,
    })),
    remarks: sha1
      ? ["It is signed with SHA-1, which is broken. Whether AWS still accepts it is unproven."]
      : [],
  };
}

/** Checks the form of a signature: it has one reference, to the element that it is in. */
function claims(parent: XmlElement, signature: XmlElement): string[] {
  const what = parent.uri === NAMESPACES.protocol ? "response" : "assertion";
  const info = children(signature, "SignedInfo");
  const references = info.flatMap((one) => children(one, "Reference"));
  const id = attribute(parent, "ID") ?? "";
  const uris = references.map((reference) => attribute(reference, "URI") ?? "");
  const unknown = descendants(signature).flatMap((part) => {
    const algorithm = attribute(part, "Algorithm") ?? "";
    const known = ALGORITHMS.get(part.local);
    return part.uri === NAMESPACES.signature && known && !known.includes(algorithm)
      ? [
          `has a signature of the ${what} with the ${part.local} ${quoted(algorithm)}, which is not accepted here`,
        ]
      : [];
  });
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
    ...unknown,
  ];
}
