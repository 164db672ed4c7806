import type { IamAccount } from "../../aws/iam";
import { identityCenterArn } from "../../aws/identity-center";

/** ARN of a sample application, in the Identity Center instance of a known one if there is one. */
export function sampleApplicationArn(
  known: string | undefined,
  { partition, accountId }: IamAccount,
  index: number,
): string {
  const instance =
    known === undefined ? "ssoins-0000000000000000" : identityCenterArn(known).replace(/^.*\//, "");
  const id = String(index).padStart(16, "0");
  return `arn:${partition}:sso::${accountId}:application/${instance}/apl-${id}`;
}
