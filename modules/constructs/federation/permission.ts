import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";

import type { ConnectInstance } from "../../aws/connect";
import {
  DEFAULT_POLICY_NAME,
  instanceConditionPolicy,
  SIGNED_IN_USER,
  userResourcePolicy,
} from "../../aws/iam";
import { jsonencode, literal, tagged } from "../terraform";
import type { FederationProps } from "./props";

interface SignInPermissionProps extends Pick<
  FederationProps,
  "permissionForm" | "attach" | "policyName" | "tags"
> {
  readonly instance: ConnectInstance;
}

/** Grants `connect:GetFederationToken` on one instance, by one managed policy or inline policies. */
export class SignInPermission extends Construct {
  /** Managed policy; `undefined` when the permission is inline. */
  public readonly policy: IamPolicy | undefined;
  private readonly name: string;
  private readonly document: string;

  public constructor(scope: Construct, id: string, props: SignInPermissionProps) {
    super(scope, id);
    const { instance, permissionForm = "user-resource", attach = "managed", tags } = props;
    this.name = props.policyName ?? DEFAULT_POLICY_NAME;
    this.document = signInDocument(instance, permissionForm);
    // Create the new policy first: if that fails, the old one is still in force. Attachments do not
    // do so, since Terraform would extend it to the roles, and two roles cannot have one name.
    this.policy =
      attach === "managed"
        ? new IamPolicy(this, "policy", {
            name: this.name,
            policy: this.document,
            // A description that was written by hand is no reason to replace the policy.
            lifecycle: { createBeforeDestroy: true, ignoreChanges: ["description"] },
            ...tagged(tags),
          })
        : undefined;
  }

  /** Grants a role the permission, by a resource in the scope. */
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

/** Returns the permission policy as Terraform writes it, for an instance that Terraform may know alone. */
export function signInDocument(
  instance: ConnectInstance,
  form: NonNullable<FederationProps["permissionForm"]>,
): string {
  return jsonencode(
    form === "user-resource"
      ? userResourcePolicy(`${instance.arn}${literal(SIGNED_IN_USER)}`)
      : instanceConditionPolicy(instance.instanceId),
  );
}
