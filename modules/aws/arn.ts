/** The parts of an ARN; a part that is missing or blank is empty. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty where the service is global, as IAM is. */
  readonly region: string;
  /** Twelve digits; empty where the resource belongs to no account. */
  readonly accountId: string;
  /** Everything after the account, colons included: `role/connect/Agent`, `instance/<id>`. */
  readonly resource: string;
}

/**
 * Takes an ARN apart: `arn:<partition>:<service>:<region>:<account>:<resource>`.
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

/** The last part of an ARN's resource: the name of an IAM resource, the ID of an instance. */
export function lastOf(arn: string): string {
  const { resource } = parseArn(arn);
  return resource.slice(resource.lastIndexOf("/") + 1);
}
