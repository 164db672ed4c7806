export { lastOf, parseArn } from "./arn";
export {
  ANY_PARTITION,
  INSTANCE_ARN_FORM,
  INSTANCE_ARN_PATTERN,
  isPartitionName,
  partitionNamed,
  partitionOf,
  PARTITIONS,
  REGION_PATTERN,
  SIGN_IN_ENDPOINTS,
  type SignInEndpoint,
} from "./partitions";
