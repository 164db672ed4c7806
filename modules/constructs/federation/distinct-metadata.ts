import { TerraformLocal, type TerraformResourceLifecycle, Token } from "cdktf";
import type { Construct } from "constructs";

import { isIdentityCenterIssuer } from "../../aws/identity-center";
import { identifyMetadata } from "../../aws/saml";
import { literal } from "../terraform";
import type { FederatedApplication } from "./props";

/**
 * Has Terraform refuse the metadata of one Identity Center application for several applications, where
 * only Terraform knows a document. Other identity providers may have one document for all.
 *
 * One expression compares all documents, since conditions for pairs would grow with their square.
 */
export function distinctMetadata(
  scope: Construct,
  applications: Readonly<Record<string, FederatedApplication>>,
): Pick<TerraformResourceLifecycle, "precondition"> {
  const documents = Object.entries(applications).map(
    ([key, { samlMetadataDocument }]) => [key, samlMetadataDocument] as const,
  );
  const isLate = documents.some(([, document]) => Token.isUnresolved(document));
  if (!isLate || documents.length === 1) return {};
  const local = (id: string, value: unknown) =>
    `local.${new TerraformLocal(scope, id, value).friendlyUniqueId}`;
  const compared = local(
    "metadata-documents",
    Object.fromEntries(documents.flatMap(([key, document]) => comparable(key, document))),
  );
  const issuer = `regex("entityID=\\"(https://portal[.]sso[.][^\\"]+)\\"", document)`;
  const byIssuer = local(
    "applications-by-issuer",
    `\${{ for application, document in ${compared} : one(${issuer}) => application... if can(${issuer}) }}`,
  );
  return {
    precondition: [
      {
        condition: `\${alltrue([for applications in values(${byIssuer}) : length(applications) == 1])}`,
        errorMessage: `Several applications have the SAML metadata of one Identity Center application: \${join("; ", [for applications in values(${byIssuer}) : join(", ", applications) if length(applications) > 1])}. Each application has its own metadata: download it from the page of that application.`,
      },
    ],
  };
}

/** A document with its key; of a known one only the entity ID, and nothing of other issuers. */
function comparable(key: string, document: string): [key: string, text: string][] {
  if (Token.isUnresolved(document)) return [[key, document]];
  const { entityId } = identifyMetadata(document);
  return entityId !== undefined && isIdentityCenterIssuer(entityId)
    ? [[key, literal(`entityID="${entityId}"`)]]
    : [];
}
