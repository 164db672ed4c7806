import { UnreadableXml } from "../../text/xml";
import { type CertificateFacts, readCertificate } from "./certificate";
import { METADATA_LIMITS } from "./metadata-limits";
import { NAMESPACES } from "./namespaces";
import { isMetadata, type ParsedMetadata, parseMetadata } from "./parse-metadata";

/** A valid SAML metadata document of an identity provider. */
export interface SamlMetadata {
  /**
   * Text of the document that IAM gets, with the line ends that XML prescribes, so that a checkout on
   * Windows makes no difference.
   */
  readonly document: string;
  /** Name of the issuer (`entityID`); every Identity Center application has its own. */
  readonly entityId: string;
  /** Signing certificates of the document, including expired ones. */
  readonly certificates: readonly CertificateFacts[];
}

/** Result of the check of a SAML metadata document. */
export interface MetadataJudgement {
  /** The document; `undefined` when there are errors. */
  readonly metadata?: SamlMetadata;
  /** Reasons why IAM or sign-in cannot work with the document, each with its fix. */
  readonly errors: readonly string[];
  /** Reasons why sign-in will soon fail, each with its fix. */
  readonly warnings: readonly string[];
}

/** Options of `judgeMetadata`. */
export interface JudgeOptions {
  /**
   * Time at which the document and its certificates must be valid.
   *
   * @default - now
   */
  readonly now?: Date;
}

const DAY = 24 * 60 * 60 * 1000;
const DOWNLOAD =
  "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";

/**
 * Checks a SAML metadata document before it is sent to IAM, which would report some of these mistakes
 * at apply; others, such as an expired certificate, would show only when sign-in fails.
 *
 * @param bytes content of the metadata file, as it is on disk
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
 */
export function judgeMetadata(bytes: Uint8Array, options: JudgeOptions = {}): MetadataJudgement {
  const text = decode(bytes);
  if ("error" in text) return failure(text.error);
  const document = text.document;

  let parsed: ParsedMetadata;
  try {
    parsed = parseMetadata(document);
  } catch (error) {
    if (!(error instanceof UnreadableXml)) throw error;
    return failure(unreadable(document, error));
  }
  const wrongKind = kindError(parsed);
  if (wrongKind !== undefined) return failure(wrongKind);

  const now = options.now ?? new Date();
  const certificates = checkCertificates(parsed, now);
  const errors = [...descriptorErrors(document, parsed, now), ...certificates.errors];
  if (errors.length > 0 || parsed.entityId === undefined) {
    return { errors, warnings: certificates.warnings };
  }
  return {
    metadata: { document, entityId: parsed.entityId, certificates: certificates.facts },
    errors,
    warnings: certificates.warnings,
  };
}

function decode(bytes: Uint8Array): { document: string } | { error: string } {
  if (bytes.length === 0) return { error: `is empty; ${DOWNLOAD}` };
  if (bytes.length > METADATA_LIMITS.maxBytes)
    return { error: metadataTooLong(bytes.length, "bytes") };
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return {
      error: "is UTF-16; IAM takes UTF-8 without a byte order mark; save it in that encoding",
    };
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return {
      error:
        "starts with a byte order mark (BOM), which IAM cannot parse; save it as UTF-8 without BOM",
    };
  }
  let document: string;
  try {
    document = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { error: `is not UTF-8; IAM takes only UTF-8; ${DOWNLOAD}` };
  }
  if (document.trim() === "") return { error: `is empty; ${DOWNLOAD}` };
  if (document.length > METADATA_LIMITS.maxCharacters) {
    return { error: metadataTooLong(document.length, "characters") };
  }
  return { document: document.replace(/\r\n?/g, "\n") };
}

function unreadable(document: string, { message, kind }: UnreadableXml): string {
  if (!document.trimStart().startsWith("<")) return `is not XML; ${DOWNLOAD}`;
  if (/^\s*(<\?xml[^>]*>\s*)?<!doctype\s+html[\s>]/i.test(document))
    return `is a web page; ${DOWNLOAD}`;
  switch (kind) {
    case "refused":
      return `is refused: ${message}; ${DOWNLOAD}`;
    case "cut short":
      return `is incomplete (${message}); ${DOWNLOAD}`;
    case "malformed":
      return `is not well-formed XML: ${message}; ${DOWNLOAD}`;
  }
}

function kindError(parsed: ParsedMetadata): string | undefined {
  const { rootName, rootNamespace, entityId } = parsed;
  if (isMetadata(parsed) && rootName === "EntitiesDescriptor") {
    return "describes several entities (EntitiesDescriptor); IAM takes one EntityDescriptor; give the one of this application";
  }
  if (!isMetadata(parsed) || rootName !== "EntityDescriptor") {
    const namespace = rootNamespace === "" ? "no namespace" : `the namespace ${rootNamespace}`;
    return `is not SAML 2.0 metadata: its root element is <${rootName}> of ${namespace}, not SAML's EntityDescriptor; ${DOWNLOAD}`;
  }
  if (parsed.isIdentityProvider) return undefined;
  return parsed.isServiceProvider
    ? `is the metadata of a service provider${entityId ? ` (${entityId})` : ""}, which is the other side of the connection; IAM needs the metadata of the identity provider; ${DOWNLOAD}`
    : `has no IDPSSODescriptor, so it does not describe an identity provider; ${DOWNLOAD}`;
}

