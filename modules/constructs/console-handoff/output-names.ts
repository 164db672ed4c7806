import type { HandoffValues } from "./values";

/** Names of an application's outputs, by the values that they have. */
export function outputNames(application: string): Readonly<Record<keyof HandoffValues, string>> {
  return {
    attributeMappingValue: `${application}_attribute_mapping_value`,
    relayStateUrl: `${application}_relay_state_url`,
    roleArn: `${application}_role_arn`,
    samlProviderArn: `${application}_saml_provider_arn`,
  };
}
