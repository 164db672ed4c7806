import type { RoleSettings } from "../../config";

/** Label of a role's resources: `aws_iam_role.agent`, `aws_iam_role.shared_role`. */
export function roleLabel({ applications: [application], isShared }: RoleSettings): string {
  if (isShared) return "shared_role";
  if (!application) throw new Error("a role without an application");
  return application.key;
}
