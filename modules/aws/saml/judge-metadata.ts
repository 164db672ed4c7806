import { UnreadableXml } from "../../text/xml";
import type { CertificateFacts } from "./certificate";
import { judgeCertificates } from "./judge-certificates";
import { type MetadataAdvice, metadataAdvice } from "./metadata-advice";
import { judgeValidity } from "./metadata-dates";
import { knownIdentity, type MetadataIdentity, remember } from "./metadata-identity";
import { METADATA_LIMITS } from "./metadata-limits";
import { NAMESPACES } from "./namespaces";
import {
  isMetadata,
  type ParsedMetadata,
  parseMetadata,
  type ParsedProvider,
} from "./parse-metadata";

/** A valid SAML metadata document of an identity provider. */
export interface SamlMetadata {
  /**
   * Text of the document that IAM gets, with the line ends that XML prescribes, so that a checkout on
   * Windows makes no difference.
   */
  readonly document: string;
  /**
   * Name of the issuer (`entityID`). Every Identity Center application has its own; applications of
   * other identity providers may share one.
   */
  readonly entityId: string;
  /** Signing certificates of the document, including expired ones, without those that certify them. */
  readonly certificates: readonly CertificateFacts[];
}

/** Result of the check of a SAML metadata document. */
export interface MetadataJudgement {
  /** The document; `undefined` when there are errors. */
  readonly metadata?: SamlMetadata;
  /** Reasons why IAM or sign-in cannot work with the document, each with its fix. */
  readonly errors: readonly string[];
  /** Reasons why sign-in may fail, now or soon, such as a date in the past, each with its fix. */
  readonly warnings: readonly string[];
}

/** Options of `judgeMetadata`. */
export interface JudgeOptions {
  /**
   * Time with which the dates of the document and its certificates are compared.
   *
   * @default - now
   */
  readonly now?: Date;
}

/** The advice for a file of which no issuer is known. */
const { download: DOWNLOAD } = metadataAdvice(undefined);

/**
 * Checks a SAML metadata document before it is sent to IAM, which would report some of these mistakes
 * at apply; others, such as an old certificate, would show only when sign-in fails.
 *
 * @param bytes content of the metadata file, as it is on disk
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
 */
export function judgeMetadata(bytes: Uint8Array, options: JudgeOptions = {}): MetadataJudgement {
  const checked = check(bytes, options);
  remember(bytes, checked);
  return checked;
}

/** Tells what a document is, whatever the time: as it was found before, where the same was checked. */
export function identifyMetadata(document: string): MetadataIdentity {
  const bytes = Buffer.from(document);
  return knownIdentity(bytes) ?? remember(bytes, check(bytes, {}));
}

function check(bytes: Uint8Array, options: JudgeOptions): MetadataJudgement {
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

  const { now = new Date() } = options;
  const { entityId, validUntil } = parsed;
  const advice = metadataAdvice(entityId);
  const providers = providersOf(parsed);
  const ends = [validUntil, ...providers.map((provider) => provider.validUntil)];
  const validity = judgeValidity(
    ends.flatMap((end) => end ?? []),
    advice,
    now,
  );
  const chains = providers.flatMap(({ signingCertificates }) => signingCertificates);
  const certificates = judgeCertificates(chains, advice, now);
  const errors = [
    ...descriptorErrors(document, parsed, providers, advice),
    ...validity.errors,
    ...certificates.errors,
  ];
  const warnings = [...validity.warnings, ...certificates.warnings];
  if (errors.length > 0 || entityId === undefined) return { errors, warnings };
  return { metadata: { document, entityId, certificates: certificates.facts }, errors, warnings };
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
  if (isMetadata(parsed) && rootName === "EntitiesDescriptor") return wrapperError(parsed);
  if (!isMetadata(parsed) || rootName !== "EntityDescriptor") {
    const namespace = rootNamespace === "" ? "no namespace" : `the namespace ${rootNamespace}`;
    return `is not SAML 2.0 metadata: its root element is <${rootName}> of ${namespace}, not SAML's EntityDescriptor; ${DOWNLOAD}`;
  }
  if (parsed.identityProviders.length > 0) return undefined;
  return parsed.isServiceProvider
    ? `is the metadata of a service provider${entityId ? ` (${entityId})` : ""}, which is the other side of the connection; IAM needs the metadata of the identity provider; ${DOWNLOAD}`
    : `has no IDPSSODescriptor, so it does not describe an identity provider; ${DOWNLOAD}`;
}

function wrapperError({ wrapped }: ParsedMetadata): string {
  const [entityId, second] = wrapped;
  if (entityId === undefined) {
    return `describes no entity: its EntitiesDescriptor has no EntityDescriptor; ${DOWNLOAD}`;
  }
  const takes = "IAM takes an EntityDescriptor alone";
  return second === undefined
    ? `wraps one entity (${entityId}) in an EntitiesDescriptor; ${takes}; save that element as the file, with the xmlns attributes of the wrapper`
    : `describes ${String(wrapped.length)} entities (EntitiesDescriptor); ${takes}; save the one of this application's identity provider as the file, with the xmlns attributes of the wrapper`;
}

function descriptorErrors(
  document: string,
  { encoding, entityId }: ParsedMetadata,
  providers: readonly ParsedProvider[],
  { download }: MetadataAdvice,
): string[] {
  const errors: string[] = [];
  if (document.length < METADATA_LIMITS.minCharacters) {
    errors.push(
      `is ${String(document.length)} characters long; IAM takes ${count(METADATA_LIMITS.minCharacters)} or more; ${download}`,
    );
  }
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
    errors.push(`declares the encoding ${encoding}; IAM takes UTF-8; save it in that encoding`);
  }
  if (!entityId) errors.push(`has no entityID, the issuer's name; ${download}`);
  if (!providers.some(speaksSaml2)) {
    errors.push(`does not support SAML 2.0 (${NAMESPACES.protocol}), which AWS uses; ${download}`);
  }
  if (providers.every(({ singleSignOnServices }) => singleSignOnServices === 0)) {
    errors.push(`has no SingleSignOnService with a Location; ${download}`);
  }
  return errors;
}

/** AWS speaks SAML 2.0 alone, so what a document says of other versions does not count. */
function providersOf({ identityProviders }: ParsedMetadata): readonly ParsedProvider[] {
  const saml2 = identityProviders.filter(speaksSaml2);
  return saml2.length > 0 ? saml2 : identityProviders;
}

function speaksSaml2({ protocols }: ParsedProvider): boolean {
  return protocols.includes(NAMESPACES.protocol);
}

/** Says that a file is longer than IAM takes, and what to do. */
export function metadataTooLong(length: number, unit: "bytes" | "characters"): string {
  return `is ${count(length)} ${unit} long; IAM takes up to ${count(METADATA_LIMITS.maxCharacters)} characters; make sure that this is a metadata file`;
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function failure(error: string): MetadataJudgement {
  return { errors: [error], warnings: [] };
}
