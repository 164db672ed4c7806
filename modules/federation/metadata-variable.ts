import { Fn, TerraformVariable, Token } from "cdktf";
import type { Construct } from "constructs";

import { judgeMetadata, METADATA_LIMITS } from "../saml-metadata";

/*
 * Regular expressions of Terraform's, which reads XML with nothing better. They take what Identity
 * Center hands out, and find the wrong file; IAM judges the rest.
 */
const tag = (name: string) => `<([0-9A-Za-z_.-]+:)?${name}[[:space:]>]`;
const attribute = (element: string, name: string) =>
  `<(?:[0-9A-Za-z_.-]+:)?${element}[[:space:]](?:[^>]*[[:space:]])?${name}=["']`;
const ENTITY_ID = `${attribute("EntityDescriptor", "entityID")}([^"']+)["']`;

/** The issuer's name, read by Terraform in a document that is a token; empty when there is none. */
export function entityIdOf(document: string): string {
  if (!Token.isUnresolved(document)) {
    const { metadata } = judgeMetadata(Buffer.from(document));
    return Fn.rawString(metadata?.entityId ?? "");
  }
  const found: unknown = Fn.flatten(Fn.regexall(Fn.rawString(ENTITY_ID), document));
  return Fn.join("", Token.asList(found));
}

/**
 * The Terraform variable `<application>_saml_metadata_document`, for metadata that is not at hand
 * when the Terraform is synthesized. Terraform checks as much of it as its functions can.
 */
export class SamlMetadataVariable extends TerraformVariable {
  /**
   * @param application names the variable: letters, digits and _
   * @param document what the variable is unless it is set; without it, it must be set
   */
  public constructor(scope: Construct, id: string, application: string, document?: string) {
    const name = `${application}_saml_metadata_document`;
    const value = `var.${name}`;
    const { minCharacters, maxCharacters } = METADATA_LIMITS;
    const has = (pattern: string) => `can(regex(${JSON.stringify(pattern)}, ${value}))`;
    super(scope, id, {
      type: "string",
      nullable: false,
      ...(document !== undefined && { default: document }),
      description: `SAML metadata document (XML) of the Identity Center application "${application}": the text, not a file's name.`,
      validation: [
        {
          condition: `\${startswith(trimspace(${value}), "<") && endswith(trimspace(${value}), ">")}`,
          errorMessage:
            "The SAML metadata must be the whole XML document itself, as UTF-8 without a byte order mark, not the name of a file.",
        },
        {
          condition: `\${length(${value}) >= ${String(minCharacters)} && length(${value}) <= ${String(maxCharacters)}}`,
          errorMessage: `IAM takes SAML metadata of ${minCharacters.toLocaleString("en-US")} to ${maxCharacters.toLocaleString("en-US")} characters.`,
        },
        {
          condition: `\${${has(tag("IDPSSODescriptor"))} && ${has(tag("X509Certificate"))}}`,
          errorMessage:
            "The document must be an identity provider's SAML metadata: it has no IDPSSODescriptor with a signing certificate. Download the application's metadata file in the Identity Center console.",
        },
        {
          condition: `\${${has(ENTITY_ID)} && !${has(tag("EntitiesDescriptor"))}}`,
          errorMessage:
            "The document must describe one entity, an EntityDescriptor with an entityID. Download the application's metadata file in the Identity Center console.",
        },
        {
          condition: `\${${has("urn:oasis:names:tc:SAML:2[.]0:protocol")} && ${has(attribute("SingleSignOnService", "Location"))}}`,
          errorMessage:
            "The document must support SAML 2.0 and have a SingleSignOnService with a Location. Download the application's metadata file in the Identity Center console.",
        },
        {
          condition: `\${!${has("^[[:space:]]*<[?]xml[^>]*encoding=")} || ${has("^[[:space:]]*<[?]xml[^>]*encoding=[\"'](?i:utf-?8)[\"']")}}`,
          errorMessage: "The document declares an encoding other than UTF-8, which IAM takes.",
        },
        {
          condition: `\${!can(regex("<!(DOCTYPE|ENTITY)", ${value}))}`,
          errorMessage:
            "SAML metadata has no document type declaration (DOCTYPE); this document is refused.",
        },
      ],
    });
    this.overrideLogicalId(name);
  }
}
