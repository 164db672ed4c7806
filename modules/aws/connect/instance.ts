import { parseArn } from "../arn";
import {
  INSTANCE_ID,
  isPartitionName,
  PARTITIONS,
  type Partition,
  type PartitionName,
  signInUrls,
} from "../partitions";

/** An Amazon Connect instance: everything that can be read off its ARN. */
export interface ConnectInstance {
  /** `arn:<partition>:connect:<region>:<account>:instance/<id>` */
  readonly arn: string;
  /** `aws`, or `aws-us-gov` in GovCloud. */
  readonly partition: string;
  /** Region of the instance, such as `us-east-1`. */
  readonly region: string;
  /** Twelve digits: the account that holds the IAM resources. */
  readonly accountId: string;
  /** The bare ID: what a relay-state URL takes. */
  readonly instanceId: string;
  /** Where relay-state URLs start, without a slash at the end. */
  readonly consoleUrl: string;
  /** ACS URLs that the federation role trusts. */
  readonly signInUrls: string[];
  /** ACS URL that the Identity Center application uses unless it is changed there. */
  readonly acsUrl: string;
  /** Audience of the SAML assertion, which the application has by default. */
  readonly samlAudience: string;
}

/** What was found wrong, each entry a rule and a fix; `instance` is there when nothing is. */
export interface InstanceArnJudgement {
  readonly instance?: ConnectInstance;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const FORM = "arn:<partition>:connect:<region>:<account>:instance/<id>";
const WHERE =
  "copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)";
const INSTANCE_RESOURCE = new RegExp(`^instance/(${INSTANCE_ID})$`);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Judges an instance ARN and takes it apart.
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
        ? `names no region (${FORM}); ${WHERE}`
        : `names the region "${region}", which its partition "${partition}" contradicts: Amazon Connect is there in ${known.connectRegionRule}; ${WHERE}`,
    );
  }
  if (!/^\d{12}$/.test(accountId)) {
    errors.push(`names the account "${accountId}"; an account ID has twelve digits; ${WHERE}`);
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
          `ends in "${instanceId}", which is not a UUID as real instance IDs are; a wrong ID gives a 404 after sign-in, so compare it with the console`,
        ],
  };
}

/** Says what is wrong with an instance ARN; `undefined` when nothing is. */
export function instanceArnProblem(arn: string): string | undefined {
  const { errors } = judgeInstanceArn(arn);
  return errors.length > 0 ? errors.join("; ") : undefined;
}

/**
 * Takes an instance ARN apart.
 *
 * @throws Error that says what is wrong with the ARN and how to fix it
 */
export function parseInstanceArn(arn: string): ConnectInstance {
  const { instance, errors } = judgeInstanceArn(arn);
  if (!instance) throw new Error(`instanceArn: ${JSON.stringify(arn)} ${errors.join("; ")}`);
  return instance;
}

function connectInstance(
  arn: string,
  partition: PartitionName,
  region: string,
  accountId: string,
  instanceId: string,
): ConnectInstance {
  const facts: Partition = PARTITIONS[partition];
  return {
    arn,
    partition,
    region,
    accountId,
    instanceId,
    consoleUrl: facts.consoleUrl(region),
    signInUrls: signInUrls(partition, region),
    acsUrl: facts.globalSignInUrl,
    samlAudience: facts.samlAudience,
  };
}

function partitionError(partition: string): string {
  const offered = Object.keys(PARTITIONS).join(" and ");
  return partition === "aws-cn"
    ? `is in the China partition "aws-cn", where Amazon Connect is not offered; it is in ${offered}`
    : `is in the partition "${partition}"; Amazon Connect is offered in ${offered}`;
}

function resourceError(arn: string, resource: string): string {
  const [kind, id = "", ...rest] = resource.split("/");
  if (kind === "instance" && INSTANCE_RESOURCE.test(`instance/${id}`) && rest.length > 0) {
    const what = rest.join("/") === "" ? "a slash" : `"/${rest.join("/")}"`;
    return `has ${what} after the instance ID; write ${arn.slice(0, arn.indexOf(resource))}instance/${id}`;
  }
  return `ends in "${resource}" instead of instance/<id>, an ID having 1 to 100 letters, digits and dashes; ${WHERE}`;
}

function failure(error: string): InstanceArnJudgement {
  return { errors: [error], warnings: [] };
}
