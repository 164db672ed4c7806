import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";

import type { ConnectInstance } from "../../aws/connect";
import {
  DEFAULT_POLICY_NAME,
  instanceConditionPolicy,
  SIGNED_IN_USER,
  userResourcePolicy,
} from "../../aws/iam";
import type { FederationProps } from "./props";

interface SignInPermissionProps extends Pick<
  FederationProps,
  "permissionForm" | "attach" | "policyName" | "tags"
> {
  readonly instance: ConnectInstance;
}

/** `connect:GetFederationToken` on one instance, as one managed policy or inline in each role. */
export class SignInPermission extends Construct {
  /** The managed policy; `undefined` when the permission is inline. */
  public readonly policy: IamPolicy | undefined;
  private readonly name: string;
  private readonly document: string;

  public constructor(scope: Construct, id: string, props: SignInPermissionProps) {
    super(scope, id);
    const { instance, permissionForm = "user-resource", attach = "managed", tags } = props;
    this.name = props.policyName ?? DEFAULT_POLICY_NAME;
    this.document = Fn.jsonencode(
      permissionForm === "user-resource"
        ? userResourcePolicy(usersOf(instance.arn))
        : instanceConditionPolicy(instance.instanceId),
    );
    // The new one first: should making it fail, the old one is still in force. Attachments are not
    // made so, since Terraform would extend that to the roles, whose names cannot exist twice.
    this.policy =
      attach === "managed"
        ? new IamPolicy(this, "policy", {
            name: this.name,
            policy: this.document,
            // What somebody wrote there by hand is not a reason for another policy.
            lifecycle: { createBeforeDestroy: true, ignoreChanges: ["description"] },
            ...(tags && Object.keys(tags).length > 0 && { tags }),
          })
        : undefined;
  }

  /** Gives a role the permission, with what that takes in the scope. */
  public grant(scope: Construct, role: IamRole): void {
    if (this.policy) {
      new IamRolePolicyAttachment(scope, "permission", {
        role: role.name,
        policyArn: this.policy.arn,
      });
    } else {
      new IamRolePolicy(scope, "permission", {
        name: this.name,
        role: role.name,
        policy: this.document,
      });
    }
  }
}

/** `<instance-arn>/user/${aws:userid}`, the variable being IAM's and not Terraform's. */
function usersOf(instanceArn: string): string {
  return Token.isUnresolved(instanceArn)
    ? Token.asString(Fn.format(Fn.rawString(`%s${SIGNED_IN_USER}`), [instanceArn]))
    : Fn.rawString(`${instanceArn}${SIGNED_IN_USER}`);
}
