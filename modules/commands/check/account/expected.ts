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

/** The IAM resources that the federation stack of an instance creates, as plain data. */
export interface ExpectedFederation {
  readonly samlProviders: readonly ExpectedProvider[];
  readonly roles: readonly ExpectedRole[];
  readonly permission: {
    readonly attach: "managed" | "inline";
    readonly name: string;
    /** ARN of the managed policy; not used when the policy is inline. */
    readonly arn: string;
    readonly policy: object;
  };
}

/** A SAML provider that the federation stack creates. */
export interface ExpectedProvider {
  readonly name: string;
  readonly arn: string;
  /** The metadata; `undefined` when Terraform takes it from a variable. */
  readonly document?: string;
  /** True when it cannot exist before the console visit; with adopt, it should exist. */
  readonly waits: boolean;
}

/** A role that the federation stack creates. */
export interface ExpectedRole {
  readonly name: string;
  readonly arn: string;
  readonly trust: object;
  /** Longest session, in seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: string;
  /** True when it cannot exist yet, because every one of its applications awaits the console visit. */
  readonly waits: boolean;
}

/** Derives from the config what the federation stack creates in IAM. */
export function expectedFederation(settings: InstanceSettings): ExpectedFederation {
  const { instance, applications, permission } = settings;
  const waits = (application: ApplicationSettings) =>
    settings.adopt?.samlProviders.includes(application.samlProviderName) !== true &&
    isComing(application);
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

/** Tells whether an application's metadata and ARN are still to come from the console. */
function isComing({ metadata, applicationArn }: ApplicationSettings): boolean {
  return metadata === undefined && applicationArn === undefined;
}
