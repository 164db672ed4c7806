import { UnreadableXml } from "../../text/xml";
import { type CertificateFacts, readCertificate } from "./certificate";
import { METADATA_LIMITS } from "./metadata-limits";
import { NAMESPACES } from "./namespaces";
import { isMetadata, type ParsedMetadata, parseMetadata } from "./parse-metadata";

/** An identity provider's metadata document that has been read and found good. */
export interface SamlMetadata {
  /**
   * The document as it goes to IAM: the file's text, with the line ends that XML prescribes, so
   * that a checkout on Windows makes no difference.
   */
  readonly document: string;
  /** The issuer's name; every Identity Center application has one of its own. */
  readonly entityId: string;
  readonly certificates: readonly CertificateFacts[];
}

/** What was found wrong, each entry a rule and a fix; `metadata` is there when nothing is. */
export interface MetadataJudgement {
  readonly metadata?: SamlMetadata;
  /** What keeps IAM or sign-in from working with the document. */
  readonly errors: readonly string[];
  /** What will, before long. */
  readonly warnings: readonly string[];
}

export interface JudgeOptions {
  /**
   * The moment that certificates are judged at.
   *
   * @default - now
   */
  readonly now?: Date;
}

const DAY = 24 * 60 * 60 * 1000;
const DOWNLOAD =
  "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";

/**
 * Judges SAML metadata before IAM sees it. IAM finds some of this at apply, and the rest (an
 * expired certificate, another application's file) nobody finds until sign-in fails.
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
  const certificates = judgeCertificates(parsed, now);
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
    return { error: "is UTF-16; IAM takes UTF-8 without a byte order mark; save it so" };
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
    return { error: `is not UTF-8, and IAM takes nothing else; ${DOWNLOAD}` };
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
      return `breaks off before its end (${message}); ${DOWNLOAD}`;
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
    ? `is a service provider's metadata${entityId ? ` (${entityId})` : ""}, the wrong end of the connection; IAM needs the identity provider's; ${DOWNLOAD}`
    : `has no IDPSSODescriptor, so it describes no identity provider; ${DOWNLOAD}`;
}

function descriptorErrors(document: string, parsed: ParsedMetadata, now: Date): string[] {
  const errors: string[] = [];
  if (document.length < METADATA_LIMITS.minCharacters) {
    errors.push(
      `is ${String(document.length)} characters long; IAM takes ${count(METADATA_LIMITS.minCharacters)} or more; ${DOWNLOAD}`,
    );
  }
  if (parsed.encoding !== undefined && !/^utf-?8$/i.test(parsed.encoding)) {
    errors.push(`declares the encoding ${parsed.encoding}; IAM takes UTF-8; save it so`);
  }
  if (!parsed.entityId) errors.push(`has no entityID, the issuer's name; ${DOWNLOAD}`);
  if (!parsed.protocols.split(/\s+/).includes(NAMESPACES.protocol)) {
    errors.push(
      `does not support SAML 2.0 (${NAMESPACES.protocol}), which AWS speaks; ${DOWNLOAD}`,
    );
  }
  if (parsed.singleSignOnServices === 0)
    errors.push(`has no SingleSignOnService with a Location; ${DOWNLOAD}`);
  for (const end of parsed.validUntil) {
    if (Number.isNaN(Date.parse(end))) {
      errors.push(`has a validUntil that is no date (${JSON.stringify(end)}); ${DOWNLOAD}`);
    } else if (Date.parse(end) <= now.getTime()) {
      errors.push(`is valid until ${end} only; ${DOWNLOAD}`);
    }
  }
  return errors;
}

function judgeCertificates(parsed: ParsedMetadata, now: Date) {
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

  // During a rotation a document lists the old certificate beside the new one: one in date will do.
  const ends = coveredUntil(facts, now);
  const byStart = facts.toSorted((a, b) => a.starts.getTime() - b.starts.getTime());
  const next = byStart.find(({ starts }) => starts > now);
  const last = facts.toSorted((a, b) => a.ends.getTime() - b.ends.getTime()).at(-1);
  if (ends) {
    const days = (ends.getTime() - now.getTime()) / DAY;
    if (days <= METADATA_LIMITS.warningDays) {
      warnings.push(
        `has a signing certificate that ends on ${day(ends)}, ${inDays(Math.floor(days))}; rotate it in Identity Center before then, and ${DOWNLOAD}`,
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

/** Until when one certificate or another is in date without a gap; `undefined` when none is now. */
function coveredUntil(certificates: readonly CertificateFacts[], now: Date): Date | undefined {
  let until: Date | undefined;
  for (const { starts, ends } of certificates.toSorted(
    (a, b) => a.starts.getTime() - b.starts.getTime(),
  )) {
    if (starts <= (until ?? now) && ends > (until ?? now)) until = ends;
  }
  return until;
}

/** The signing certificates of a document found good, each as base64 in one line. */
export function signingCertificates({ document }: SamlMetadata): string[] {
  return parseMetadata(document).signingCertificates.map((text) => text.replace(/\s+/g, ""));
}

/** What to say of a file that is longer than IAM takes. */
export function metadataTooLong(length: number, unit: "bytes" | "characters"): string {
  return `is ${count(length)} ${unit} long; IAM takes up to ${count(METADATA_LIMITS.maxCharacters)} characters; this is not a metadata file`;
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
