import { type ApplicationSettings, type InstanceSettings, rolesOf } from "../../../config";
import { acsUrls, relayStateUrl } from "../../../aws/connect";
import {
  attributeMappingValue,
  formatSessionDuration,
  roleArn,
  roleSessionDuration,
  samlProviderArn,
} from "../../../aws/iam";
import { SESSION_NAME_ATTRIBUTES } from "../../../aws/identity-center";
import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { unmarked } from "../../../text";

/** An application of one of the instances, with the values that its responses must have. */
export interface Application {
  readonly settings: InstanceSettings;
  readonly application: ApplicationSettings;
  readonly roleArn: string;
  readonly samlProviderArn: string;
  /** Value of the Role attribute: the ARNs of the role and of the SAML provider. */
  readonly mapping: string;
  readonly relayState: string;
  /** Longest session of the role, in seconds. */
  readonly roleSeconds: number;
}

/** Lists the applications of every instance, with their values. */
export function applicationsOf(instances: readonly InstanceSettings[]): Application[] {
  return instances.flatMap((settings) => {
    const { instance, rolePath } = settings;
    return rolesOf(settings).flatMap(({ name, applications }) => {
      const role = roleArn(instance, rolePath, name);
      const roleSeconds = roleSessionDuration(
        ...applications.map(({ sessionSeconds }) => sessionSeconds),
      );
      return applications.map((application) => {
        const provider = samlProviderArn(instance, application.samlProviderName);
        return {
          settings,
          application,
          roleArn: role,
          samlProviderArn: provider,
          mapping: attributeMappingValue(role, provider),
          relayState: relayStateUrl(instance, application),
          roleSeconds,
        };
      });
    });
  });
}

/** Returns the fix for a failure, with the application's values. */
export function fixOf(
  { settings, application, mapping, relayState }: Application,
  failure: keyof typeof SIGN_IN_FAILURES,
): string {
  const { instance, signInEndpoint } = settings;
  const fix = SIGN_IN_FAILURES[failure].fix({
    application: `"${application.displayName}"`,
    ...acsUrls(instance, signInEndpoint),
    instanceId: instance.instanceId,
    samlAudience: instance.samlAudience,
    relayStateUrl: relayState,
    sessionDuration: formatSessionDuration(application.sessionSeconds),
    roleMapping: mapping,
    roleName: application.roleName,
    samlProviderName: application.samlProviderName,
    sessionName: SESSION_NAME_ATTRIBUTES[settings.roleSessionName],
  });
  return unmarked(fix);
}

/** Names an application among several configs: `agent of config/workshop.yaml`. */
export function nameOf({ settings, application }: Application): string {
  return `${application.key} of ${settings.file}`;
}
