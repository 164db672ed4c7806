import { parseArn } from "../arn";
import {
  INSTANCE_ID,
  isPartitionName,
  PARTITIONS,
  type Partition,
  type PartitionName,
  type SignInEndpoint,
  signInUrls,
} from "../partitions";

/** An Amazon Connect instance, with everything that follows from its ARN. */
export interface ConnectInstance {
  /** ARN of the instance: `arn:<partition>:connect:<region>:<account>:instance/<id>`. */
  readonly arn: string;
  /** Partition of the instance: `aws`, or `aws-us-gov` in GovCloud. */
  readonly partition: string;
  /** Region of the instance, such as `us-east-1`. */
  readonly region: string;
  /** ID of the account that holds the instance and the IAM resources: twelve digits. */
  readonly accountId: string;
  /** ID of the instance, as relay-state URLs contain it: the last part of the ARN. */
  readonly instanceId: string;
  /** Start of the relay-state URLs, without a slash at the end. */
  readonly consoleUrl: string;
  /** ACS URL of each sign-in endpoint: `regional` and `global`, which may be the same. */
  readonly acsUrls: Readonly<Record<SignInEndpoint, string>>;
  /** ACS URLs that the federation role trusts (`SAML:aud`): those of both endpoints. */
  readonly signInUrls: string[];
  /** Audience of the SAML assertion, which is the default of the application. */
  readonly samlAudience: string;
}

/** ACS URLs of an application. */
export interface AcsUrls {
  /** ACS URL to set in the console. */
  readonly acsUrl: string;
  /** ACS URL of the other sign-in endpoint, which the role trusts too; absent if it is the same. */
  readonly otherAcsUrl?: string;
}

/** Result of the check of an instance ARN. */
export interface InstanceArnJudgement {
  /** The instance; `undefined` when there are errors. */
  readonly instance?: ConnectInstance;
  /** Reasons why the ARN cannot be used, each with its rule and fix. */
  readonly errors: readonly string[];
  /** Signs that the ARN may be wrong, each with its fix. */
  readonly warnings: readonly string[];
}

const FORM = "arn:<partition>:connect:<region>:<account>:instance/<id>";
const WHERE =
  "copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)";
const INSTANCE_RESOURCE = new RegExp(`^instance/(${INSTANCE_ID})$`);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Checks an instance ARN and splits it into its parts.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html#amazonconnect-resources-for-iam-policies
 */
export function judgeInstanceArn(arn: string): InstanceArnJudgement {
  if (arn !== arn.trim() && arn.trim() !== "") {
    return failure(`has spaces around it; write ${arn.trim()}`);
  }
  if (!arn.startsWith("arn:")) {
    return failure(`is not an ARN (${FORM}); ${WHERE}`);
  }
  const { partition, service, region, accountId, resource } = parseArn(arn);
  if (service !== "connect") {
    const given = service ? `of the service "${service}"` : "without a service";
    return failure(`is an ARN ${given}, not of Amazon Connect (${FORM}); ${WHERE}`);
  }

  const errors: string[] = [];
  const known = isPartitionName(partition) ? PARTITIONS[partition] : undefined;
  if (!known) errors.push(partitionError(partition));
  else if (!known.connectRegionPattern.test(region)) {
    errors.push(
      region === ""
        ? `has no region (${FORM}); ${WHERE}`
        : `has the region "${region}"; in the partition "${partition}", Amazon Connect is offered in ${known.connectRegionRule}; ${WHERE}`,
    );
  }
  if (!/^\d{12}$/.test(accountId)) {
    errors.push(`has the account ID "${accountId}"; an account ID has twelve digits; ${WHERE}`);
  }
  const instanceId = INSTANCE_RESOURCE.exec(resource)?.[1];
  if (instanceId === undefined) errors.push(resourceError(arn, resource));

  if (errors.length > 0 || instanceId === undefined || !isPartitionName(partition)) {
    return { errors, warnings: [] };
  }
  return {
    instance: connectInstance(arn, partition, region, accountId, instanceId),
    errors: [],
    warnings: UUID.test(instanceId)
      ? []
      : [
          `ends in "${instanceId}", which is not a UUID, unlike the IDs of real instances; a wrong ID leads to a 404 page after sign-in; compare it with the console`,
        ],
  };
}

/** Says what is wrong with an instance ARN; `undefined` when nothing is. */
export function instanceArnProblem(arn: string): string | undefined {
  const { errors } = judgeInstanceArn(arn);
  return errors.length > 0 ? errors.join("; ") : undefined;
}

/**
 * Splits an instance ARN into its parts.
 *
 * @throws Error that says what is wrong with the ARN and how to fix it
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html#amazonconnect-resources-for-iam-policies
 */
export function parseInstanceArn(arn: string): ConnectInstance {
  const { instance, errors } = judgeInstanceArn(arn);
  if (!instance) throw new Error(`instanceArn: ${JSON.stringify(arn)} ${errors.join("; ")}`);
  return instance;
}

/** Returns the ACS URLs of an application that sends its users to a sign-in endpoint. */
export function acsUrls(
  instance: Pick<ConnectInstance, "acsUrls">,
  endpoint: SignInEndpoint,
): AcsUrls {
  const { regional, global } = instance.acsUrls;
  const [acsUrl, otherAcsUrl] = endpoint === "regional" ? [regional, global] : [global, regional];
  return { acsUrl, ...(otherAcsUrl !== acsUrl && { otherAcsUrl }) };
}

function connectInstance(
  arn: string,
  partition: PartitionName,
  region: string,
  accountId: string,
  instanceId: string,
): ConnectInstance {
  const facts: Partition = PARTITIONS[partition];
  const acsUrls = signInUrls(partition, region);
  return {
    arn,
    partition,
    region,
    accountId,
    instanceId,
    consoleUrl: facts.consoleUrl(region),
    acsUrls,
    signInUrls: [...new Set([acsUrls.global, acsUrls.regional])],
    samlAudience: facts.samlAudience,
  };
}

function partitionError(partition: string): string {
  const offered = Object.keys(PARTITIONS).join(" and ");
  return partition === "aws-cn"
    ? `is in the China partition "aws-cn", where Amazon Connect is not offered; it is offered in ${offered}`
    : `is in the partition "${partition}"; Amazon Connect is offered in ${offered}`;
}

function resourceError(arn: string, resource: string): string {
  const [kind, id = "", ...rest] = resource.split("/");
  if (kind === "instance" && INSTANCE_RESOURCE.test(`instance/${id}`) && rest.length > 0) {
    const what = rest.join("/") === "" ? "a slash" : `"/${rest.join("/")}"`;
    return `has ${what} after the instance ID; write ${arn.slice(0, arn.indexOf(resource))}instance/${id}`;
  }
  return `ends in "${resource}" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; ${WHERE}`;
}

function failure(error: string): InstanceArnJudgement {
  return { errors: [error], warnings: [] };
}