function descriptorErrors(document: string, parsed: ParsedMetadata, now: Date): string[] {
  const errors: string[] = [];
  if (document.length < METADATA_LIMITS.minCharacters) {
    errors.push(
      `is ${String(document.length)} characters long; IAM takes ${count(METADATA_LIMITS.minCharacters)} or more; ${DOWNLOAD}`,
    );
  }
  if (parsed.encoding !== undefined && !/^utf-?8$/i.test(parsed.encoding)) {
    errors.push(
      `declares the encoding ${parsed.encoding}; IAM takes UTF-8; save it in that encoding`,
    );
  }
  if (!parsed.entityId) errors.push(`has no entityID, the issuer's name; ${DOWNLOAD}`);
  if (!parsed.protocols.split(/\s+/).includes(NAMESPACES.protocol)) {
    errors.push(`does not support SAML 2.0 (${NAMESPACES.protocol}), which AWS uses; ${DOWNLOAD}`);
  }
  if (parsed.singleSignOnServices === 0)
    errors.push(`has no SingleSignOnService with a Location; ${DOWNLOAD}`);
  for (const end of parsed.validUntil) {
    if (Number.isNaN(Date.parse(end))) {
      errors.push(`has a validUntil that is not a date (${JSON.stringify(end)}); ${DOWNLOAD}`);
    } else if (Date.parse(end) <= now.getTime()) {
      errors.push(`has expired: it was valid until ${end}; ${DOWNLOAD}`);
    }
  }
  return errors;
}

function checkCertificates(parsed: ParsedMetadata, now: Date) {
  const errors: string[] = [];
  const warnings: string[] = [];
  const facts: CertificateFacts[] = [];
  for (const base64 of parsed.signingCertificates) {
    const certificate = readCertificate(base64);
    if (!certificate) {
      errors.push(`has a signing certificate that cannot be read; ${DOWNLOAD}`);
      continue;
    }
    facts.push(certificate);
    if (certificate.rsaBits !== undefined && certificate.rsaBits < METADATA_LIMITS.minRsaBits) {
      errors.push(
        `has a signing key of ${String(certificate.rsaBits)} bits; IAM takes ${count(METADATA_LIMITS.minRsaBits)} or more; rotate the application's certificate, then ${DOWNLOAD}`,
      );
    }
  }
  if (parsed.signingCertificates.length === 0) {
    errors.push(
      `has no signing certificate, without which no response can be verified; ${DOWNLOAD}`,
    );
  }

  // During a rotation a document lists the old certificate next to the new one: one valid
  // certificate is enough.
  const ends = coveredUntil(facts, now);
  const byStart = facts.toSorted((a, b) => a.starts.getTime() - b.starts.getTime());
  const next = byStart.find(({ starts }) => starts > now);
  const last = facts.toSorted((a, b) => a.ends.getTime() - b.ends.getTime()).at(-1);
  if (ends) {
    const days = (ends.getTime() - now.getTime()) / DAY;
    if (days <= METADATA_LIMITS.warningDays) {
      warnings.push(
        `has a signing certificate that expires on ${day(ends)}, ${inDays(Math.floor(days))}; rotate it in Identity Center before then, and ${DOWNLOAD}`,
      );
    }
  } else if (next) {
    errors.push(
      `has a signing certificate that is not valid before ${day(next.starts)}; check this machine's clock, or ${DOWNLOAD}`,
    );
  } else if (last) {
    errors.push(
      `has a signing certificate that expired on ${day(last.ends)}, so that every sign-in fails; rotate it in Identity Center, then ${DOWNLOAD}`,
    );
  }
  return { errors, warnings, facts };
}

/** The time until which there is always a valid certificate; `undefined` when none is valid now. */
function coveredUntil(certificates: readonly CertificateFacts[], now: Date): Date | undefined {
  let until: Date | undefined;
  for (const { starts, ends } of certificates.toSorted(
    (a, b) => a.starts.getTime() - b.starts.getTime(),
  )) {
    if (starts <= (until ?? now) && ends > (until ?? now)) until = ends;
  }
  return until;
}

/** Returns the signing certificates of a valid document, each as base64 in one line. */
export function signingCertificates({ document }: SamlMetadata): string[] {
  return parseMetadata(document).signingCertificates.map((text) => text.replace(/\s+/g, ""));
}

/** Says that a file is longer than IAM takes, and what to do. */
export function metadataTooLong(length: number, unit: "bytes" | "characters"): string {
  return `is ${count(length)} ${unit} long; IAM takes up to ${count(METADATA_LIMITS.maxCharacters)} characters; make sure that this is a metadata file`;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function inDays(days: number): string {
  return days === 0 ? "within a day" : days === 1 ? "in 1 day" : `in ${String(days)} days`;
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function failure(error: string): MetadataJudgement {
  return { errors: [error], warnings: [] };
}
