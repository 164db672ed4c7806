import type { PartitionName } from "../partitions";

/**
 * Regions in which to look for IAM Identity Center, by partition: those that every account has. It is
 * offered in regions that an account must enable first, too.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/sso.html
 */
export const IDENTITY_CENTER_REGIONS: Readonly<Record<PartitionName, readonly string[]>> = {
  aws: [
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
  ],
  "aws-us-gov": ["us-gov-west-1", "us-gov-east-1"],
};
