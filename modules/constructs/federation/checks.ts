import { Token } from "cdktf";

import {
  nameProblem,
  type NameRule,
  pathProblem,
  permissionsBoundaryProblem,
  POLICY_NAME,
  ROLE_NAME,
  SAML_PROVIDER_NAME,
  SESSION_DURATION,
} from "../../aws/iam";
import { judged, judgedTags } from "../terraform";
import { judgeMetadata } from "../../aws/saml";
import type { ConnectFederationProps, FederatedApplication } from "./props";

/**
 * Refuses plain values that IAM would refuse; tokens are left to Terraform and IAM.
 *
 * @throws Error that names every such value
 */
export function checkProps(props: ConnectFederationProps): void {
  const { applications, sharedRoleName, policyName, rolePath, permissionsBoundary, tags } = props;
  const separate = sharedRoleName === undefined;
  const entityIds = new Map<FederatedApplication, string>();
  const problems = [
    ...(Object.keys(applications).length === 0
      ? ["applications: is empty; name one application at least"]
      : []),
    ...Object.entries(applications).flatMap(([key, application]) => [
      ...metadataProblems(`applications.${key}`, application, entityIds),
      ...applicationProblems(`applications.${key}`, application, separate),
    ]),
    ...named("sharedRoleName", ROLE_NAME, sharedRoleName),
    ...named("policyName", POLICY_NAME, policyName),
    ...judged("rolePath", rolePath, pathProblem),
    ...judged("permissionsBoundary", permissionsBoundary, permissionsBoundaryProblem),
    ...judgedTags(tags),
    ...twice("samlProviderName", props, (one) => one.samlProviderName.toLowerCase()),
    ...(separate ? twice("roleName", props, (one) => one.roleName?.toLowerCase()) : []),
    ...twice("samlMetadataDocument", props, (one) => entityIds.get(one)),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function metadataProblems(
  at: string,
  application: FederatedApplication,
  entityIds: Map<FederatedApplication, string>,
): string[] {
  const { samlMetadataDocument } = application;
  if (Token.isUnresolved(samlMetadataDocument)) return [];
  const { metadata, errors } = judgeMetadata(Buffer.from(samlMetadataDocument));
  if (metadata) entityIds.set(application, metadata.entityId);
  return errors.map((error) => `${at}.samlMetadataDocument: ${error}`);
}

function applicationProblems(
  at: string,
  { samlProviderName, roleName = "", sessionSeconds }: FederatedApplication,
  separate: boolean,
): string[] {
  const { min, max } = SESSION_DURATION;
  const isSession =
    sessionSeconds === undefined ||
    Token.isUnresolved(sessionSeconds) ||
    (Number.isInteger(sessionSeconds) && sessionSeconds >= min && sessionSeconds <= max);
  return [
    ...named(`${at}.samlProviderName`, SAML_PROVIDER_NAME, samlProviderName),
    ...(separate ? named(`${at}.roleName`, ROLE_NAME, roleName) : []),
    ...(isSession
      ? []
      : [
          `${at}.sessionSeconds: ${String(sessionSeconds)} is out of range; an application's session lasts ${String(min)} to ${String(max)} seconds`,
        ]),
  ];
}

function named(property: string, rule: NameRule, name: string | undefined): string[] {
  return judged(property, name, (value) => nameProblem(rule, value));
}

/** What each application has of its own, and two have alike. */
function twice(
  property: string,
  { applications }: ConnectFederationProps,
  value: (application: FederatedApplication) => string | undefined,
): string[] {
  const first = new Map<string, string>();
  return Object.entries(applications).flatMap(([key, application]) => {
    const own = value(application);
    const twin = own === undefined ? undefined : first.get(own);
    if (own !== undefined && twin === undefined) first.set(own, key);
    return twin === undefined
      ? []
      : [
          `applications.${key}.${property}: is that of applications.${twin} too; each needs its own`,
        ];
  });
}
