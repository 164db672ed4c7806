export {
  type ConnectInstance,
  type InstanceArnJudgement,
  judgeInstanceArn,
  parseInstanceArn,
} from "./instance";
export { isPartitionName, PARTITIONS, type Partition, type PartitionName } from "./partitions";
export { destinationProblem, type LandingPage, relayStateUrl } from "./relay-state";
