import type { InstanceSettings } from "../../config";
import { type Access, openInstance } from "./open-instance";
import type { UserChanger } from "./change-user";
import { type Action, type PlanInput, planUsers } from "./plan-users";
import { planned, type PlannedInstance } from "./report";
import { type DirectoryAccess, readGroups } from "./read-groups";
import { wantedUsers } from "./wanted-users";

/** A plan for an instance, with what carries it out. */
export interface InstancePlan {
  readonly report: PlannedInstance;
  readonly actions: readonly Action[];
  /** Left out where the instance could not be read. */
  readonly users?: UserChanger;
}

/** Two that manage the same users would undo what the other does. */
function managerProblems({ usersManagedBy, file, name }: InstanceSettings): readonly string[] {
  return usersManagedBy === "connect-sso"
    ? []
    : [
        `Terraform manages the users of this config, in the stack ${name}-federation; to manage them with this command, write usersManagedBy: connect-sso into ${file}, and deploy that stack, which leaves the users as they are`,
      ];
}

/** Compares the users of a config with those of its instance. AWS is only read. */
export async function planInstance(
  settings: InstanceSettings,
  access: Access & DirectoryAccess,
  options: Pick<PlanInput, "takeOver" | "maxRemovals">,
): Promise<InstancePlan> {
  const { name, file, instance } = settings;
  const about = { name, file, instanceArn: instance.arn };
  const nothing = { create: [], change: [], remove: [], left: [], kept: 0, requests: 0 };
  const unread = (why: string) => ({
    report: { ...about, ...nothing, problems: [], unread: why },
    actions: [],
  });
  const opened = await openInstance(settings, access);
  if ("unread" in opened) return unread(opened.unread);
  const fromGroups = await readGroups(settings, access);
  if ("unread" in fromGroups) return unread(fromGroups.unread);
  const users = [...settings.users, ...fromGroups.users];
  const groups = users.some(({ hierarchyGroup }) => hierarchyGroup !== undefined);
  const read = await opened.read({ groups });
  if ("unread" in read) return unread(read.unread);
  const { wanted, problems: unknown } = wantedUsers({ ...settings, users }, read.names);
  const problems = [...managerProblems(settings), ...fromGroups.problems, ...unknown];
  // Who has a hierarchy group that the config does not name has no name for it, and need not.
  const plan = planUsers({
    owner: name,
    wanted,
    existing: read.users,
    ...(settings.maxRemovals !== undefined && { maxRemovals: settings.maxRemovals }),
    ...options,
  });
  return {
    report: {
      ...about,
      problems,
      ...planned({ ...plan, left: [...fromGroups.left, ...plan.left] }),
    },
    actions: plan.actions,
    users: opened.changer(read.names),
  };
}
