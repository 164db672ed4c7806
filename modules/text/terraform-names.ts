/** Returns the name of the Terraform variable that takes an application's SAML metadata document. */
export function metadataVariableName(application: string): string {
  return `${application}_saml_metadata_document`;
}
