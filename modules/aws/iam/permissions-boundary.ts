import { ANY_PARTITION } from "../partitions";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const PERMISSIONS_BOUNDARY_PATTERN = new RegExp(
  `^arn:${ANY_PARTITION}:iam::(\\d{12}|aws):policy/[\\x21-\\x7e]+$`,
);

export function permissionsBoundaryProblem(arn: string): string | undefined {
  return PERMISSIONS_BOUNDARY_PATTERN.test(arn)
    ? undefined
    : "is not the ARN of an IAM policy (arn:aws:iam::<account>:policy/<name>); copy it from the policy's page";
}
