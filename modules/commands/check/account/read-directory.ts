import type { User } from "@aws-sdk/client-identitystore";

import type { InstanceSettings } from "../../../config";
import { identityCenterArn } from "../../../aws/identity-center";
import type { Reading } from "./finding";
import { mapped, read, readAll } from "./reading";
import { type Access, clientOptions, type Sdk } from "./sdk";

/** The applications of an instance, and the groups and users, as Identity Center has them. */
export interface DirectoryState {
  /** Applications, by ARN. */
  readonly applications: ReadonlyMap<string, ApplicationState>;
  /** Display names of groups, by ID. */
  readonly groups: Reading<ReadonlyMap<string, string>>;
  /** Users, by ID. */
  readonly users: Reading<ReadonlyMap<string, Person>>;
  /** IDs of the members, by the ID of each assigned group. */
  readonly members: ReadonlyMap<string, Reading<readonly string[]>>;
}

/** An application, as Identity Center has it. */
export interface ApplicationState {
  readonly enabled: Reading<boolean>;
  readonly assignmentRequired: Reading<boolean>;
  readonly assignments: Reading<readonly Principal[]>;
}

/** A group or user that is assigned to an application. */
export interface Principal {
  readonly type: "GROUP" | "USER";
  readonly id: string;
}

/** A user of Identity Center. */
export interface Person {
  readonly userName: string;
  /** E-mail address, which Identity Center sends as the role session name. */
  readonly email?: string;
}

/** Reads the applications, their assignments, and all groups and users from Identity Center. */
export async function readDirectory(
  sdk: Sdk,
  access: Access,
  settings: InstanceSettings,
): Promise<DirectoryState> {
  const arns = settings.applications.flatMap(({ applicationArn }) => applicationArn ?? []);
  const [first] = arns;
  if (first === undefined) throw new Error("no application's ARN is known yet");
  const applications = new Map<string, ApplicationState>();
  for (const arn of arns) applications.set(arn, await readApplication(sdk, access, arn));
  const assigned = [...applications.values()].flatMap(({ assignments }) =>
    assignments.is === "there" ? assignments.value : [],
  );
  const groups = assigned.flatMap(({ type, id }) => (type === "GROUP" ? [id] : []));
  return { applications, ...(await readPeople(sdk, access, first, new Set(groups))) };
}

async function readApplication(
  { ssoAdmin }: Sdk,
  access: Access,
  ApplicationArn: string,
): Promise<ApplicationState> {
  const client = new ssoAdmin.SSOAdminClient(clientOptions(access));
  const application = await read("sso:DescribeApplication", () =>
    client.send(new ssoAdmin.DescribeApplicationCommand({ ApplicationArn })),
  );
  const configuration = await read("sso:GetApplicationAssignmentConfiguration", () =>
    client.send(new ssoAdmin.GetApplicationAssignmentConfigurationCommand({ ApplicationArn })),
  );
  const assignments = await read("sso:ListApplicationAssignments", () =>
    readAll(
      ssoAdmin.paginateListApplicationAssignments({ client }, { ApplicationArn }),
      (page) => page.ApplicationAssignments,
    ),
  );
  return {
    enabled: mapped(application, ({ Status }) => Status !== "DISABLED"),
    assignmentRequired: mapped(configuration, (found) => found.AssignmentRequired === true),
    assignments: mapped(assignments, (all) =>
      all.map(({ PrincipalType, PrincipalId = "" }) => ({
        type: PrincipalType === "GROUP" ? "GROUP" : "USER",
        id: PrincipalId,
      })),
    ),
  };
}

async function readPeople(
  sdk: Sdk,
  access: Access,
  applicationArn: string,
  assignedGroups: ReadonlySet<string>,
): Promise<Omit<DirectoryState, "applications">> {
  const store = await readStoreId(sdk, access, identityCenterArn(applicationArn));
  if (store.is !== "there") return { groups: store, users: store, members: new Map() };

  const { identityStore } = sdk;
  const client = new identityStore.IdentitystoreClient(clientOptions(access));
  const IdentityStoreId = store.value;
  const groups = await read("identitystore:ListGroups", () =>
    readAll(
      identityStore.paginateListGroups({ client }, { IdentityStoreId }),
      (page) => page.Groups,
    ),
  );
  const users = await read("identitystore:ListUsers", () =>
    readAll(identityStore.paginateListUsers({ client }, { IdentityStoreId }), (page) => page.Users),
  );
  const members = new Map<string, Reading<readonly string[]>>();
  for (const GroupId of assignedGroups) {
    const input = { IdentityStoreId, GroupId };
    const memberships = await read("identitystore:ListGroupMemberships", () =>
      readAll(
        identityStore.paginateListGroupMemberships({ client }, input),
        (page) => page.GroupMemberships,
      ),
    );
    members.set(
      GroupId,
      mapped(memberships, (all) => all.flatMap(({ MemberId }) => MemberId?.UserId ?? [])),
    );
  }
  return {
    groups: mapped(
      groups,
      (all) => new Map(all.map(({ GroupId = "", DisplayName = "" }) => [GroupId, DisplayName])),
    ),
    users: mapped(users, (all) => new Map(all.map((user) => [user.UserId ?? "", person(user)]))),
    members,
  };
}

/** Reads the ID of the identity store that an Identity Center instance keeps its people in. */
async function readStoreId(
  { ssoAdmin }: Sdk,
  access: Access,
  instanceArn: string,
): Promise<Reading<string | undefined>> {
  const client = new ssoAdmin.SSOAdminClient(clientOptions(access));
  const instances = await read("sso:ListInstances", () =>
    readAll(ssoAdmin.paginateListInstances({ client }, {}), (page) => page.Instances),
  );
  if (instances.is !== "there") return instances;
  const own = instances.value.find(({ InstanceArn }) => InstanceArn === instanceArn);
  return own
    ? { is: "there", value: own.IdentityStoreId }
    : { is: "unread", why: `sso:ListInstances does not list ${instanceArn} in ${access.region}` };
}

function person({ UserName = "", Emails = [] }: User): Person {
  const email = (Emails.find(({ Primary }) => Primary) ?? Emails[0])?.Value;
  return { userName: UserName, ...(email !== undefined && { email }) };
}
