import { Fn, Lazy, TerraformVariable, type TerraformVariableValidationConfig, Token } from "cdktf";
import type { Construct } from "constructs";

import { metadataVariableName } from "../../text";
import { judgeMetadata, METADATA_LIMITS } from "../../aws/saml";
import { escapeTemplates } from "../../text";

/*
 * Regular expressions, because Terraform has no function that reads XML. They look for what a
 * document must have anywhere in its text, and for what it must not have only in its markup. So they
 * refuse nothing that `judgeMetadata` accepts, and IAM checks what they miss.
 */
const PREFIX = "(?:[^[:space:]<>/:]+:)?";
const element = (name: string) => `<${PREFIX}${name}`;
/** The value of an attribute, after the values of others: they have no "<", but may look like tags. */
const valueOf = (of: string, attribute: string) =>
  `${element(of)}(?:[^<>"']|"[^"<]*"|'[^'<]*')*[[:space:]]${attribute}[[:space:]]*=[[:space:]]*`;
/** An attribute that is not empty, somewhere before the next tag. */
const filled = (of: string, attribute: string) =>
  `${element(of)}[^<]*[[:space:]]${attribute}[[:space:]]*=[[:space:]]*(?:"[^"]|'[^'])`;
/** A name somewhere before the next tag, in a document without character references (&#...;). */
const named = (of: string, urn: string) =>
  `${element(of)}[^<]*[^[:word:]:.-]${urn.replaceAll(".", "[.]")}[^[:word:]:.-]|&#`;

/** For `replace`: comments, CDATA sections, processing instructions and the XML declaration. */
const BESIDE_MARKUP = "/(?s)<!--.*?-->|<![[]CDATA[[].*?]]>|<[?].*?[?]>/";
const ENTITY_ID = `^[[:space:]]*${valueOf("EntityDescriptor", "entityID")}(?:"[[:space:]]*([^"]*?)[[:space:]]*"|'[[:space:]]*([^']*?)[[:space:]]*')`;
const VALID_UNTIL = `^[[:space:]]*${valueOf("EntityDescriptor", "validUntil")}["']([^"']*)["']`;
const ENTITY = `^[[:space:]]*${element("EntityDescriptor")}[[:space:]](?:[^<]|<[^!])*</${PREFIX}EntityDescriptor[[:space:]]*>[[:space:]]*$`;
const ENTITY_TAG = `(</?)${PREFIX}EntityDescriptor[[:space:]>]`;
const ENCODING = `^<[?]xml[[:space:]][^>]*encoding[[:space:]]*=[[:space:]]*["']([^"']*)`;
const FOR_ENCRYPTION = `${valueOf("KeyDescriptor", "use")}(?:"encryption"|'encryption')`;
/** Base64 up to the end tag, or what a pattern cannot check: references, CDATA, unusual spaces. */
const CERTIFICATE = `${element("X509Certificate")}[^<]*>(?:[[:space:]]*[0-9A-Za-z+/][0-9A-Za-z+/=[:space:]]*</|[^<]*(?:[&[:^ascii:]]|<[^/]))`;

const DOWNLOAD =
  "Download the application's metadata file in the Identity Center console, and use it unchanged.";

/** Entity ID of a document, which Terraform reads if the document is a token; empty if it has none. */
export function entityIdOf(document: string): string {
  if (!Token.isUnresolved(document)) {
    const { metadata } = judgeMetadata(Buffer.from(document));
    if (!metadata) throw new Error("a document without an entity ID was not refused");
    // Fn.rawString does not escape backslashes and "%{", which Terraform would interpret.
    return Lazy.stringValue({ produce: () => JSON.stringify(escapeTemplates(metadata.entityId)) });
  }
  const markup = Fn.replace(document, Fn.rawString(BESIDE_MARKUP), "");
  const found: unknown = Fn.flatten(Fn.regexall(Fn.rawString(ENTITY_ID), markup));
  return Fn.join("", Fn.compact(Token.asList(found)));
}

/**
 * Terraform variable `<application>_saml_metadata_document`, for metadata that is not available when
 * the Terraform is synthesized. Terraform checks as much of the metadata as its functions can, and
 * accepts everything that `judgeMetadata` accepts.
 */
