import { type ApplicationSettings, type InstanceSettings, rolesOf } from "../../../config";
import { relayStateUrl } from "../../../aws/connect";
import {
  attributeMappingValue,
  formatSessionDuration,
  roleArn,
  roleSessionDuration,
  samlProviderArn,
} from "../../../aws/iam";
import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { unmarked } from "../../../text";

/** An application of one of the instances, with what its responses must say. */
export interface Application {
  readonly settings: InstanceSettings;
  readonly application: ApplicationSettings;
  readonly roleArn: string;
  readonly samlProviderArn: string;
  /** Value of the Role attribute. */
  readonly mapping: string;
  readonly relayState: string;
  /** The role's longest session. */
  readonly roleSeconds: number;
}

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

/** Says what to do about a failure, with the application's values. */
export function fixOf(
  { settings, application, mapping, relayState }: Application,
  failure: keyof typeof SIGN_IN_FAILURES,
): string {
  const { instanceId, acsUrl, samlAudience } = settings.instance;
  const fix = SIGN_IN_FAILURES[failure].fix({
    application: `"${application.displayName}"`,
    instanceId,
    acsUrl,
    samlAudience,
    relayStateUrl: relayState,
    sessionDuration: formatSessionDuration(application.sessionSeconds),
    roleMapping: mapping,
    roleName: application.roleName,
    samlProviderName: application.samlProviderName,
  });
  return unmarked(fix);
}

/** `agent of config/workshop.yaml`, which names it among several configs. */
export function nameOf({ settings, application }: Application): string {
  return `${application.key} of ${settings.file}`;
}
