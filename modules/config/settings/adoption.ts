import { assignmentName, isPrincipalId, membershipName } from "../../aws/identity-center";
import type { Config } from "../schema";
import {
  createdUsers,
  type InstanceSettings,
  type PermissionSetSettings,
  rolesOf,
  usersOfTerraform,
} from "./settings";

/** Everything of an instance that a deployment can take over instead of creating it, by its names. */
export interface Adoptable {
  readonly samlProviders: readonly string[];
  readonly roles: readonly string[];
  /** The managed policy, or nothing where the policy is inline. */
  readonly policies: readonly string[];
  /** Roles that the policy is attached to, or is inline in. */
  readonly rolesWithPolicy: readonly string[];
  /** Users of Amazon Connect. */
  readonly connectUsers: readonly string[];
  readonly groups: readonly string[];
  /** Users of Identity Center. */
  readonly directoryUsers: readonly string[];
  readonly memberships: readonly MembershipSettings[];
  readonly permissionSets: readonly string[];
  /** Permission sets that have an inline policy. */
  readonly permissionSetsWithPolicy: readonly string[];
  readonly assignments: readonly AssignmentSettings[];
}

/** A membership that a stack creates. */
export interface MembershipSettings {
  /** Name of the membership: `agent1@example.com in ConnectAgents`. */
  readonly name: string;
  /** User name. */
  readonly user: string;
  /** Display name or ID of the group. */
  readonly group: string;
}

/** An assignment that a stack creates. */
export interface AssignmentSettings {
  /** Key of the application. */
  readonly application: string;
  /** What is assigned: an application, or a permission set in the account of the instance. */
  readonly of: { readonly applicationArn: string } | { readonly permissionSet: string };
  /** Name of the assignment within its application: `group ConnectAgents`. */
  readonly name: string;
  readonly type: "GROUP" | "USER";
  /** Display name, user name or ID. */
  readonly principal: string;
}

/** Lists everything of an instance that a deployment can take over. */
export function adoptable(settings: InstanceSettings): Adoptable {
  const { applications, permissionSets, permission, users, identityCenter } = settings;
  const roles = rolesOf(settings).map(({ name }) => name);
  const created = createdUsers(users);
  const setNames = permissionSets.map(({ name }) => name);
  return {
    samlProviders: applications.map(({ samlProviderName }) => samlProviderName),
    roles,
    policies: permission.attach === "managed" && roles.length > 0 ? [permission.policyName] : [],
    rolesWithPolicy: roles,
    connectUsers: usersOfTerraform(settings).map(({ connectUserName }) => connectUserName),
    groups: identityCenter.createGroups,
    directoryUsers: created.map(({ userName }) => userName),
    memberships: created.flatMap(({ userName, applications: own }) =>
      groupsOf(settings, own).map((group) => ({
        name: membershipName(userName, group),
        user: userName,
        group,
      })),
    ),
    permissionSets: setNames,
    permissionSetsWithPolicy: setNames,
    assignments: [
      ...applications.flatMap(({ applicationArn, ...application }) =>
        applicationArn === undefined ? [] : assignmentsOf(application, { applicationArn }),
      ),
      ...permissionSets.flatMap((set) => assignmentsOf(set, { permissionSet: set.name })),
    ],
  };
}

function assignmentsOf(
  { key, groups, users }: Pick<PermissionSetSettings, "key" | "groups" | "users">,
  of: AssignmentSettings["of"],
): AssignmentSettings[] {
  const assignment = (type: "GROUP" | "USER") => (principal: string) => ({
    application: key,
    of,
    name: assignmentName(type, principal),
    type,
    principal,
  });
  return [...groups.map(assignment("GROUP")), ...users.map(assignment("USER"))];
}

/** The groups of those of a user's applications that can be assigned. */
function groupsOf(
  { applications, permissionSets }: InstanceSettings,
  keys: readonly string[],
): string[] {
  const assignable = applications.filter(({ applicationArn }) => applicationArn !== undefined);
  const own = [...assignable, ...permissionSets].filter(({ key }) => keys.includes(key));
  return [...new Set(own.flatMap(({ groups }) => groups))];
}

/**
 * Adds what a config adopts to its settings. `adopt: true` stands for everything whose ID the config
 * has, or follows from its name.
 */
export function withAdoption(
  settings: InstanceSettings,
  adopt: Config["adopt"] = false,
): InstanceSettings {
  if (adopt === false) return settings;
  if (adopt !== true) {
    const { identityStoreId, ...listed } = adopt;
    const store = identityStoreId === undefined ? {} : { identityStoreId };
    return { ...settings, adopt: { ...listed, ...store } };
  }
  const { applications } = settings;
  const { samlProviders, roles, policies, rolesWithPolicy, ...own } = adoptable(settings);
  // The ARN of a permission set does not follow from its name, and its assignments need the ARN.
  const byId = own.assignments.filter(
    ({ of, principal }) => "applicationArn" in of && isPrincipalId(principal),
  );
  const assignments = Object.fromEntries(
    applications.map(({ key }) => [
      key,
      Object.fromEntries(
        byId
          .filter(({ application }) => application === key)
          .map(({ name, principal }) => [name, principal]),
      ),
    ]),
  );
  return {
    ...settings,
    adopt: {
      samlProviders,
      roles,
      policies,
      rolesWithPolicy,
      connectUsers: Object.fromEntries(
        usersOfTerraform(settings).flatMap(({ connectUserName, connectUserId }) =>
          connectUserId === undefined ? [] : [[connectUserName, connectUserId]],
        ),
      ),
      groups: {},
      directoryUsers: {},
      memberships: {},
      permissionSets: {},
      permissionSetsWithPolicy: [],
      assignments,
    },
  };
}
