import type { ApplicationSettings, InstanceSettings } from "../../config";
import { roleArn, samlProviderArn } from "../../aws/iam";
import { issuerRegion, issuingApplication } from "../../aws/identity-center";
import type { SamlMetadata } from "../../aws/saml";
import type { Finding } from "./account";
import { nextStep, type Phase, phaseOf } from "./phase";

/** An application of a config file. */
export interface CheckedApplication {
  /** Its key in the config. */
  readonly key: string;
  readonly displayName: string;
  readonly phase: Phase;
  /** The one thing to do next, in a sentence without its full stop. */
  readonly next: string;
  /** Left out when there is no metadata file. */
  readonly metadata?: CheckedMetadata;
  readonly samlProvider: { readonly name: string; readonly arn: string };
  /** With `roles: shared`, the same for every application. */
  readonly role: { readonly name: string; readonly arn: string };
  /** How long a session of the application lasts, in seconds. */
  readonly sessionSeconds: number;
  /** Left out before the console visit. */
  readonly applicationArn?: string;
  /** Who may use it, by name or ID. */
  readonly groups: readonly string[];
  readonly users: readonly string[];
}

export interface CheckedMetadata {
  /** The issuer's name. */
  readonly entityId: string;
  /** The application that it was issued for, where Identity Center issued it. */
  readonly issuer?: {
    readonly region: string;
    readonly accountId?: string;
    /** `ins-1234567890abcdef`, which is not part of the application's ARN. */
    readonly applicationId?: string;
  };
  /** Signing certificates; times in ISO 8601. */
  readonly certificates: readonly { readonly starts: string; readonly ends: string }[];
}

export function checkedApplication(
  application: ApplicationSettings,
  settings: InstanceSettings,
  prefix: string,
  live: readonly Finding[] | undefined,
): CheckedApplication {
  const { key, displayName, samlProviderName, roleName, metadata, applicationArn } = application;
  const { instance, rolePath } = settings;
  return {
    key,
    displayName,
    phase: phaseOf(application),
    next: nextStep(application, settings, prefix, live),
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
