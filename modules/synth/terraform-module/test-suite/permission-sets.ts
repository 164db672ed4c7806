import { relayStateUrl } from "../../../aws/connect";
import { signInPolicy } from "../../../aws/iam";
import { isoDuration, isPrincipalId } from "../../../aws/identity-center";
import { createdUsers, type InstanceSettings, type PermissionSetSettings } from "../../../config";
import { protectionKey } from "../../../constructs/federation";
import { type Block, expression, type Json } from "../../hcl";
import {
  accountAssignmentsAddress,
  EXISTING_GROUPS,
  EXISTING_USERS,
  permissionSetAddress,
  permissionSetPolicyAddress,
  SIGN_IN_PROTECTION,
} from "../../stacks";
import { withPrefix } from "../names";
import { NAME_PREFIX } from "../variables";
import { dataSource, each, object, run, same, text, variables } from "./blocks";
import { principalsOf } from "./principal-ids";

/**
 * Gives the groups and users that are looked up the IDs of principals, whose form the provider checks for
 * account assignments alone; nothing without permission sets.
 */
export function principalIds(settings: InstanceSettings): Block[] {
  const { permissionSets, identityCenter, users } = settings;
  const made = new Set(createdUsers(users).map(({ userName }) => userName));
  const groups = permissionSets
    .flatMap((set) => set.groups)
    .filter((name) => !isPrincipalId(name) && !identityCenter.createGroups.includes(name));
  const people = permissionSets
    .flatMap((set) => set.users)
    .filter((name) => !isPrincipalId(name) && !made.has(name));
  return [
    ...(groups.length > 0 ? [dataSource(EXISTING_GROUPS, { group_id: GROUP })] : []),
    ...(people.length > 0 ? [dataSource(EXISTING_USERS, { user_id: USER })] : []),
  ];
}

const GROUP = "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b";
const USER = "9067b2c3d4-6d5c4b3a-2f1e-4d0c-9b8a-7f6e5d4c3b2a";

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