export class SamlMetadataVariable extends TerraformVariable {
  /**
   * @param application names the variable: letters, digits and _
   * @param document default of the variable; without it, the variable must be set
   */
  public constructor(scope: Construct, id: string, application: string, document?: string) {
    const name = metadataVariableName(application);
    super(scope, id, {
      type: "string",
      nullable: false,
      ...(document !== undefined && { default: document }),
      description: `SAML metadata document (XML) of the Identity Center application "${application}": the text itself, not a file name.`,
      validation: validations(`var.${name}`),
    });
    this.overrideLogicalId(name);
  }
}

/** Rules of `judgeMetadata` that Terraform can check. */
function validations(value: string): TerraformVariableValidationConfig[] {
  const { minCharacters, maxCharacters } = METADATA_LIMITS;
  const quote = (text: string) => JSON.stringify(text);
  const has = (pattern: string, text = value) => `can(regex(${quote(pattern)}, ${text}))`;
  const all = (pattern: string, text = value) => `regexall(${quote(pattern)}, ${text})`;
  const markup = `replace(${value}, ${quote(BESIDE_MARKUP)}, "")`;
  // Never fewer than the characters, which length() does not count as IAM does.
  const bytes = `length(base64encode(${value})) / 4 * 3`;
  // An entity's tags are "<</", or "<...<</...</" with others within it; "<</<" is one and another.
  const entityTags = `join("", flatten(${all(ENTITY_TAG, "markup")}))`;
  return [
    {
      condition: `\${startswith(trimspace(${value}), "<") && !${has("^[[:space:]]+<[?]xml[[:space:]]")}}`,
      errorMessage:
        "The SAML metadata must be the XML document itself, not a file name: UTF-8 without a byte order mark, and with nothing before the XML declaration.",
    },
    {
      condition: `\${${bytes} >= ${String(minCharacters)} && length(${value}) <= ${String(maxCharacters)}}`,
      errorMessage: `IAM takes SAML metadata of ${minCharacters.toLocaleString("en-US")} to ${maxCharacters.toLocaleString("en-US")} characters.`,
    },
    {
      condition: `\${alltrue([for encoding in flatten(${all(ENCODING)}) : contains(["utf-8", "utf8"], lower(encoding))])}`,
      errorMessage:
        "The document declares an encoding other than UTF-8, and IAM accepts only UTF-8. Save it as UTF-8.",
    },
    {
      condition: `\${alltrue([for markup in [${markup}] : ${has(ENTITY, "markup")} && !startswith(${entityTags}, "<</<")])}`,
      errorMessage: `The document must describe one entity: it must be one complete EntityDescriptor, without a document type declaration (DOCTYPE), and with nothing after it. ${DOWNLOAD}`,
    },
    {
      condition: `\${${has(filled("EntityDescriptor", "entityID"))} && ${has(named("EntityDescriptor", "urn:oasis:names:tc:SAML:2.0:metadata"))}}`,
      errorMessage: `The EntityDescriptor must have an entityID, and the namespace of SAML 2.0 metadata (urn:oasis:names:tc:SAML:2.0:metadata). ${DOWNLOAD}`,
    },
    {
      condition: `\${${has(named("IDPSSODescriptor", "urn:oasis:names:tc:SAML:2.0:protocol"))} && ${has(filled("SingleSignOnService", "Location"))}}`,
      errorMessage: `The document must be an identity provider's SAML metadata: it must have an IDPSSODescriptor that supports SAML 2.0, and a SingleSignOnService with a Location. ${DOWNLOAD}`,
    },
    {
      condition: `\${length(${all(element("KeyDescriptor"))}) > length(${all(FOR_ENCRYPTION)}) && ${has(CERTIFICATE)}}`,
      errorMessage: `The document must have a signing certificate: an X509Certificate in base64, in a KeyDescriptor that is not only for encryption. ${DOWNLOAD}`,
    },
    {
      condition: `\${alltrue([for end in flatten(${all(VALID_UNTIL, markup)}) : try(timecmp(end, plantimestamp()) > 0, true)])}`,
      errorMessage: `The document has expired: its validUntil is in the past. ${DOWNLOAD}`,
    },
  ];
}
