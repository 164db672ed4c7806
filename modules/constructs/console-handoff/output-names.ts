import type { HandoffValues } from "./values";

/** Names of the outputs of an application, by the values that they carry. */
export function outputNames(application: string): Readonly<Record<keyof HandoffValues, string>> {
  return {
    attributeMappingValue: `${application}_attribute_mapping_value`,
    relayStateUrl: `${application}_relay_state_url`,
    roleArn: `${application}_role_arn`,
    samlProviderArn: `${application}_saml_provider_arn`,
  };
}
