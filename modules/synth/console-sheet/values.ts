import { lastOf, SIGN_IN_ENDPOINTS } from "../../aws";
import { type AcsUrls, acsUrls, type ConnectInstance, parseInstanceArn } from "../../aws/connect";
import { formatSessionDuration, SESSION_DURATION, sessionSecondsProblem } from "../../aws/iam";
import {
  reservedRolePrefix,
  SESSION_NAME_ATTRIBUTES,
  shortcut,
  shortcutLink,
} from "../../aws/identity-center";
import { ATTRIBUTES } from "../../aws/saml";
import type { ConsoleSheetInput, SheetApplication, SheetPermissionSet } from "./input";

/**
 * A row of an application's attribute mappings in the console.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/attributemappingsconcept.html
 */
export interface AttributeMapping {
  /** User attribute in the application. */
  readonly attribute: string;
  /** String value or user attribute in Identity Center that the attribute maps to. */
  readonly value: string;
  /** Format of the attribute. */
  readonly format: "emailAddress" | "unspecified";
}

/** Values of a console sheet, which are the content of `values.json`. */
export interface ConsoleValues {
  /** Amazon Connect instance, with the parts of its ARN. */
  readonly instance: {
    readonly arn: string;
    readonly partition: string;
    readonly region: string;
    readonly accountId: string;
    readonly instanceId: string;
  };
  /** Values of the applications, by key. */
  readonly applications: Readonly<Record<string, ApplicationValues>>;
  /** Values of the permission sets, by key; absent without permission sets. */
  readonly permissionSets?: Readonly<Record<string, PermissionSetValues>>;
}

/** Values of one permission set in `values.json`: a preview, which no live account has confirmed. */
export interface PermissionSetValues {
  /** Name of the permission set, which the access portal shows as the role. */
  readonly permissionSetName: string;
  /** Start of the name of the role that Identity Center creates; a hash follows. */
  readonly roleNamePrefix: string;
  /** Account that the permission set is assigned in. */
  readonly accountId: string;
  /** Relay state URL, which users land on. */
  readonly relayStateUrl: string;
  /** Session duration in hours and minutes, such as `12h` or `1h30m`. */
  readonly sessionDuration: string;
  /** What follows the address of the access portal in the shortcut link. */
  readonly shortcut: string;
  /** Shortcut link; `null` where the address of the access portal is not known. */
  readonly shortcutLink: string | null;
  /** Display names or IDs of the groups that may use the permission set. */
  readonly groups: readonly string[];
  /** User names or IDs of the users who may use the permission set. */
  readonly users: readonly string[];
}

/** Values of one application in `values.json`. */
export interface ApplicationValues {
  /** Display name of the application in the console and in the access portal. */
  readonly displayName: string;
  /** Relay state URL of the application. */
  readonly relayStateUrl: string;
  /** Application ACS URL, to which Identity Center sends the SAML response. */
  readonly acsUrl: string;
  /** Application SAML audience. */
  readonly samlAudience: string;
  /** Session duration in hours and minutes, such as `12h` or `1h30m`. */
  readonly sessionDuration: string;
  /** Name of the SAML provider that holds the application's metadata. */
  readonly samlProviderName: string;
  /** ARN of the SAML provider that holds the application's metadata. */
  readonly samlProviderArn: string;
  /** Name of the role that the application's users assume. */
  readonly roleName: string;
  /** ARN of the role that the application's users assume. */
  readonly roleArn: string;
  /** ARN of the application; `null` before the console visit. */
  readonly applicationArn: string | null;
  /** Rows of the attribute mapping table, in the order of the console. */
  readonly attributeMappings: readonly AttributeMapping[];
  /** Display names or IDs of the groups that may use the application. */
  readonly groups: readonly string[];
  /** User names or IDs of the users who may use the application. */
  readonly users: readonly string[];
}

/** Reason for which a value is refused that only Terraform knows. */
export const NOT_PLAIN =
  "A console sheet takes plain values, but one of these is known only to Terraform; read it from Terraform's outputs first";

