import { instanceArnProblem, parseInstanceArn } from "../../aws/connect";
import type { CheckedConfig } from "./partial-config";
import type { Problem } from "../source";

/**
 * Finds instances that are one another's replicas, which have one ID in two regions, and says what they
 * need that no config creates.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/associate-agents-across-regions.html
 */
export function replicas(configs: readonly CheckedConfig[]): Problem[] {
  const first = new Map<string, { file: string; region: string }>();
  return configs.flatMap(({ source, config }) => {
    const { instanceArn } = config;
    if (instanceArn === undefined || instanceArnProblem(instanceArn) !== undefined) return [];
    const { accountId, instanceId, region } = parseInstanceArn(instanceArn);
    const id = `${accountId} ${instanceId}`;
    const twin = first.get(id);
    if (!twin) first.set(id, { file: source.file, region });
    if (!twin || twin.region === region) return [];
    const message = `has the instance ID of ${twin.file} in another region, as replicas of Global Resiliency have; agents fail over only if each of them exists in both instances and belongs to a traffic distribution group before the first sign-in, and through the sign-in endpoint of Global Resiliency, which these configs do not set up; list the users in both files, and follow AWS's guide for the rest`;
    return [source.problem(["instanceArn"], message, "warning")];
  });
}
