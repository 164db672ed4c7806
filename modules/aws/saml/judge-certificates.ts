import { type CertificateFacts, readCertificate, signing } from "./certificate";
import type { MetadataAdvice } from "./metadata-advice";
import { day, expiresSoon, MOVED_ON, UNHEEDED } from "./metadata-dates";
import { METADATA_LIMITS } from "./metadata-limits";

/** Result of the check of the certificates of a document. */
interface CertificateJudgement {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The signing certificates that can be read. */
  readonly facts: readonly CertificateFacts[];
}

/**
 * Checks the certificates that an identity provider signs with, which are those of one `X509Data` in
 * each entry.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
 */
export function judgeCertificates(
  chains: readonly (readonly string[])[],
  advice: MetadataAdvice,
  now: Date,
): CertificateJudgement {
  const { download, rotate } = advice;
  if (chains.length === 0) {
    const error = `has no signing certificate, without which no response can be verified; ${download}`;
    return { errors: [error], warnings: [], facts: [] };
  }
  const read = chains.map((chain) => chain.map(readCertificate));
  const errors = read.flat().flatMap((certificate) => {
    if (!certificate) return [`has a signing certificate that cannot be read; ${download}`];
    const { rsaBits, repeatedExtension } = certificate;
    return [
      ...(rsaBits !== undefined && rsaBits < METADATA_LIMITS.minRsaBits
        ? [
            `has a signing key of ${String(rsaBits)} bits; IAM takes ${METADATA_LIMITS.minRsaBits.toLocaleString("en-US")} or more; ${rotate}, then ${download}`,
          ]
        : []),
      ...(repeatedExtension === undefined
        ? []
        : [
            `has a signing certificate with the X.509 extension ${repeatedExtension} twice; IAM refuses metadata with such a certificate; ${rotate}, then ${download}`,
          ]),
    ];
  });
  const signers = read.flatMap((chain) =>
    signing(chain.flatMap((certificate) => certificate ?? [])),
  );
  const facts = signers.map(({ base64, starts, ends, keyType, rsaBits }) => ({
    base64,
    starts,
    ends,
    keyType,
    ...(rsaBits !== undefined && { rsaBits }),
  }));
  return {
    // Several certificates may have the same fault.
    errors: [...new Set(errors)],
    warnings: [...keyWarnings(facts, advice), ...dateWarnings(facts, advice, now)],
    facts,
  };
}

function keyWarnings(
  certificates: readonly CertificateFacts[],
  { download }: MetadataAdvice,
): string[] {
  const kinds = new Set(
    certificates.map(({ keyType }) => keyType).filter((type) => !type.startsWith("rsa")),
  );
  return [...kinds].map(
    (kind) =>
      `has a signing key that is not an RSA key (${kind}); IAM asks for keys of ${METADATA_LIMITS.minRsaBits.toLocaleString("en-US")} bits or more without naming a kind, and whether it takes this key and its signatures is unproven; if it does not, have the provider sign with an RSA key, then ${download}`,
  );
}

/**
 * During a rotation a document lists the old certificate next to the new one: one valid certificate is
 * enough.
 */
function dateWarnings(
  certificates: readonly CertificateFacts[],
  { rotate, download }: MetadataAdvice,
  now: Date,
): string[] {
  const covered = coveredUntil(certificates, now);
  if (covered) {
    const soon = expiresSoon(covered, now);
    return soon === undefined
      ? []
      : [`has a signing certificate that ${soon}; ${rotate} before then, and ${download}`];
  }
  const starts = certificates.map((one) => one.starts.getTime()).filter((time) => time > +now);
  if (starts.length > 0) {
    const first = day(new Date(Math.min(...starts)));
    return [
      `has a signing certificate that is not valid before ${first}; ${UNHEEDED}, but the provider may still sign with another key, and then sign-in fails; check this machine's clock, or ${download}`,
    ];
  }
  if (certificates.length === 0) return [];
  const last = day(new Date(Math.max(...certificates.map(({ ends }) => ends.getTime()))));
  return [
    `has a signing certificate that expired on ${last}; ${MOVED_ON}; ${rotate} if it is still in use, then ${download}`,
  ];
}

/** The time until which there is always a valid certificate; `undefined` when none is valid now. */
function coveredUntil(certificates: readonly CertificateFacts[], now: Date): Date | undefined {
  let until: Date | undefined;
  for (const { starts, ends } of certificates.toSorted((a, b) => +a.starts - +b.starts)) {
    if (starts <= (until ?? now) && ends > (until ?? now)) until = ends;
  }
  return until;
}
