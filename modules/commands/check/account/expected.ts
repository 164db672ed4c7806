import {
  type ApplicationSettings,
  type InstanceSettings,
  type RoleSettings,
  rolesOf,
} from "../../../config";
import {
  policyArn,
  roleArn,
  roleSessionDuration,
  samlProviderArn,
  signInPolicy,
  trustPolicy,
} from "../../../aws/iam";

/** What the federation stack of an instance makes in IAM, as plain data. */
export interface ExpectedFederation {
  readonly samlProviders: readonly ExpectedProvider[];
  readonly roles: readonly ExpectedRole[];
  readonly permission: {
    readonly attach: "managed" | "inline";
    readonly name: string;
    /** Of the managed policy. */
    readonly arn: string;
    readonly policy: object;
  };
}

export interface ExpectedProvider {
  readonly name: string;
  readonly arn: string;
  /** `undefined` when Terraform takes the metadata from a variable. */
  readonly document?: string;
  /** Whether it cannot be there before the console visit; with adopt, it should be. */
  readonly waits: boolean;
}

export interface ExpectedRole {
  readonly name: string;
  readonly arn: string;
  readonly trust: object;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: string;
  /** Whether it cannot be there, as none of its applications has been through that visit. */
  readonly waits: boolean;
}

export function expectedFederation(settings: InstanceSettings): ExpectedFederation {
  const { instance, applications, permission } = settings;
  const waits = (application: ApplicationSettings) => !settings.adopt && isComing(application);
  const role = ({ name, applications: trusted }: RoleSettings): ExpectedRole => ({
    name,
    arn: roleArn(instance, settings.rolePath, name),
    trust: trustPolicy(
      trusted.map(({ samlProviderName }) => samlProviderArn(instance, samlProviderName)),
      instance.signInUrls,
    ),
    maxSessionDuration: roleSessionDuration(...trusted.map(({ sessionSeconds }) => sessionSeconds)),
    ...(settings.permissionsBoundary !== undefined && {
      permissionsBoundary: settings.permissionsBoundary,
    }),
    waits: trusted.every(waits),
  });
  return {
    samlProviders: applications.map((application) => ({
      name: application.samlProviderName,
      arn: samlProviderArn(instance, application.samlProviderName),
      ...(application.metadata && { document: application.metadata.document }),
      waits: waits(application),
    })),
    roles: rolesOf(settings).map(role),
    permission: {
      attach: permission.attach,
      name: permission.policyName,
      arn: policyArn(instance, permission.policyName),
      policy: signInPolicy(permission.form, instance),
    },
  };
}

/** Whether an application's metadata and ARN are still to come from the console. */
function isComing({ metadata, applicationArn }: ApplicationSettings): boolean {
  return metadata === undefined && applicationArn === undefined;
}
