import type { IamAccount } from "../../aws/iam";
import { identityCenterArn } from "../../aws/identity-center";

/** An application of the Identity Center instance that another belongs to, if there is one. */
export function sampleApplicationArn(
  known: string | undefined,
  { partition, accountId }: IamAccount,
  index: number,
): string {
  const instance = known === undefined ? "ssoins-0000000000000000" : instanceIdOf(known);
  const id = String(index).padStart(16, "0");
  return `arn:${partition}:sso::${accountId}:application/${instance}/apl-${id}`;
}

function instanceIdOf(applicationArn: string): string {
  return identityCenterArn(applicationArn).split("/")[1] ?? "";
}
