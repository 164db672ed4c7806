import type { ApplicationSettings, InstanceSettings, NextCommands } from "../../config";
import { roleArn, samlProviderArn } from "../../aws/iam";
import { issuerRegion, issuingApplication } from "../../aws/identity-center";
import type { SamlMetadata } from "../../aws/saml";
import type { Finding } from "./account";
import { nextStep } from "./next-step";
import { type Phase, phaseOf } from "./phase";

/** An application of a config file, in the report of `connect-sso check`. */
export interface CheckedApplication {
  /** Key of the application in the config. */
  readonly key: string;
  readonly displayName: string;
  readonly phase: Phase;
  /** The one thing to do next: a sentence without a full stop. */
  readonly next: string;
  /** Facts from the metadata file; left out when there is none. */
  readonly metadata?: CheckedMetadata;
  /** The SAML provider that the application signs in through. */
  readonly samlProvider: { readonly name: string; readonly arn: string };
  /** The role that users get; with `roles: shared`, every application has the same one. */
  readonly role: { readonly name: string; readonly arn: string };
  /** Session duration of the application, in seconds. */
  readonly sessionSeconds: number;
  /** ARN of the application in Identity Center; left out before the console visit. */
  readonly applicationArn?: string;
  /** Groups that may use the application, by display name or ID. */
  readonly groups: readonly string[];
  /** Users that may use the application, by user name or ID. */
  readonly users: readonly string[];
}

/** Facts from the metadata file of an application. */
export interface CheckedMetadata {
  /** Entity ID of the issuer. */
  readonly entityId: string;
  /** The application that it was issued for, where Identity Center issued it. */
  readonly issuer?: {
    readonly region: string;
    readonly accountId?: string;
    /** ID such as `ins-1234567890abcdef`, which is not part of the application's ARN. */
    readonly applicationId?: string;
  };
  /** Validity of the signing certificates; times in ISO 8601. */
  readonly certificates: readonly { readonly starts: string; readonly ends: string }[];
}

/** Puts together what the report says of an application. */
export function checkedApplication(
  application: ApplicationSettings,
  settings: InstanceSettings,
  next: NextCommands,
  live: readonly Finding[] | undefined,
): CheckedApplication {
  const { key, displayName, samlProviderName, roleName, metadata, applicationArn } = application;
  const { instance, rolePath } = settings;
  return {
    key,
    displayName,
    phase: phaseOf(application),
    next: nextStep(application, settings, next, live),
    ...(metadata && { metadata: checkedMetadata(metadata) }),
    samlProvider: { name: samlProviderName, arn: samlProviderArn(instance, samlProviderName) },
    role: { name: roleName, arn: roleArn(instance, rolePath, roleName) },
    sessionSeconds: application.sessionSeconds,
    ...(applicationArn !== undefined && { applicationArn }),
    groups: application.groups,
    users: application.users,
  };
}

function checkedMetadata({ entityId, certificates }: SamlMetadata): CheckedMetadata {
  const region = issuerRegion(entityId);
  const { accountId, id } = issuingApplication(entityId) ?? {};
  return {
    entityId,
    ...(region !== undefined && {
      issuer: {
        region,
        ...(accountId !== undefined && { accountId }),
        ...(id !== undefined && { applicationId: id }),
      },
    }),
    certificates: certificates.map(({ starts, ends }) => ({
      starts: starts.toISOString(),
      ends: ends.toISOString(),
    })),
  };
}
