import { isPartitionName, PARTITIONS } from "../../../aws";
import type { ConsoleValues } from "../values";

/** Address of the IAM Identity Center console in its region. */
export function identityCenterUrl(values: ConsoleValues, region: string): string {
  return `${consoleHost(values, region)}/singlesignon/home?region=${region}`;
}

/** Address of the Amazon Connect console in the instance's region. */
export function connectUrl(values: ConsoleValues): string {
  const { region } = values.instance;
  return `${consoleHost(values, region)}/connect/v2/app/instances?region=${region}`;
}

function consoleHost({ instance: { partition } }: ConsoleValues, region: string): string {
  // An instance ARN of any other partition has been refused before.
  if (!isPartitionName(partition)) throw new Error(`${partition} is not a known partition`);
  return PARTITIONS[partition].consoleUrl(region);
}
