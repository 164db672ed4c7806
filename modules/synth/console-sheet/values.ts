import { type ConnectInstance, parseInstanceArn } from "../../aws/connect";
import { formatSessionDuration, SESSION_DURATION, sessionSecondsProblem } from "../../aws/iam";
import { ATTRIBUTES } from "../../aws/saml";
import type { ConsoleSheetInput, SheetApplication } from "./input";

/** An attribute mapping of an application, as the console's table has it. */
export interface AttributeMapping {
  readonly attribute: string;
  readonly value: string;
  readonly format: "emailAddress" | "unspecified";
}

/** The content of `values.json`. */
export interface ConsoleValues {
  readonly instance: {
    readonly arn: string;
    readonly partition: string;
    readonly region: string;
    readonly accountId: string;
    readonly instanceId: string;
  };
  readonly applications: Readonly<Record<string, ApplicationValues>>;
}

/** What `values.json` says of one application. */
export interface ApplicationValues {
  readonly displayName: string;
  readonly relayStateUrl: string;
  readonly acsUrl: string;
  readonly samlAudience: string;
  /** `12h`, `1h30m` */
  readonly sessionDuration: string;
  readonly samlProviderName: string;
  readonly samlProviderArn: string;
  readonly roleName: string;
  readonly roleArn: string;
  /** `null` before the console visit. */
  readonly applicationArn: string | null;
  readonly attributeMappings: readonly AttributeMapping[];
  readonly groups: readonly string[];
  readonly users: readonly string[];
}

const NOT_PLAIN =
  "A console sheet takes plain values, but one of these is known only to Terraform; read it from Terraform's outputs first";

/**
 * The values of a sheet.
 *
 * @throws Error when the instance ARN is not one, or a session does not last whole seconds
 * from 900 to 43,200, or a value is known only to Terraform
 */
export function consoleValues(input: ConsoleSheetInput): ConsoleValues {
  // CDKTF's marks for values that only Terraform knows.
  if (JSON.stringify(input).includes("TfToken[")) {
    throw new Error(NOT_PLAIN);
  }
  const instance = parseInstanceArn(input.instanceArn);
  const { arn, partition, region, accountId, instanceId } = instance;
  const entries = Object.entries(input.applications).map(([key, application]) => [
    key,
    applicationValues(key, application, instance),
  ]);
  return {
    instance: { arn, partition, region, accountId, instanceId },
    applications: Object.fromEntries(entries) as Record<string, ApplicationValues>,
  };
}

function applicationValues(
  key: string,
  application: SheetApplication,
  { acsUrl, samlAudience }: ConnectInstance,
): ApplicationValues {
  const { sessionSeconds = SESSION_DURATION.max } = application;
  // CDKTF's marks for numbers that only Terraform knows are below every number that counts anything.
  if (sessionSeconds < Number.MIN_SAFE_INTEGER) throw new Error(NOT_PLAIN);
  const problem = sessionSecondsProblem(sessionSeconds);
  if (problem !== undefined) {
    throw new Error(`applications.${key}.sessionSeconds: ${String(sessionSeconds)} ${problem}`);
  }
  const { displayName, relayStateUrl, attributeMappingValue, roleArn, samlProviderArn } =
    application;
  const last = (arn: string) => arn.split("/").at(-1) ?? "";
  return {
    displayName: displayName ?? key,
    relayStateUrl,
    acsUrl,
    samlAudience,
    sessionDuration: formatSessionDuration(sessionSeconds),
    samlProviderName: last(samlProviderArn),
    samlProviderArn,
    roleName: last(roleArn),
    roleArn,
    applicationArn: application.applicationArn ?? null,
    attributeMappings: [
      { attribute: "Subject", value: "${user:email}", format: "emailAddress" },
      {
        attribute: ATTRIBUTES.sessionName,
        value: "${user:email}",
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
