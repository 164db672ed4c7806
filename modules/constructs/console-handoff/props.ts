/** Values of an application that a `ConsoleHandoff` needs. */
export interface HandoffApplication {
  /** ARN of the role that the application's users assume. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds the application's metadata. */
  readonly samlProviderArn: string;
  /**
   * ARN of the role as an attribute of the resource, for the output `<app>_role_arn`: whoever uses
   * the output waits for the role. Terraform checks that it is the ARN in the attribute mapping value.
   *
   * @default roleArn
   */
  readonly createdRoleArn?: string;
  /**
   * ARN of the SAML provider as an attribute of the resource, for the output
   * `<app>_saml_provider_arn`, which Terraform checks too.
   *
   * @default samlProviderArn
   */
  readonly createdSamlProviderArn?: string;
  /**
   * Page that the application's users land on: a path of the Amazon Connect domain (`/connect/ccp`,
   * `/ccp-v2`) or an https URL, without URL encoding. It is URL-encoded here, once; of a token, all of it is,
   * a query included.
   *
   * @default - the admin website
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
   */
  readonly destination?: string;
  /**
   * Set to `true` when the instance uses the domain `*.my.connect.aws`.
   *
   * @default false
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
   */
  readonly newDomain?: boolean;
}

/** Properties of `ConsoleHandoff`. */
export interface ConsoleHandoffProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /** Applications by the key that their outputs start with: a letter, then letters, digits and `_`. */
  readonly applications: Readonly<Record<string, HandoffApplication>>;
}