/**
 * Derives the values of a sheet from its input.
 *
 * @throws Error when the instance ARN is invalid, a session duration is not a whole number of
 * seconds from 900 to 43,200, or the sign-in endpoint is not one
 */
export function consoleValues(input: ConsoleSheetInput): ConsoleValues {
  const instance = parseInstanceArn(input.instanceArn);
  const { arn, partition, region, accountId, instanceId } = instance;
  const { acsUrl } = sheetAcsUrls(input);
  const entries = Object.entries(input.applications).map(([key, application]) => [
    key,
    applicationValues(key, application, input, instance, acsUrl),
  ]);
  const sets = Object.entries(input.permissionSets ?? {}).map(
    ([key, own]) =>
      [key, permissionSetValues(own, instance, input.identityCenter?.portalUrl)] as const,
  );
  return {
    instance: { arn, partition, region, accountId, instanceId },
    applications: Object.fromEntries(entries) as Record<string, ApplicationValues>,
    ...(sets.length > 0 && { permissionSets: Object.fromEntries(sets) }),
  };
}

function permissionSetValues(
  { name, relayStateUrl, sessionSeconds, groups, users }: SheetPermissionSet,
  { accountId }: ConnectInstance,
  portalUrl: string | undefined,
): PermissionSetValues {
  const target = { accountId, permissionSet: name, destination: relayStateUrl };
  return {
    permissionSetName: name,
    roleNamePrefix: reservedRolePrefix(name),
    accountId,
    relayStateUrl,
    sessionDuration: formatSessionDuration(sessionSeconds ?? SESSION_DURATION.max),
    shortcut: shortcut(target),
    shortcutLink: portalUrl === undefined ? null : shortcutLink(portalUrl, target),
    groups: groups ?? [],
    users: users ?? [],
  };
}

/**
 * Returns the ACS URLs of the applications of a sheet.
 *
 * @throws Error when the sign-in endpoint, of a caller without a TypeScript compiler, is not one
 */
export function sheetAcsUrls({
  instanceArn,
  signInEndpoint = SIGN_IN_ENDPOINTS[0],
}: ConsoleSheetInput): AcsUrls {
  if (!SIGN_IN_ENDPOINTS.includes(signInEndpoint)) {
    const takes = SIGN_IN_ENDPOINTS.map((one) => JSON.stringify(one)).join(" or ");
    throw new Error(`signInEndpoint: is ${JSON.stringify(signInEndpoint)}; it takes ${takes}`);
  }
  return acsUrls(parseInstanceArn(instanceArn), signInEndpoint);
}

function applicationValues(
  key: string,
  application: SheetApplication,
  { roleSessionName = "email" }: ConsoleSheetInput,
  { samlAudience }: ConnectInstance,
  acsUrl: string,
): ApplicationValues {
  const { sessionSeconds = SESSION_DURATION.max } = application;
  // CDKTF's marks for numbers that only Terraform knows are below every real count.
  if (sessionSeconds < Number.MIN_SAFE_INTEGER) throw new Error(NOT_PLAIN);
  const problem = sessionSecondsProblem(sessionSeconds);
  if (problem !== undefined) {
    throw new Error(`applications.${key}.sessionSeconds: ${String(sessionSeconds)} ${problem}`);
  }
  const { displayName, relayStateUrl, attributeMappingValue, roleArn, samlProviderArn } =
    application;
  return {
    displayName: displayName ?? key,
    relayStateUrl,
    acsUrl,
    samlAudience,
    sessionDuration: formatSessionDuration(sessionSeconds),
    samlProviderName: lastOf(samlProviderArn),
    samlProviderArn,
    roleName: lastOf(roleArn),
    roleArn,
    applicationArn: application.applicationArn ?? null,
    attributeMappings: [
      { attribute: "Subject", value: "${user:email}", format: "emailAddress" },
      {
        attribute: ATTRIBUTES.sessionName,
        value: SESSION_NAME_ATTRIBUTES[roleSessionName].value,
        format: "unspecified",
      },
      {
        attribute: ATTRIBUTES.role,
        value: attributeMappingValue,
        format: "unspecified",
      },
    ],
    groups: application.groups ?? [],
    users: application.users ?? [],
  };
}
