import { parseArn } from "../arn";
import { ANY_PARTITION } from "../partitions";

/**
 * Form of the ARN of an Identity Center application, for engines without look-ahead too.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeApplication.html
 */
export const APPLICATION_ARN_FORM = `^arn:${ANY_PARTITION}:sso::[0-9]{12}:application/(sso)?ins-[a-zA-Z0-9.-]{16}/apl-[a-zA-Z0-9]{16}$`;
/** Form of the ARN of an Identity Center application, as a regular expression. */
export const APPLICATION_ARN_PATTERN = new RegExp(APPLICATION_ARN_FORM);

/**
 * Says what is wrong with the ARN of an Identity Center application and how to fix it; `undefined`
 * when nothing is.
 */
export function applicationArnProblem(arn: string): string | undefined {
  return APPLICATION_ARN_PATTERN.test(arn)
    ? undefined
    : "is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application's page";
}

/**
 * Returns the ARN of the Identity Center instance that an application belongs to.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html#awsiamidentitycenter-resources-for-iam-policies
 */
export function identityCenterArn(applicationArn: string): string {
  const { partition, resource } = parseArn(applicationArn);
  return `arn:${partition}:sso:::instance/${resource.replace(/^application\/|\/[^/]*$/g, "")}`;
}

/**
 * Returns the region of Identity Center that an application was created in, from the entity ID of its
 * metadata: `https://portal.sso.<region>.amazonaws.com/saml/assertion/...`.
 *
 * Identity Center may be replicated from its primary region to additional ones. An application and its
 * assignments are managed in the region that it was created in; groups and users are changed in the
 * primary region only.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/api-support-in-additional-regions.html
 */
export function issuerRegion(entityId: string): string | undefined {
  return /^https:\/\/portal\.sso\.([a-z]{2}(?:-[a-z]+)+-\d+)\.amazonaws\.com\//.exec(entityId)?.[1];
}

/**
 * Tells if Identity Center issued a metadata document, from its entity ID. Each of its applications has
 * its own entity ID, unlike those of other identity providers: the applications of one Entra ID tenant
 * share one entity ID, and Google has one document for all applications.
 */
export function isIdentityCenterIssuer(entityId: string): boolean {
  return entityId.startsWith("https://portal.sso.");
}

/** Example account of the AWS documentation, which nobody uses. */
export const SAMPLE_ACCOUNT = "123456789012";

/** Tells if a metadata document is a sample of this project, from its entity ID. */
export function isSampleIssuer(entityId: string): boolean {
  return issuingApplication(entityId)?.accountId === SAMPLE_ACCOUNT;
}

/** The application that a metadata document belongs to. */
export interface IssuingApplication {
  /** ID of the account of the application: twelve digits. */
  readonly accountId: string;
  /** ID in the metadata, such as `ins-1234567890abcdef`, which is not part of the ARN. */
  readonly id: string;
}

/** Reads the application from an entity ID, which ends in `<account>_ins-<id>` in base64. */
export function issuingApplication(entityId: string): IssuingApplication | undefined {
  const opaque = /^https:\/\/portal\.sso\.[^/]+\/saml\/assertion\/(.+)$/.exec(entityId)?.[1] ?? "";
  const text = Buffer.from(opaque, "base64").toString();
  const [, accountId, id] = /^(\d{12})_(ins-[\w-]{1,64})$/.exec(text) ?? [];
  return accountId === undefined || id === undefined ? undefined : { accountId, id };
}
