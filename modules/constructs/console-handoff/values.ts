/** Values of one application that a `ConsoleHandoff` outputs. */
export interface HandoffValues {
  /** URL for the field `Relay state` of the application properties in the console. */
  readonly relayStateUrl: string;
  /** Value of the attribute `https://aws.amazon.com/SAML/Attributes/Role`, without spaces. */
  readonly attributeMappingValue: string;
  /** ARN of the role that the application's users assume. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds the application's metadata. */
  readonly samlProviderArn: string;
}
