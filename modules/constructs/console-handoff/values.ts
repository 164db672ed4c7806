/** The values of one application that a `ConsoleHandoff` puts out. */
export interface HandoffValues {
  /** Application properties, Relay state. */
  readonly relayStateUrl: string;
  /** Value of the attribute `https://aws.amazon.com/SAML/Attributes/Role`. */
  readonly attributeMappingValue: string;
  /** ARN of the role that its users assume. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds its metadata. */
  readonly samlProviderArn: string;
}
