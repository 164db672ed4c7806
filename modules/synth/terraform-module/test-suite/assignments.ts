import type { ApplicationSettings, InstanceSettings } from "../../../config";
import { type Block, plain, type TerraformJson } from "../../hcl";
import { assignmentName, identityCenterArn, isPrincipalId } from "../../../aws/identity-center";
import {
  assignmentsAddress,
  CREATED_GROUPS,
  CREATED_MEMBERSHIPS,
  CREATED_USERS,
  EXISTING_GROUPS,
  EXISTING_USERS,
  IDENTITY_CENTERS,
  resourceType,
} from "../../stacks";
import { requiredOf } from "../inputs";
import { assignedApplications } from "../modules";
import { sampleApplicationArn } from "../samples";
import { applicationArnVariableName } from "../variables";
import {
  each,
  holds,
  list,
  mockProvider,
  object,
  override,
  refused,
  run,
  same,
  testFile,
  text,
  variables,
} from "./blocks";
import { acceptedNull } from "./refusals";
import { inAccount, otherInstance } from "./samples";

/** Writes the tests of the module for the Identity Center account, by file name. */
export function assignmentsTests(
  settings: InstanceSettings,
  json: TerraformJson,
): Record<string, string> {
  const { partition, accountId } = settings.instance;
  const applications = assignedApplications(settings);
  const known = applications.flatMap(({ applicationArn }) => applicationArn ?? []).at(0);
  const sample = (index: number) => sampleApplicationArn(known, { partition, accountId }, index);
  const inputs = requiredOf(json).map((name, index) => [name, plain(sample(index))] as const);
  const one = known ?? sample(0);
  const instance = identityCenterArn(one);
  const sees = (arns: string[]) =>
    override("data", IDENTITY_CENTERS, {
      arns,
      identity_store_ids: arns.map(() => "d-1234567890"),
    });
  const all = applications.map(({ key }) => applicationArnVariableName(key));
  const ofAll = (arn: string) => variables(Object.fromEntries(all.map((name) => [name, arn])));
  return {
    "assignments.tftest.hcl": testFile(
      [
        mockProvider([CREATED_GROUPS, CREATED_USERS].map(resourceType)),
        sees([instance]),
        ...variables(Object.fromEntries(inputs)),
      ],
      [
        ...run("assigns_the_applications", applications.flatMap(assignmentAsserts(settings))),
        ...run("creates_the_groups", groupAsserts(settings)),
        ...run("creates_the_users", userAsserts(settings)),
        ...run("adds_the_users_to_their_groups", membershipAsserts(settings)),
        ...acceptedNull(json),
        refused(
          "arns_of_anything_else",
          all.map((name) => `var.${name}`),
          ofAll(instance),
        ),
        ...(all.length > 1
          ? [
              refused("one_application_for_several", [IDENTITY_CENTERS], ofAll(one)),
              refused(
                "applications_of_two_accounts",
                [IDENTITY_CENTERS],
                variables(
                  Object.fromEntries(all.map((name, index) => [name, inAccount(index, one)])),
                ),
              ),
            ]
          : []),
        refused(
          "applications_of_an_identity_center_elsewhere",
          [IDENTITY_CENTERS],
          [sees([otherInstance(instance)])],
        ),
        refused("an_account_without_identity_center", [IDENTITY_CENTERS], [sees([])]),
      ],
    ),
  };
}

function assignmentAsserts(settings: InstanceSettings) {
  return ({ key, groups, users }: ApplicationSettings): Block[] => {
    const resource = assignmentsAddress(key);
    const principals = [
      ...groups.map(
        (name) => [assignmentName("GROUP", name), "GROUP", groupId(settings, name)] as const,
      ),
      ...users.map(
        (name) => [assignmentName("USER", name), "USER", userId(settings, name)] as const,
      ),
    ];
    if (principals.length === 0) return [];
    return [
      same(
        each(resource, "principal_type"),
        object(principals.map(([label, type]) => [label, text(type)])),
        `The application ${key} is assigned to other groups or users.`,
      ),
      same(
        each(resource, "principal_id"),
        object(principals.map(([label, , id]) => [label, id])),
        `The IDs of the groups and users of the application ${key} differ.`,
      ),
      holds(
        `alltrue([for one in ${resource} : one.application_arn == var.${applicationArnVariableName(key)}])`,
        `Another application is assigned instead of ${key}.`,
      ),
    ];
  };
}

function groupAsserts({ identityCenter: { createGroups } }: InstanceSettings): Block[] {
  if (createGroups.length === 0) return [];
  const names = object(createGroups.map((name) => [name, text(name)]));
  return [same(each(CREATED_GROUPS, "display_name"), names, "The groups differ.")];
}

function userAsserts(settings: InstanceSettings): Block[] {
  const users = createdUsers(settings);
  if (users.length === 0) return [];
  const emails = object(users.map(({ email }) => [email, text(email)]));
  return [
    same(each(CREATED_USERS, "user_name"), emails, "The users differ."),
    same(
      each(CREATED_USERS, "emails[0].value"),
      emails,
      "The e-mail addresses of the users differ.",
    ),
    same(
      `{ for key, one in ${CREATED_USERS} : key => [one.name[0].given_name, one.name[0].family_name] }`,
      object(
        users.map(({ email, givenName, familyName }) => [
          email,
          list([text(givenName), text(familyName)]),
        ]),
      ),
      "The names of the users differ.",
    ),
  ];
}

function membershipAsserts(settings: InstanceSettings): Block[] {
  const memberships = createdUsers(settings).flatMap((user) => {
    const own = settings.applications.filter(({ key }) => user.applications.includes(key));
    const groups = [...new Set(own.flatMap((application) => application.groups))];
    return groups.map((group) => ({ group, email: user.email }));
  });
  if (memberships.length === 0) return [];
  return [
    same(
      `{ for key, one in ${CREATED_MEMBERSHIPS} : key => [one.group_id, one.member_id] }`,
      object(
        memberships.map(({ group, email }) => [
          `${email} in ${group}`,
          list([groupId(settings, group), userId(settings, email)]),
        ]),
      ),
      "The members of the groups differ.",
    ),
  ];
}

function createdUsers({ users }: InstanceSettings) {
  return users.filter(({ createInIdentityCenter }) => createInIdentityCenter);
}

function groupId({ identityCenter: { createGroups } }: InstanceSettings, name: string): string {
  if (createGroups.includes(name)) return `${CREATED_GROUPS}[${text(name)}].group_id`;
  return isPrincipalId(name) ? text(name) : `${EXISTING_GROUPS}[${text(name)}].group_id`;
}

function userId(settings: InstanceSettings, name: string): string {
  const isCreated = createdUsers(settings).some(({ email }) => email === name);
  if (isCreated) return `${CREATED_USERS}[${text(name)}].user_id`;
  return isPrincipalId(name) ? text(name) : `${EXISTING_USERS}[${text(name)}].user_id`;
}
