export { lastOf, parseArn } from "./arn";
export {
  ANY_PARTITION,
  INSTANCE_ARN_FORM,
  INSTANCE_ARN_PATTERN,
  isPartitionName,
  isSignInUrl,
  partitionNamed,
  PARTITIONS,
  REGION_PATTERN,
} from "./partitions";
