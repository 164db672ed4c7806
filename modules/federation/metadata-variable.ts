import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

import { METADATA_LIMITS } from "../saml-metadata";

/**
 * The Terraform variable `<application>_saml_metadata_document`, for metadata that is not at hand
 * when the Terraform is synthesized. Terraform checks as much of it as its functions can.
 */
export class SamlMetadataVariable extends TerraformVariable {
  /** @param application names the variable: letters, digits and _ */
  public constructor(scope: Construct, id: string, application: string) {
    const name = `${application}_saml_metadata_document`;
    const value = `var.${name}`;
    const { minCharacters, maxCharacters } = METADATA_LIMITS;
    super(scope, id, {
      type: "string",
      nullable: false,
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
          condition: `\${can(regex("<([0-9A-Za-z_.-]+:)?IDPSSODescriptor[[:space:]>]", ${value})) && can(regex("<([0-9A-Za-z_.-]+:)?X509Certificate[[:space:]>]", ${value}))}`,
          errorMessage:
            "The document must be an identity provider's SAML metadata: it has no IDPSSODescriptor with a signing certificate. Download the application's metadata file in the Identity Center console.",
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
