import { NAMESPACES, type CertificateFacts, readCertificate } from "../../../aws/saml";
import { type Application, fixOf, nameOf } from "./application";
import { CAPTURE, descendants, FIELD, type SamlResponse, textOf } from "../response";
import { listed, refused, time } from "../step";
import type { RehearsalProblem } from "../verdict";
import { type Signed, verifiedAssertion } from "./verify";

/**
 * Says why no configured certificate verifies a signature: the certificate was rotated, it is that of
 * another application, or the response was changed after it was signed. The certificate that the
 * response carries tells them apart; it is never trusted.
 *
 * @param compact the response without the white space between its tags
 * @param owners the applications with the issuer of the response, at least one
 */
export async function unverifiedSignature(
  response: SamlResponse,
  compact: string,
  signed: Signed,
  owners: readonly Application[],
  all: readonly Application[],
): Promise<RehearsalProblem> {
  const own = listed(owners.map(nameOf));
  const fix = owners.map((owner) => fixOf(owner, "signatureInvalid"))[0] ?? CAPTURE;
  const carried = carriedCertificate(response);
  if (!carried) {
    const message = `does not verify with the certificate of ${own}, and carries no certificate that could tell why: the certificate was rotated, or the response was changed after it was signed`;
    return changed(response, message, `; if that fails too, ${fix}`);
  }
  const holders = all.filter(({ application }) =>
    application.metadata?.certificates.some(({ base64 }) => base64 === carried.base64),
  );
  const isOwn = owners.some((owner) => holders.includes(owner));
  if (isOwn) {
    const message = `names the certificate of ${own}, but was changed after it was signed, for example when XML was reformatted`;
    return changed(response, message);
  }
  if (holders.length > 0) {
    const message = `names the certificate of ${listed(holders.map(nameOf))}, but its issuer is ${own}; it was changed after it was signed`;
    return changed(response, message);
  }
  const span = `valid from ${time(carried.starts)} to ${time(carried.ends)}`;
  const unknown = `the metadata of ${own} does not have (${span})`;
  for (const xml of new Set([response.xml, compact])) {
    if ((await verifiedAssertion(xml, signed, carried.base64)) === undefined) continue;
    const message = `is signed with a certificate that ${unknown}: it was rotated after the metadata was downloaded, or somebody else made this response`;
    return refused("signatureInvalid", message, fix);
  }
  const message = `names a certificate that ${unknown}, and was changed after it was signed`;
  return changed(response, message, `; if that fails too, ${fix}`);
}

/** What a browser posted is what AWS gets; XML may have been changed on its way here. */
function changed({ form }: SamlResponse, message: string, otherwise = ""): RehearsalProblem {
  return form === "XML"
    ? { kind: "unverified", message, needs: `${FIELD}${otherwise}` }
    : refused("signatureInvalid", message, `${CAPTURE}${otherwise}`);
}

/** The certificate in the response; `undefined` where there is none, or more than one. */
function carriedCertificate({ root }: SamlResponse): CertificateFacts | undefined {
  const texts = descendants(root)
    .filter(({ local, uri }) => local === "X509Certificate" && uri === NAMESPACES.signature)
    .map((one) => (textOf(one) ?? "").replace(/\s+/g, ""));
  const [text, ...more] = new Set(texts);
  return text === undefined || more.length > 0 ? undefined : readCertificate(text);
}
