import { SsoadminAccountAssignment } from "@cdktf/provider-aws/lib/ssoadmin-account-assignment";
import { SsoadminPermissionSet } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import { SsoadminPermissionSetInlinePolicy } from "@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy";
import { Fn, TerraformOutput, Token } from "cdktf";
import { Construct } from "constructs";

import { SESSION_DURATION } from "../../aws/iam";
import { isoDuration } from "../../aws/identity-center";
import { relayState } from "../console-handoff";
import { signInDocument } from "../federation";
import { Each, instanceArnConditions, instanceFrom, literal, named, tagged } from "../terraform";
import type { AssignedPermissionSet } from "./props";

/** Where a permission set is made. */
interface Place {
  /** ARN of the Identity Center instance. */
  readonly identityCenterArn: string;
  /** ID of its identity store, which is in the default address of the access portal. */
  readonly identityStoreId: string;
}

/** Type and ID of a group or user, by the name of its assignment. */
export type Principals = Readonly<
  Record<string, { readonly principal_type: string; readonly principal_id: string }>
>;

/**
 * Makes a permission set that signs users in to Amazon Connect, lets principals use it in the account
 * of the instance, and outputs what they need. Identity Center makes the role in that account.
 */
export function makePermissionSet(
  parent: Construct,
  key: string,
  set: AssignedPermissionSet,
  principals: Principals,
  { identityCenterArn: instanceArn, identityStoreId }: Place,
): void {
  const { name, permissionForm = "user-resource", protect = true, tags = {} } = set;
  const scope = new Construct(parent, `application-${key}`);
  const instance = instanceFrom(parent, set.instanceArn);
  const relayStateUrl = relayState(instance, set);
  const lifecycle = {
    ...instanceArnConditions(parent, set.instanceArn),
    ...(protect && { preventDestroy: true }),
  };
  const permissionSet = new SsoadminPermissionSet(scope, "permission-set", {
    instanceArn,
    name: literal(name),
    description: `Sign-in to the Amazon Connect instance ${instance.instanceId}`,
    relayState: literal(relayStateUrl),
    sessionDuration: isoDuration(set.sessionSeconds ?? SESSION_DURATION.max),
    ...tagged(tags),
    ...(Object.keys(lifecycle).length > 0 && { lifecycle }),
  });
  const permission = new SsoadminPermissionSetInlinePolicy(scope, "permission", {
    instanceArn,
    permissionSetArn: permissionSet.arn,
    inlinePolicy: signInDocument(instance, permissionForm),
  });
  new Each(
    parent,
    `principals-of-${key}`,
    principals,
    (forEach) =>
      new SsoadminAccountAssignment(scope, "assignment", {
        forEach,
        instanceArn,
        permissionSetArn: permissionSet.arn,
        principalType: forEach.getString("principal_type"),
        principalId: forEach.getString("principal_id"),
        targetId: instance.accountId,
        targetType: "AWS_ACCOUNT",
        // Whoever is removed is removed first: each change of the policy goes to every account.
        dependsOn: [permission],
      }),
  );
  output(parent, `${key}_permission_set_arn`, {
    value: permissionSet.arn,
    description: `ARN of the permission set of "${key}".`,
  });
  output(parent, `${key}_relay_state_url`, {
    value: relayStateUrl,
    description: `Relay state of the permission set of "${key}": the page that its users land on.`,
  });
  output(parent, `${key}_shortcut_link`, {
    // The ID of the identity store is the default name of the access portal.
    value: Token.asString(
      Fn.format(
        "https://%s.awsapps.com/start/#/console?account_id=%s&role_name=%s&destination=%s",
        [
          identityStoreId,
          instance.accountId,
          encoded(name, permissionSet.name),
          encoded(relayStateUrl, permissionSet.relayState),
        ],
      ),
    ),
    description: `Link that opens Amazon Connect through the permission set of "${key}". Where the access portal has another address, put it in place of the part before #.`,
  });
}

/** Encodes a text for a URL, or has Terraform encode the attribute that has it. */
function encoded(text: string, attribute: string): string {
  return Token.isUnresolved(text) ? Fn.urlencode(attribute) : encodeURIComponent(text);
}

function output(
  parent: Construct,
  name: string,
  config: { readonly value: string; readonly description: string },
): void {
  named(new TerraformOutput(parent, name, config), "output", name);
}
