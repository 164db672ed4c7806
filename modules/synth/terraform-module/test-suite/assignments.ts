import type { ApplicationSettings, InstanceSettings } from "../../../config";
import { type Block, plain, type TerraformJson } from "../../hcl";
import { identityCenterArn, isPrincipalId } from "../../../aws/identity-center";
import { requiredOf } from "../inputs";
import { assignedApplications } from "../modules";
import { sampleApplicationArn } from "../samples";
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

const INSTANCES = "data.aws_ssoadmin_instances.identity_center";
const GROUPS = "aws_identitystore_group";
const USERS = "aws_identitystore_user";

/** Tests of the module of the Identity Center account, by the names of their files. */
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
    override("data", INSTANCES, {
      arns,
      identity_store_ids: arns.map(() => "d-1234567890"),
    });
  const all = applications.map(({ key }) => `${key}_application_arn`);
  const ofAll = (arn: string) => variables(Object.fromEntries(all.map((name) => [name, arn])));
  return {
    "assignments.tftest.hcl": testFile(
      [mockProvider([GROUPS, USERS]), sees([instance]), ...variables(Object.fromEntries(inputs))],
      [
        ...run("keeps_the_applications_closed", applications.flatMap(closedAsserts)),
        ...run("assigns_the_applications", applications.flatMap(assignmentAsserts(settings))),
        ...run("makes_the_groups", groupAsserts(settings)),
        ...run("makes_the_users", userAsserts(settings)),
        ...run("adds_the_users_to_their_groups", membershipAsserts(settings)),
        ...acceptedNull(json),
        refused(
          "arns_of_anything_else",
          all.map((name) => `var.${name}`),
          ofAll(instance),
        ),
        ...(all.length > 1
          ? [
              refused("one_application_for_several", [INSTANCES], ofAll(one)),
              refused(
                "applications_of_two_accounts",
                [INSTANCES],
                variables(
                  Object.fromEntries(all.map((name, index) => [name, inAccount(index, one)])),
                ),
              ),
            ]
          : []),
        refused(
          "applications_of_an_identity_center_elsewhere",
          [INSTANCES],
          [sees([otherInstance(instance)])],
        ),
        refused("an_account_without_identity_center", [INSTANCES], [sees([])]),
      ],
    ),
  };
}

function closedAsserts({ key }: ApplicationSettings): Block[] {
  const resource = `aws_ssoadmin_application_assignment_configuration.${key}`;
  return [
    same(
      `${resource}.application_arn`,
      `var.${key}_application_arn`,
      `Another application is closed in place of ${key}.`,
    ),
    same(`${resource}.assignment_required`, "true", `The application ${key} is open to everybody.`),
  ];
}

function assignmentAsserts(settings: InstanceSettings) {
  return ({ key, groups, users }: ApplicationSettings): Block[] => {
    const resource = `aws_ssoadmin_application_assignment.${key}`;
    const principals = [
      ...groups.map((name) => [`group ${name}`, "GROUP", groupId(settings, name)] as const),
      ...users.map((name) => [`user ${name}`, "USER", userId(settings, name)] as const),
    ];
    if (principals.length === 0) return [];
    return [
      same(
        each(resource, "principal_type"),
        object(principals.map(([label, type]) => [label, text(type)])),
        `The application ${key} is assigned to others.`,
      ),
      same(
        each(resource, "principal_id"),
        object(principals.map(([label, , id]) => [label, id])),
        `The application ${key} is assigned to principals of other names.`,
      ),
      holds(
        `alltrue([for one in ${resource} : one.application_arn == var.${key}_application_arn])`,
        `Another application is assigned in place of ${key}.`,
      ),
    ];
  };
}

function groupAsserts({ identityCenter: { createGroups } }: InstanceSettings): Block[] {
  if (createGroups.length === 0) return [];
  const names = object(createGroups.map((name) => [name, text(name)]));
  return [same(each(`${GROUPS}.created`, "display_name"), names, "The groups are others.")];
}

function userAsserts(settings: InstanceSettings): Block[] {
  const users = createdUsers(settings);
  if (users.length === 0) return [];
  const emails = object(users.map(({ email }) => [email, text(email)]));
  return [
    same(each(`${USERS}.created`, "user_name"), emails, "The users are others."),
    same(
      each(`${USERS}.created`, "emails[0].value"),
      emails,
      "The e-mail addresses of the users are others.",
    ),
    same(
      `{ for key, one in ${USERS}.created : key => [one.name[0].given_name, one.name[0].family_name] }`,
      object(
        users.map(({ email, givenName, familyName }) => [
          email,
          list([text(givenName), text(familyName)]),
        ]),
      ),
      "The names of the users are others.",
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
      "{ for key, one in aws_identitystore_group_membership.created : key => [one.group_id, one.member_id] }",
      object(
        memberships.map(({ group, email }) => [
          `${email} in ${group}`,
          list([groupId(settings, group), userId(settings, email)]),
        ]),
      ),
      "The members of the groups are others.",
    ),
  ];
}

function createdUsers({ users }: InstanceSettings) {
  return users.filter(({ createInIdentityCenter }) => createInIdentityCenter);
}

function groupId({ identityCenter: { createGroups } }: InstanceSettings, name: string): string {
  if (createGroups.includes(name)) return `${GROUPS}.created[${text(name)}].group_id`;
  return isPrincipalId(name) ? text(name) : `data.${GROUPS}.existing[${text(name)}].group_id`;
}

function userId(settings: InstanceSettings, name: string): string {
  const isCreated = createdUsers(settings).some(({ email }) => email === name);
  if (isCreated) return `${USERS}.created[${text(name)}].user_id`;
  return isPrincipalId(name) ? text(name) : `data.${USERS}.existing[${text(name)}].user_id`;
}
