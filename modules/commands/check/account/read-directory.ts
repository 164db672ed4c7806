import type { User } from "@aws-sdk/client-identitystore";

import type { InstanceSettings } from "../../../config";
import { identityCenterArn } from "../../../aws/identity-center";
import { booleanIn, listIn, optionalText, textIn } from "./answer";
import type { Aws } from "./aws";
import type { Reading } from "./finding";
import { mapped } from "./reading";

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
export async function readDirectory(aws: Aws, settings: InstanceSettings): Promise<DirectoryState> {
  const arns = settings.applications.flatMap(({ applicationArn }) => applicationArn ?? []);
  const [first] = arns;
  if (first === undefined) throw new Error("no application's ARN is known yet");
  const applications = new Map<string, ApplicationState>();
  for (const arn of arns) applications.set(arn, await readApplication(aws, arn));
  const assigned = [...applications.values()].flatMap(({ assignments }) =>
    assignments.is === "there" ? assignments.value : [],
  );
  const groups = assigned.flatMap(({ type, id }) => (type === "GROUP" ? [id] : []));
  return { applications, ...(await readPeople(aws, first, new Set(groups))) };
}

async function readApplication(aws: Aws, ApplicationArn: string): Promise<ApplicationState> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const Configuration = ssoAdmin.GetApplicationAssignmentConfigurationCommand;
  return {
    enabled: await aws.read(
      "sso:DescribeApplication",
      () => client.send(new ssoAdmin.DescribeApplicationCommand({ ApplicationArn })),
      ({ Status }) => textIn(Status, "Status") !== "DISABLED",
    ),
    assignmentRequired: await aws.read(
      "sso:GetApplicationAssignmentConfiguration",
      () => client.send(new Configuration({ ApplicationArn })),
      ({ AssignmentRequired }) => booleanIn(AssignmentRequired, "AssignmentRequired"),
    ),
    assignments: await aws.readList(
      "sso:ListApplicationAssignments",
      () => ssoAdmin.paginateListApplicationAssignments({ client }, { ApplicationArn }),
      (page) => page.ApplicationAssignments,
      ({ PrincipalType, PrincipalId }) => ({
        type: PrincipalType === "GROUP" ? "GROUP" : "USER",
        id: textIn(PrincipalId, "PrincipalId"),
      }),
    ),
  };
}

async function readPeople(
  aws: Aws,
  applicationArn: string,
  assignedGroups: ReadonlySet<string>,
): Promise<Omit<DirectoryState, "applications">> {
  const store = await readStoreId(aws, identityCenterArn(applicationArn));
  if (store.is !== "there") return { groups: store, users: store, members: new Map() };

  const { identityStore } = aws.sdk;
  const client = new identityStore.IdentitystoreClient(aws.options);
  const IdentityStoreId = store.value;
  const groups = await aws.readList(
    "identitystore:ListGroups",
    () => identityStore.paginateListGroups({ client }, { IdentityStoreId }),
    (page) => page.Groups,
    ({ GroupId, DisplayName = "" }) => [textIn(GroupId, "GroupId"), DisplayName] as const,
  );
  const users = await aws.readList(
    "identitystore:ListUsers",
    () => identityStore.paginateListUsers({ client }, { IdentityStoreId }),
    (page) => page.Users,
    (user) => [textIn(user.UserId, "UserId"), person(user)] as const,
  );
  const members = new Map<string, Reading<readonly string[]>>();
  for (const GroupId of assignedGroups) {
    const input = { IdentityStoreId, GroupId };
    const memberships = await aws.readList(
      "identitystore:ListGroupMemberships",
      () => identityStore.paginateListGroupMemberships({ client }, input),
      (page) => page.GroupMemberships,
      ({ MemberId }) => optionalText(MemberId?.UserId, "MemberId.UserId"),
    );
    members.set(
      GroupId,
      mapped(memberships, (all) => all.flatMap((id) => id ?? [])),
    );
  }
  return {
    groups: mapped(groups, (all) => new Map(all)),
    users: mapped(users, (all) => new Map(all)),
    members,
  };
}

/** Reads the ID of the identity store that an Identity Center instance keeps its people in. */
async function readStoreId(aws: Aws, instanceArn: string): Promise<Reading<string>> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const instances = await aws.readList(
    "sso:ListInstances",
    () => ssoAdmin.paginateListInstances({ client }, {}),
    (page) => page.Instances,
    ({ InstanceArn, IdentityStoreId }) => ({
      arn: textIn(InstanceArn, "InstanceArn"),
      store: textIn(IdentityStoreId, "IdentityStoreId"),
    }),
  );
  if (instances.is !== "there") return instances;
  const own = instances.value.find(({ arn }) => arn === instanceArn);
  return own
    ? { is: "there", value: own.store }
    : {
        is: "unread",
        verdict: "failed",
        why: `sso:ListInstances does not list ${instanceArn} in ${aws.region}`,
      };
}

function person({ UserName, Emails }: User): Person {
  const emails = listIn(Emails);
  const email = optionalText((emails.find(({ Primary }) => Primary) ?? emails[0])?.Value, "Emails");
  return {
    userName: textIn(UserName, "UserName"),
    ...(email !== undefined && { email }),
  };
}
