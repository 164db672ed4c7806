/** An application, as far as the console needs to know it. */
export interface HandoffApplication {
  /** ARN of the role that its users assume. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds its metadata. */
  readonly samlProviderArn: string;
  /**
   * Where its users land: a path of the Connect domain (`/connect/ccp`, `/ccp-v2`) or an https
   * URL, written plainly. It is URL-encoded here, once.
   *
   * @default - the admin website
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
   */
  readonly destination?: string;
  /**
   * Whether the instance uses the domain `*.my.connect.aws`.
   *
   * @default false
   */
  readonly newDomain?: boolean;
}

/** Properties of `ConsoleHandoff`. */
export interface ConsoleHandoffProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /** The applications by the key that their outputs start with: letters, digits and `_`. */
  readonly applications: Readonly<Record<string, HandoffApplication>>;
}
