import { type ApplicationSettings, createdUsers, type InstanceSettings } from "../../../config";
import { type Block, expression } from "../../hcl";
import { identityCenterArn } from "../../../aws/identity-center";
import {
  additionalRegions,
  assignmentsAddress,
  CREATED_GROUPS,
  CREATED_MEMBERSHIPS,
  CREATED_USERS,
  IDENTITY_CENTERS,
  regionAlias,
} from "../../stacks";
import { assignmentsArguments } from "../arguments";
import { assignedApplications } from "../modules";
import { sampleApplicationArn } from "../samples";
import { applicationArnVariableName } from "../variables";
import {
  dataSource,
  each,
  holds,
  object,
  passedMock,
  refused,
  run,
  same,
  testFile,
  text,
  variables,
} from "./blocks";
import { permissionSetRuns, principalIds } from "./permission-sets";
import { principalsOf } from "./principal-ids";
import { otherInstance } from "./samples";

/** Writes the tests of the module for the Identity Center account, by file name. */
export function assignmentsTests(settings: InstanceSettings): Record<string, string> {
  const applications = assignedApplications(settings);
  const known = applications.flatMap(({ applicationArn }) => applicationArn ?? []).at(0);
  const sample = (index: number) => sampleApplicationArn(known, settings.instance, index);
  const given = applications.length > 0 ? undefined : settings.identityCenter.instanceArn;
  const instance = given ?? identityCenterArn(known ?? sample(0));
  const sees = (...arns: string[]) =>
    dataSource(IDENTITY_CENTERS, { arns, identity_store_ids: arns.map(() => "d-1234567890") });
  const all = applications.map(({ key }) => applicationArnVariableName(key));
  const ofAll = (arn: string) => [variables(Object.fromEntries(all.map((name) => [name, arn])))];
  return {
    "assignments.tftest.hcl": testFile(
      [
        ...additionalRegions(settings, applications).map((region) =>
          passedMock(regionAlias(region)),
        ),
        sees(instance),
        ...principalIds(settings),
        variables(
          assignmentsArguments(
            settings,
            ({ applicationArn }, index) => applicationArn ?? sample(index),
          ),
        ),
      ],
      [
        ...run("assigns_the_applications", applications.flatMap(assignmentAsserts(settings))),
        ...run("creates_the_groups_and_users", createdAsserts(settings)),
        ...permissionSetRuns(settings),
        ...(all.length > 0
          ? [
              refused(
                "arns_of_anything_else",
                all.map((name) => `var.${name}`),
                ofAll(instance),
              ),
            ]
          : []),
        ...(all.length > 1
          ? [refused("one_application_for_several", [IDENTITY_CENTERS], ofAll(sample(0)))]
          : []),
        ...(all.length > 0
          ? [
              refused(
                "applications_of_another_identity_center",
                [IDENTITY_CENTERS],
                [sees(otherInstance(instance))],
              ),
            ]
          : given === undefined
            ? [
                refused(
                  "several_identity_centers",
                  [IDENTITY_CENTERS],
                  [sees(instance, otherInstance(instance))],
                ),
              ]
            : [
                refused(
                  "another_identity_center",
                  [IDENTITY_CENTERS],
                  [sees(otherInstance(instance))],
                ),
              ]),
      ],
    ),
  };
}

function assignmentAsserts(settings: InstanceSettings) {
  return (application: ApplicationSettings): Block[] => {
    const { key } = application;
    const resource = assignmentsAddress(key);
    const principals = principalsOf(settings, application);
    if (principals.length === 0) return [];
    return [
      same(
        each(resource, "principal_type"),
        object(principals.map(({ label, type }) => [label, text(type)])),
        `The application ${key} is assigned to other groups or users.`,
      ),
      ...principals.flatMap(({ label, name, id }) =>
        id === undefined
          ? []
          : [
              same(
                `${resource}[${text(label)}].principal_id`,
                id,
                `The application ${key} is assigned to another than ${name}.`,
              ),
            ],
      ),
      holds(
        `alltrue([for one in ${resource} : one.application_arn == var.${applicationArnVariableName(key)}])`,
        `Another application is assigned instead of ${key}.`,
      ),
    ];
  };
}

function createdAsserts(settings: InstanceSettings): Block[] {
  const { createGroups } = settings.identityCenter;
  const users = createdUsers(settings.users);
  const memberships = users.flatMap((user) => {
    const all = [...settings.applications, ...settings.permissionSets];
    const own = all.filter(({ key }) => user.applications.includes(key));
    const groups = new Set(own.flatMap((application) => application.groups));
    return [...groups].map((group) => `${user.userName} in ${group}`);
  });
  return [
    ...(createGroups.length > 0
      ? [
          same(
            each(CREATED_GROUPS, "display_name"),
            object(createGroups.map((name) => [name, text(name)])),
            "The groups differ.",
          ),
        ]
      : []),
    ...(users.length > 0
      ? [
          same(
            each(CREATED_USERS, "user_name"),
            object(users.map(({ userName }) => [userName, text(userName)])),
            "The users differ.",
          ),
        ]
      : []),
    ...(memberships.length > 0
      ? [
          same(
            `toset(keys(${CREATED_MEMBERSHIPS}))`,
            `toset(${expression(memberships)})`,
            "The members of the groups differ.",
          ),
        ]
      : []),
  ];
}
