import { templateProblem } from "../../text";
import { ANY_PARTITION } from "../partitions";

/**
 * Form of the ARN of a permissions boundary: a managed policy of an account or of AWS.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const PERMISSIONS_BOUNDARY_PATTERN = new RegExp(
  `^(?!.*[$%]\\{)arn:${ANY_PARTITION}:iam::(\\d{12}|aws):policy/[\\x21-\\x7e]+$`,
);

/** Says what is wrong with the ARN of a permissions boundary; `undefined` when nothing is. */
export function permissionsBoundaryProblem(arn: string): string | undefined {
  return PERMISSIONS_BOUNDARY_PATTERN.test(arn)
    ? undefined
    : (templateProblem(arn) ??
        "is not the ARN of an IAM policy (arn:aws:iam::<account>:policy/<name>); copy it from the policy's page");
}
