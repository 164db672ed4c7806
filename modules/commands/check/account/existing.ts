import { isPrincipalId } from "../../../aws/identity-center";
import {
  type Adoptable,
  adoptable,
  type AssignmentSettings,
  groupsOfTerraform,
  type InstanceSettings,
} from "../../../config";
import type { Reading } from "../../aws";
import type { ExpectedFederation } from "./expected";
import type { DirectoryState } from "./read-directory";
import type { IamState } from "./read-iam";

/** A thing in AWS that a stack makes, if it is not there. */
export interface Existing {
  /** Kind of the thing, as its key in `adopt`; a user who comes from a group is another. */
  readonly kind:
    Exclude<keyof Adoptable, "rolesWithPolicy" | "permissionSetsWithPolicy"> | "groupUsers";
  readonly name: string;
  /** Key of the application that an assignment belongs to. */
  readonly application?: string;
  /** The name, or the IDs, by which a state identifies it. */
  readonly identity: string;
}

/** What was read of both accounts. */
interface Accounts {
  readonly expected: ExpectedFederation;
  readonly iam: IamState;
  /** Names of the users of Amazon Connect. */
  readonly connectUsers: Reading<readonly string[]>;
  /** Left out where Identity Center was not read. */
  readonly directory: DirectoryState | undefined;
  /** Names of the permission sets of the config that exist. */
  readonly permissionSets: readonly string[];
}

/** Lists what exists of that which the stacks of a config make, as far as it was read. */
export function existingThings(settings: InstanceSettings, accounts: Accounts): Existing[] {
  const { expected, iam, directory, permissionSets } = accounts;
  const connectUsers = accounts.connectUsers.is === "there" ? accounts.connectUsers.value : [];
  const own = adoptable(settings);
  const isManaged = "policy" in iam.permission && iam.permission.policy.is === "there";
  const people = directory ? new People(directory) : undefined;
  const named = (kind: Existing["kind"], names: readonly string[]) =>
    names.map((name) => ({ kind, name, identity: name }));
  return [
    ...named(
      "samlProviders",
      expected.samlProviders
        .filter(({ arn }) => iam.samlProviders.get(arn)?.is === "there")
        .map(({ name }) => name),
    ),
    ...named(
      "roles",
      [...iam.roles].filter(([, role]) => role.is === "there").map(([name]) => name),
    ),
    ...named("policies", isManaged ? own.policies : []),
    ...named(
      "connectUsers",
      own.connectUsers.filter((name) => connectUsers.includes(name)),
    ),
    ...named(
      "groups",
      own.groups.filter((name) => people?.id("GROUP", name)),
    ),
    ...named(
      "directoryUsers",
      own.directoryUsers.filter((name) => people?.id("USER", name)),
    ),
    ...own.memberships.flatMap(({ name, user, group }) => {
      const identity = people?.membership(user, group);
      return identity === undefined ? [] : [{ kind: "memberships", name, identity } as const];
    }),
    ...named("permissionSets", permissionSets),
    ...own.assignments.flatMap((assignment) => {
      const { name, application } = assignment;
      const identity = people?.assignment(assignment);
      return identity === undefined
        ? []
        : [{ kind: "assignments", name, application, identity } as const];
    }),
    ...named(
      "groupUsers",
      (people?.fromGroups(settings) ?? []).filter((name) => connectUsers.includes(name)),
    ),
  ];
}

/** Identity Center, in which names have IDs. */
class People {
  private readonly ids: Readonly<Record<"GROUP" | "USER", ReadonlyMap<string, string>>>;

  public constructor(private readonly directory: DirectoryState) {
    const { groups, users } = directory;
    this.ids = {
      GROUP: new Map(
        groups.is === "there" ? [...groups.value].map(([id, name]) => [name, id]) : [],
      ),
      USER: new Map(
        users.is === "there" ? [...users.value].map(([id, { userName }]) => [userName, id]) : [],
      ),
    };
  }

  public id(type: "GROUP" | "USER", nameOrId: string): string | undefined {
    return isPrincipalId(nameOrId) ? nameOrId : this.ids[type].get(nameOrId);
  }

  public membership(user: string, group: string): string | undefined {
    const groupId = this.id("GROUP", group);
    const userId = this.id("USER", user);
    if (groupId === undefined || userId === undefined) return undefined;
    return this.members(groupId).includes(userId) ? `${groupId} ${userId}` : undefined;
  }

  /** Assignments of permission sets go with these. */
  public assignment({ of, type, principal }: AssignmentSettings): string | undefined {
    if (!("applicationArn" in of)) return undefined;
    const assigned = this.directory.applications.get(of.applicationArn)?.assignments;
    const id = this.id(type, principal);
    return assigned?.is === "there" &&
      assigned.value.some((one) => one.type === type && one.id === id)
      ? `${of.applicationArn} ${String(id)}`
      : undefined;
  }

  /** Names of those whom the members of groups are in Amazon Connect. */
  public fromGroups(settings: InstanceSettings): string[] {
    const { users } = this.directory;
    if (users.is !== "there") return [];
    const listed = settings.users.map(({ connectUserName }) => connectUserName);
    const names = groupsOfTerraform(settings)
      .flatMap(({ group }) => this.members(this.id("GROUP", group)))
      .flatMap((id) => users.value.get(id)?.[settings.roleSessionName] ?? []);
    return [...new Set(names)].filter((name) => !listed.includes(name));
  }

  private members(groupId = ""): readonly string[] {
    const members = this.directory.members.get(groupId);
    return members?.is === "there" ? members.value : [];
  }
}
