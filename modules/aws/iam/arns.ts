/** Where an IAM resource lives; Terraform tokens will do. */
export interface IamAccount {
  readonly partition: string;
  readonly accountId: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
export function roleArn(account: IamAccount, path: string, name: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:role${path}${name}`;
}

/** Of a managed policy, which is made without a path. */
export function policyArn(account: IamAccount, name: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:policy/${name}`;
}

/** SAML providers have no path. */
export function samlProviderArn(account: IamAccount, name: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:saml-provider/${name}`;
}

/**
 * The value of the Role attribute in an application's attribute mappings: the role first, one
 * comma, no spaces. One space in it breaks sign-in.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml_role-attribute
 */
export function attributeMappingValue(roleArn: string, samlProviderArn: string): string {
  return `${roleArn},${samlProviderArn}`;
}
