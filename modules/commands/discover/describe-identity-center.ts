import { type Aws, optionalText, type Reading } from "../aws";

/** What describes an Identity Center instance, as far as that is known. */
export interface InstanceFacts {
  /**
   * - `organization`: of an organization, so that it can have SAML applications
   * - `account`: of one account, where SAML applications do not exist; most likely, as AWS only says
   *   that it has no permission sets
   * - `unknown`: AWS does not say
   */
  readonly kind: "organization" | "account" | "unknown";
  /** Kind of the key that encrypts its data; left out where AWS does not say. */
  readonly keyType?: "AWS owned" | "customer managed";
  /** ARN of a customer managed key. */
  readonly keyArn?: string;
}

const KEY_TYPES: Readonly<Record<string, InstanceFacts["keyType"]>> = {
  AWS_OWNED_KMS_KEY: "AWS owned",
  CUSTOMER_MANAGED_KEY: "customer managed",
};

/**
 * Reads the kind and the key of an Identity Center instance. No answer names the kind: an account
 * instance is visible in its own account alone, and has no permission sets.
 *
 * @param accountId account of the credentials
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-instances.html
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeInstance.html
 */
export async function describeInstance(
  aws: Aws,
  { arn, ownerAccountId }: { readonly arn: string; readonly ownerAccountId?: string },
  accountId: string | undefined,
): Promise<{ is: Reading<unknown>["is"]; why: string; value: InstanceFacts }> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const read = await aws.read(
    "sso:DescribeInstance",
    () => client.send(new ssoAdmin.DescribeInstanceCommand({ InstanceArn: arn })),
    ({ PermissionSetsEnabled, EncryptionConfigurationDetails: key }) => ({
      hasPermissionSets: PermissionSetsEnabled,
      keyType: KEY_TYPES[optionalText(key?.KeyType, "KeyType") ?? ""],
      keyArn: optionalText(key?.KmsKeyArn, "KmsKeyArn"),
    }),
  );
  const { hasPermissionSets, keyType, keyArn } = read.is === "there" ? read.value : {};
  const isOfOther =
    ownerAccountId !== undefined && accountId !== undefined && ownerAccountId !== accountId;
  const kind =
    isOfOther || hasPermissionSets === true
      ? "organization"
      : hasPermissionSets === false
        ? "account"
        : "unknown";
  return {
    is: read.is,
    why: read.is === "unread" ? read.why : "",
    value: {
      kind,
      ...(keyType !== undefined && { keyType }),
      ...(keyType === "customer managed" && keyArn !== undefined && { keyArn }),
    },
  };
}
