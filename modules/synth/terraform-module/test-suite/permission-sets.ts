import { relayStateUrl } from "../../../aws/connect";
import { signInPolicy } from "../../../aws/iam";
import { isoDuration } from "../../../aws/identity-center";
import type { InstanceSettings, PermissionSetSettings } from "../../../config";
import { protectionKey } from "../../../constructs/federation";
import { type Block, expression, type Json } from "../../hcl";
import {
  accountAssignmentsAddress,
  permissionSetAddress,
  permissionSetPolicyAddress,
  SIGN_IN_PROTECTION,
} from "../../stacks";
import { withPrefix } from "../names";
import { NAME_PREFIX } from "../variables";
import { each, object, run, same, text, variables } from "./blocks";
import { principalsOf } from "./principal-ids";

/** Runs that check the permission sets; none without permission sets. */
export function permissionSetRuns(settings: InstanceSettings): Block[] {
  const { permissionSets } = settings;
  const { permissionSets: renamed } = withPrefix(settings, "Second-");
  return [
    ...run("signs_in_through_permission_sets", permissionSets.flatMap(asserts(settings))),
    ...run("protects_the_permission_sets", protectionAsserts(settings)),
    ...run("puts_a_prefix_before_every_permission_set", renamed.map(nameAssert), [
      variables({ [NAME_PREFIX]: "Second-" }),
    ]),
  ];
}

function asserts(settings: InstanceSettings) {
  const { instance, permission } = settings;
  return (set: PermissionSetSettings): Block[] => {
    const { key, sessionSeconds } = set;
    const resource = permissionSetAddress(key);
    const assigned = accountAssignmentsAddress(key);
    const principals = principalsOf(settings, set);
    const document = signInPolicy(permission.form, instance) as Json;
    return [
      nameAssert(set),
      same(
        `${resource}.relay_state`,
        text(relayStateUrl(instance, set)),
        `The relay state of the permission set of ${key} differs.`,
      ),
      same(
        `${resource}.session_duration`,
        text(isoDuration(sessionSeconds)),
        `The session duration of the permission set of ${key} differs.`,
      ),
      same(
        `${permissionSetPolicyAddress(key)}.inline_policy`,
        `jsonencode(${expression(document)})`,
        `The permission of the permission set of ${key} differs.`,
      ),
      ...(principals.length > 0
        ? [
            same(
              each(assigned, "principal_type"),
              object(principals.map(({ label, type }) => [label, text(type)])),
              `The permission set of ${key} is assigned to other groups or users.`,
            ),
            same(
              `toset(values(${each(assigned, "target_id")}))`,
              `toset([${text(instance.accountId)}])`,
              `The permission set of ${key} is assigned in another account.`,
            ),
          ]
        : []),
    ];
  };
}

function nameAssert({ key, name }: PermissionSetSettings): Block {
  const address = permissionSetAddress(key);
  return same(`${address}.name`, text(name), `The name of ${address} differs.`);
}

function protectionAsserts({ protect, permissionSets }: InstanceSettings): Block[] {
  const used = permissionSets.filter(({ groups, users }) => groups.length + users.length > 0);
  return protect && used.length > 0
    ? [
        same(
          `toset(keys(${SIGN_IN_PROTECTION}))`,
          `toset(${expression(used.map(({ key, name }) => protectionKey(key, name)))})`,
          "The sign-in protection does not match the permission sets.",
        ),
      ]
    : [];
}
