/** The parts of an ARN; a missing part is an empty text. */
export interface Arn {
  /** Partition, such as `aws`. */
  readonly partition: string;
  /** Service, such as `connect`. */
  readonly service: string;
  /** Region; empty for a global service such as IAM. */
  readonly region: string;
  /** Account ID of twelve digits; empty when the resource does not belong to an account. */
  readonly accountId: string;
  /** Everything after the account, colons included: `role/connect/Agent`, `instance/<id>`. */
  readonly resource: string;
}

/**
 * Splits an ARN into its parts: `arn:<partition>:<service>:<region>:<account>:<resource>`.
 *
 * @throws Error when the text does not start with `arn:`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn {
  const [start, partition = "", service = "", region = "", accountId = "", ...rest] =
    text.split(":");
  if (start !== "arn") throw new Error(`${JSON.stringify(text)} is not an ARN`);
  return { partition, service, region, accountId, resource: rest.join(":") };
}

/**
 * Returns the last part of an ARN's resource: the name of an IAM resource, or the ID of an
 * instance.
 */
export function lastOf(arn: string): string {
  const { resource } = parseArn(arn);
  return resource.slice(resource.lastIndexOf("/") + 1);
}
