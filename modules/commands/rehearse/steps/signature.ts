import { ATTRIBUTES, type CertificateFacts, NAMESPACES, SIGN_IN_FAILURES } from "../../../aws/saml";
import { type Application, fixOf, nameOf } from "./application";
import {
  children,
  readAssertion,
  readTree,
  type SamlResponse,
  textOf,
  valuesOf,
  type XmlElement,
} from "../response";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { signatureShape } from "./signature-shape";
import { stepResult, listed, skipped, time } from "../step";
import { type Signed, verifiedAssertion } from "./verify";

/** An assertion that a configured key has signed. */
export interface SignedAssertion {
  readonly assertion: XmlElement;
  /** The application whose certificate verified the signature. */
  readonly signer: Application;
}

/** Verifies the signature with the certificates of every configured application. */
export async function checkSignature(
  response: SamlResponse,
  applications: readonly Application[],
  at: Date,
): Promise<{ step: RehearsalStep; signed?: SignedAssertion }> {
  const { signed, problems, remarks } = signatureShape(response);
  const places = listed([
    ...(signed.response ? ["the response"] : []),
    ...(signed.assertion ? ["the assertion"] : []),
  ]);
  const seen = places === "" ? "no signature" : `in ${places}`;
  if (problems.length > 0) return { step: stepResult("signature", seen, problems, remarks) };

  // Not verified: used only to try the likely certificates first, and in messages.
  const expected = issuersOf(response.assertion, applications);
  const others = applications.filter((candidate) => !expected.includes(candidate));
  for (const candidate of [...expected, ...others]) {
    const verified = await verifiedBy(candidate, response.xml, signed);
    if (!verified) continue;
    const { assertion, certificate } = verified;
    const owners = issuersOf(assertion, applications);
    const signer = signerOf(assertion, owners, certificate) ?? candidate;
    const by = `${seen}, by the certificate of ${nameOf(signer)}`;
    const foreign =
      owners[0] && !owners.includes(signer) ? [signedByAnother(signer, owners[0])] : [];
    return {
      step: stepResult("signature", by, foreign, [...remarks, ...outOfDate(certificate, at)]),
      signed: { assertion, signer },
    };
  }
  const [first] = expected;
  if (!first) {
    const why =
      "no configured application has this issuer, or the certificate that it is signed with";
    return { step: skipped("signature", why, remarks) };
  }
  const problem = {
    message: `does not verify with the certificate of ${listed(expected.map(nameOf))}: the certificate was rotated, or the response was changed after it was sent, for example when XML was reformatted`,
    answer: SIGN_IN_FAILURES.signatureInvalid.answer,
    fix: `capture the form field itself; if that fails too, ${fixOf(first, "signatureInvalid")}`,
  };
  return { step: stepResult("signature", seen, [problem], remarks) };
}

/** The applications with the issuer of an assertion: those of one Entra ID tenant share theirs. */
function issuersOf(
  assertion: XmlElement,
  applications: readonly Application[],
): readonly Application[] {
  const issuer = textOf(children(assertion, "Issuer", NAMESPACES.assertion)[0]) ?? "";
  return applications.filter(({ application }) => application.metadata?.entityId === issuer);
}

/** Of several applications with the issuer and the certificate, the Role attribute names one. */
function signerOf(
  assertion: XmlElement,
  owners: readonly Application[],
  { base64 }: CertificateFacts,
): Application | undefined {
  const signers = owners.filter(({ application }) =>
    application.metadata?.certificates.some((one) => one.base64 === base64),
  );
  const roles = valuesOf(readAssertion(assertion), ATTRIBUTES.role);
  return signers.find(({ mapping }) => roles.includes(mapping)) ?? signers[0];
}

function signedByAnother(signer: Application, owner: Application): RehearsalProblem {
  return {
    message: `is signed with the certificate of ${nameOf(signer)}, but its issuer is ${nameOf(owner)}`,
    answer: SIGN_IN_FAILURES.signatureInvalid.answer,
    fix: fixOf(owner, "signatureInvalid"),
  };
}

async function verifiedBy({ application }: Application, xml: string, signed: Signed) {
  for (const certificate of application.metadata?.certificates ?? []) {
    const assertion = await verifiedAssertion(xml, signed, certificate.base64);
    if (assertion !== undefined) return { assertion: readTree(assertion), certificate };
  }
  return undefined;
}

function outOfDate({ starts, ends }: CertificateFacts, at: Date): string[] {
  const unheeded = "IAM does not act on that date.";
  if (at < starts) return [`The certificate is not valid before ${time(starts)}. ${unheeded}`];
  if (at > ends) return [`The certificate expired on ${time(ends)}. ${unheeded}`];
  return [];
}
