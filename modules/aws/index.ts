export { INSTANCE_ARN_FORM, isPartitionName, isSignInUrl, PARTITIONS } from "./partitions";
