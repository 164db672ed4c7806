import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

import { METADATA_LIMITS } from "../../aws/saml";
import { metadataVariableName } from "../../text";
import { ofSameLibrary } from "../library";
import { named, nameKeyProblem, refuse, valueProblems } from "../terraform";

/**
 * Terraform variable `<application>_saml_metadata_document`, for metadata that is not available when
 * the Terraform is synthesized. Terraform refuses what is clearly not SAML metadata; IAM checks the
 * rest. It refuses nothing that IAM accepts, such as a document that has expired.
 */
export class SamlMetadataVariable extends TerraformVariable {
  /**
   * @param application names the variable: letters, digits and _, a letter first
   * @throws Error when the name is another, or the stack has a variable of this name already
   */
  public constructor(scope: Construct, id: string, application: string) {
    const name = metadataVariableName(application);
    const { minCharacters, maxCharacters } = METADATA_LIMITS;
    super(ofSameLibrary(scope), id, {
      type: "string",
      nullable: false,
      description: `SAML metadata document (XML) of the Identity Center application "${application}": the text itself, not a file name.`,
      validation: [
        {
          condition: `\${startswith(trimspace(var.${name}), "<") && endswith(trimspace(var.${name}), ">")}`,
          errorMessage:
            "The value must be the whole text of the metadata file, not its name, in UTF-8 without a byte order mark.",
        },
        {
          condition: `\${length(var.${name}) >= ${String(minCharacters)} && length(var.${name}) <= ${String(maxCharacters)}}`,
          errorMessage: `IAM takes SAML metadata of ${minCharacters.toLocaleString("en-US")} to ${maxCharacters.toLocaleString("en-US")} characters.`,
        },
        {
          condition: `\${alltrue([for part in ["entityID", "IDPSSODescriptor", "X509Certificate"] : strcontains(var.${name}, part)])}`,
          errorMessage:
            "The document must be an identity provider's SAML metadata, with an entityID, an IDPSSODescriptor and an X509Certificate. Download the application's metadata file in the Identity Center console.",
        },
      ],
    });
    refuse(this, valueProblems("application", application, nameKeyProblem));
    named(this, "variable", name);
  }
}
