import { NAMESPACES, SIGN_IN_FAILURES, signingCertificates } from "../../../aws/saml";
import { type Application, fixOf, nameOf } from "./application";
import { children, readTree, type SamlResponse, textOf, type XmlElement } from "../response";
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
  const expected = issuerOf(response.assertion, applications);
  const others = applications.filter((candidate) => candidate !== expected);
  for (const signer of expected ? [expected, ...others] : others) {
    const verified = await verifiedBy(signer, response.xml, signed);
    if (!verified) continue;
    const { assertion, starts, ends } = verified;
    const by = `${seen}, by the certificate of ${nameOf(signer)}`;
    const owner = issuerOf(assertion, applications);
    const foreign = owner && owner !== signer ? [signedByAnother(signer, owner)] : [];
    return {
      step: stepResult("signature", by, foreign, [...remarks, ...outOfDate(starts, ends, at)]),
      signed: { assertion, signer },
    };
  }
  if (!expected) {
    const why =
      "no configured application has this issuer, or the certificate that it is signed with";
    return { step: skipped("signature", why, remarks) };
  }
  const problem = {
    message: `does not verify with the certificate of ${nameOf(expected)}: the certificate was rotated, or the response was changed after it was sent, for example when XML was reformatted`,
    answer: SIGN_IN_FAILURES.signatureInvalid.answer,
    fix: `capture the form field itself; if that fails too, ${fixOf(expected, "signatureInvalid")}`,
  };
  return { step: stepResult("signature", seen, [problem], remarks) };
}

function issuerOf(assertion: XmlElement, applications: readonly Application[]) {
  const issuer = textOf(children(assertion, "Issuer", NAMESPACES.assertion)[0]) ?? "";
  return applications.find(({ application }) => application.metadata?.entityId === issuer);
}

function signedByAnother(signer: Application, owner: Application): RehearsalProblem {
  return {
    message: `is signed with the certificate of ${nameOf(signer)}, but its issuer is ${nameOf(owner)}`,
    answer: SIGN_IN_FAILURES.signatureInvalid.answer,
    fix: fixOf(owner, "signatureInvalid"),
  };
}

async function verifiedBy({ application }: Application, xml: string, signed: Signed) {
  const { metadata } = application;
  if (!metadata) return undefined;
  for (const [index, certificate] of signingCertificates(metadata).entries()) {
    const facts = metadata.certificates[index];
    const assertion = await verifiedAssertion(xml, signed, certificate);
    if (assertion !== undefined && facts) return { assertion: readTree(assertion), ...facts };
  }
  return undefined;
}

function outOfDate(starts: Date, ends: Date, at: Date): string[] {
  const unproven =
    "IAM accepts metadata with such a certificate; whether it still accepts its signatures is unproven.";
  if (at < starts) return [`The certificate is not valid before ${time(starts)}. ${unproven}`];
  if (at > ends) return [`The certificate expired on ${time(ends)}. ${unproven}`];
  return [];
}
