import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import { instanceArnProblem, parseInstanceArn } from "../../aws/connect";
import {
  nameProblem,
  type NameRule,
  pathProblem,
  permissionsBoundaryProblem,
  POLICY_NAME,
  ROLE_NAME,
  SAML_PROVIDER_NAME,
  samlProviderArn,
  sessionSecondsProblem,
  tagKeyTwinProblems,
  trustPolicyProblem,
} from "../../aws/iam";
import { isIdentityCenterIssuer } from "../../aws/identity-center";
import { identifyMetadata } from "../../aws/saml";
import { twins } from "../../text";
import {
  flag,
  mapOf,
  number,
  objectOf,
  oneOf,
  optional,
  refuse,
  type Shapes,
  shapeProblems,
  tagMap,
  tagProblems,
  text,
  twinProblems,
  valueProblems,
} from "../terraform";
import type {
  ConnectFederationProps,
  FederatedApplication,
  FederatedApplicationWithRole,
  FederationProps,
  SharedRoleProps,
} from "./props";

const PROPS: Shapes<FederationProps> = {
  instanceArn: text,
  permissionForm: optional(oneOf("user-resource", "instance-condition")),
  attach: optional(oneOf("managed", "inline")),
  policyName: optional(text),
  rolePath: optional(text),
  permissionsBoundary: optional(text),
  protect: optional(flag),
  tags: optional(tagMap),
};
const APPLICATION: Shapes<FederatedApplication> = {
  samlProviderName: text,
  samlMetadataDocument: text,
  sessionSeconds: optional(number),
};
const APPLICATION_WITH_ROLE: Shapes<FederatedApplicationWithRole> = {
  ...APPLICATION,
  roleName: text,
};

/**
 * Refuses plain values that IAM would refuse; Terraform and IAM check tokens.
 *
 * @throws Error that names every such value
 */
export function checkFederationProps(construct: IConstruct, props: ConnectFederationProps): void {
  // Callers that are not type-checked may pass nothing at all.
  const isShared = (props as Partial<SharedRoleProps> | undefined)?.sharedRoleName !== undefined;
  refuse(
    construct,
    shapeProblems(props, {
      ...PROPS,
      sharedRoleName: optional(text),
      applications: mapOf(objectOf(isShared ? APPLICATION : APPLICATION_WITH_ROLE)),
    }),
  );
  refuse(construct, valuesProblems(props));
}

function valuesProblems(props: ConnectFederationProps): string[] {
  const { applications, policyName, rolePath, permissionsBoundary, tags } = props;
  const entityIds = new Map<string, string>();
  return [
    ...valueProblems("instanceArn", props.instanceArn, instanceArnProblem),
    ...(Object.keys(applications).length === 0
      ? ["applications: is empty; name at least one application"]
      : []),
    ...Object.entries(applications).flatMap(([key, application]) => [
      ...metadataProblems(key, application, entityIds),
      ...nameProblems(
        `applications.${key}.samlProviderName`,
        SAML_PROVIDER_NAME,
        application.samlProviderName,
      ),
      ...(props.sharedRoleName === undefined
        ? nameProblems(`applications.${key}.roleName`, ROLE_NAME, props.applications[key]?.roleName)
        : []),
      ...valueProblems(
        `applications.${key}.sessionSeconds`,
        application.sessionSeconds,
        sessionSecondsProblem,
      ),
    ]),
    ...(props.sharedRoleName === undefined ? [] : sharedRoleProblems(props)),
    ...nameProblems("policyName", POLICY_NAME, policyName),
    ...valueProblems("rolePath", rolePath, pathProblem),
    ...valueProblems("permissionsBoundary", permissionsBoundary, permissionsBoundaryProblem),
    ...tagProblems(tags),
    ...twinProblems("tags", tags, tagKeyTwinProblems),
    ...sharedValues("samlProviderName", applications, ([, one]) =>
      one.samlProviderName.toLowerCase(),
    ),
    ...(props.sharedRoleName === undefined
      ? sharedValues("roleName", props.applications, ([, one]) => one.roleName.toLowerCase())
      : []),
    ...sharedValues("samlMetadataDocument", applications, ([key]) => entityIds.get(key)),
  ];
}

/**
 * @param entityIds receives the entity ID of a valid document by the application's key, if it is that
 * of one application only
 */
function metadataProblems(
  key: string,
  { samlMetadataDocument }: FederatedApplication,
  entityIds: Map<string, string>,
): string[] {
  if (Token.isUnresolved(samlMetadataDocument)) return [];
  const { entityId, errors } = identifyMetadata(samlMetadataDocument);
  if (entityId !== undefined && isIdentityCenterIssuer(entityId)) entityIds.set(key, entityId);
  return errors.map((error) => `applications.${key}.samlMetadataDocument: ${error}`);
}

function sharedRoleProblems({ instanceArn, applications, sharedRoleName }: SharedRoleProps) {
  return [
    ...nameProblems("sharedRoleName", ROLE_NAME, sharedRoleName),
    ...trustProblems(
      instanceArn,
      Object.values(applications).map(({ samlProviderName }) => samlProviderName),
    ),
  ];
}

/** Checks the length of the trust policy: that of a role with many providers can exceed the quota. */
function trustProblems(instanceArn: string, samlProviderNames: readonly string[]): string[] {
  const given = [instanceArn, ...samlProviderNames];
  if (given.some((value) => Token.isUnresolved(value))) return [];
  if (instanceArnProblem(instanceArn) !== undefined) return [];
  const instance = parseInstanceArn(instanceArn);
  const arns = samlProviderNames.map((name) => samlProviderArn(instance, name));
  const problem = trustPolicyProblem(arns, instance.signInUrls);
  return problem === undefined ? [] : [`sharedRoleName: ${problem}`];
}

function nameProblems(property: string, rule: NameRule, name: string | undefined): string[] {
  return valueProblems(property, name, (value) => nameProblem(rule, value));
}

/** Lists values that several applications share, although each needs its own. */
function sharedValues<T>(
  property: string,
  applications: Readonly<Record<string, T>>,
  value: (entry: [key: string, application: T]) => string | undefined,
): string[] {
  return twins(Object.entries(applications), value).map(
    ({ item: [key], first: [first] }) =>
      `applications.${key}.${property}: is the same as that of applications.${first}; each application needs its own`,
  );
}
