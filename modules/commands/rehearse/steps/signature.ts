import { ATTRIBUTES, type CertificateFacts, NAMESPACES } from "../../../aws/saml";
import { type Application, fixOf, nameOf } from "./application";
import {
  children,
  readAssertion,
  readTree,
  type SamlResponse,
  textOf,
  valuesOf,
  withoutIndentation,
  type XmlElement,
} from "../response";
import type { RehearsalStep } from "../rehearsal";
import { mayHaveSigned } from "./may-have-signed";
import { signatureShape } from "./signature-shape";
import { listed, refused, stepResult, time, unverified } from "../step";
import { unverifiedSignature } from "./unverified-signature";
import type { RehearsalProblem } from "../verdict";
import { type Signed, verifiedAssertion } from "./verify";

/** An assertion to check, and the application that it is for. */
export interface CheckedAssertion {
  readonly assertion: XmlElement;
  /** The application whose certificate verified the signature, or else the one that is claimed. */
  readonly application: Application;
  /** The certificate that verified the signature; absent where nothing in the assertion is verified. */
  readonly certificate?: CertificateFacts;
}

/** Verifies the signature with the certificates of every configured application. */
export async function checkSignature(
  response: SamlResponse,
  applications: readonly Application[],
): Promise<{ step: RehearsalStep; checked?: CheckedAssertion }> {
  const { signed, problems, remarks, isSuspicious } = signatureShape(response);
  const places = listed([
    ...(signed.response ? ["the response"] : []),
    ...(signed.assertion ? ["the assertion"] : []),
  ]);
  const seen = places === "" ? "no signature" : `in ${places}`;
  const owners = issuersOf(response.assertion, applications);
  const claimed = claimedBy(response.assertion, owners);
  if (problems.length > 0) {
    const step = stepResult("signature", seen, problems, remarks);
    return { step, ...(!isSuspicious && claimed && { checked: claimed }) };
  }

  // Not verified: used only to try the likely certificates first, and in messages.
  const candidates = candidatesOf([...owners, ...applications], response);
  const verified = await verifiedBy(candidates, response.xml, signed);
  if (verified) return verifiedStep(verified, applications, seen, [], remarks);

  const compact = withoutIndentation(response.xml);
  const again = compact !== response.xml && (await verifiedBy(candidates, compact, signed));
  if (again) {
    const [found, more] = indented(response);
    return verifiedStep(again, applications, seen, found, [...remarks, ...more]);
  }

  if (!claimed) {
    const why =
      "no configured application has this issuer, or the certificate that it is signed with";
    const needs = "the metadata of the application that issued it";
    return { step: { ...unverified("signature", why, needs), remarks } };
  }
  const problem = await unverifiedSignature(response, compact, signed, owners, applications);
  return { step: stepResult("signature", seen, [problem], remarks), checked: claimed };
}

/** The application of an assertion that is not verified: one with its issuer, by its Role attribute. */
function claimedBy(
  assertion: XmlElement,
  owners: readonly Application[],
): CheckedAssertion | undefined {
  const roles = valuesOf(readAssertion(assertion), ATTRIBUTES.role);
  const application = owners.find(({ mapping }) => roles.includes(mapping)) ?? owners[0];
  return application && { assertion, application };
}

/** A certificate that may be the one of a signature. */
interface Candidate {
  readonly certificate: CertificateFacts;
  /** The first application that has the certificate. */
  readonly holder: Application;
}

interface Verified extends Candidate {
  readonly assertion: XmlElement;
}

/**
 * Lists the certificates whose keys may have made every signature of a response, each once: to verify a
 * long response takes long, and a config may have the certificates of dozens of applications.
 */
function candidatesOf(
  applications: readonly Application[],
  { root, assertion }: SamlResponse,
): readonly Candidate[] {
  const values = [root, assertion]
    .flatMap((parent) => children(parent, "Signature", NAMESPACES.signature))
    .flatMap((signature) => children(signature, "SignatureValue"))
    .map((value) => textOf(value) ?? "");
  const found = new Map<string, Candidate>();
  for (const holder of applications) {
    for (const certificate of holder.application.metadata?.certificates ?? []) {
      const { base64 } = certificate;
      if (found.has(base64) || !values.every((value) => mayHaveSigned(base64, value))) continue;
      found.set(base64, { certificate, holder });
    }
  }
  return [...found.values()];
}

async function verifiedBy(
  candidates: readonly Candidate[],
  xml: string,
  signed: Signed,
): Promise<Verified | undefined> {
  for (const candidate of candidates) {
    const assertion = await verifiedAssertion(xml, signed, candidate.certificate.base64);
    if (assertion !== undefined) return { ...candidate, assertion: readTree(assertion) };
  }
  return undefined;
}

function verifiedStep(
  { assertion, certificate, holder }: Verified,
  applications: readonly Application[],
  seen: string,
  problems: readonly RehearsalProblem[],
  remarks: readonly string[],
): { step: RehearsalStep; checked: CheckedAssertion } {
  const owners = issuersOf(assertion, applications);
  const application = signerOf(assertion, owners, certificate) ?? holder;
  const by = `${seen}, by the certificate of ${nameOf(application)}`;
  const foreign =
    owners[0] && !owners.includes(application) ? [signedByAnother(application, owners[0])] : [];
  return {
    step: stepResult("signature", by, [...problems, ...foreign], remarks),
    checked: { assertion, application, certificate },
  };
}

/** Says of a response that verifies once its indentation is dropped where that may come from. */
function indented({ form }: SamlResponse): [RehearsalProblem[], string[]] {
  const message =
    "was indented after it was signed; it verifies without the white space between tags";
  return form === "XML"
    ? [[], [`The XML ${message}, and is checked without it.`]]
    : [
        [
          {
            kind: "unverified",
            message: `${message}; AWS refuses it if the browser posted it so`,
            needs: "the form field as the browser posts it",
          },
        ],
        [],
      ];
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
  return refused(
    "signatureInvalid",
    `is signed with the certificate of ${nameOf(signer)}, but its issuer is ${nameOf(owner)}`,
    fixOf(owner, "signatureInvalid"),
  );
}

/** Remarks on a signing certificate that is not valid at the moment of sign-in. */
export function certificateRemarks({ starts, ends }: CertificateFacts, at: Date): string[] {
  const unheeded = "IAM does not act on that date.";
  if (at < starts) return [`The certificate is not valid before ${time(starts)}. ${unheeded}`];
  if (at > ends) return [`The certificate expired on ${time(ends)}. ${unheeded}`];
  return [];
}
