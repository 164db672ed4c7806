/** The account that an IAM resource is in; the values may be Terraform tokens. */
export interface IamAccount {
  /** Partition of the account, such as `aws`. */
  readonly partition: string;
  /** ID of the account: twelve digits. */
  readonly accountId: string;
}

/**
 * Builds the ARN of an IAM role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function roleArn(account: IamAccount, path: string, name: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:role${path}${name}`;
}

/** Builds the ARN of a managed policy, which has the path `/`. */
export function policyArn(account: IamAccount, name: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:policy/${name}`;
}

/** Builds the ARN of a SAML provider; SAML providers have no path. */
export function samlProviderArn(account: IamAccount, name: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:saml-provider/${name}`;
}

/**
 * Builds the value of the Role attribute in the attribute mappings of an application: the ARN of the
 * role, a comma, and the ARN of the SAML provider. A space in it breaks sign-in.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml_role-attribute
 */
export function attributeMappingValue(roleArn: string, samlProviderArn: string): string {
  return `${roleArn},${samlProviderArn}`;
}
