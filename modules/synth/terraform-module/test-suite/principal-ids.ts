import { createdUsers, type InstanceSettings } from "../../../config";
import { assignmentName, isPrincipalId } from "../../../aws/identity-center";
import { EXISTING_GROUPS, EXISTING_USERS } from "../../stacks";
import { text } from "./blocks";

/** The groups and users of an application, with their IDs where they are known. */
export function principalsOf(
  settings: InstanceSettings,
  { groups, users }: { readonly groups: readonly string[]; readonly users: readonly string[] },
) {
  return [
    ...groups.map((name) => ({ type: "GROUP", name, id: groupId(settings, name) }) as const),
    ...users.map((name) => ({ type: "USER", name, id: userId(settings, name) }) as const),
  ].map((one) => ({ ...one, label: assignmentName(one.type, one.name) }));
}

/** ID of a group, as an expression; `undefined` for one that does not exist before it is created. */
function groupId(settings: InstanceSettings, name: string): string | undefined {
  if (settings.identityCenter.createGroups.includes(name)) return undefined;
  return isPrincipalId(name) ? text(name) : `${EXISTING_GROUPS}[${text(name)}].group_id`;
}

/** ID of a user, as an expression; `undefined` for one that does not exist before it is created. */
function userId(settings: InstanceSettings, name: string): string | undefined {
  if (createdUsers(settings.users).some(({ userName }) => userName === name)) return undefined;
  return isPrincipalId(name) ? text(name) : `${EXISTING_USERS}[${text(name)}].user_id`;
}
