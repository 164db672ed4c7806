import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import { personNameProblem, userNameTwinProblems } from "../../aws/connect";
import {
  applicationArnProblem,
  createdGroupProblem,
  directoryUserNameProblem,
  emailProblem,
  groupProblem,
  identityCenterArn,
  userProblem,
} from "../../aws/identity-center";
import { twins } from "../../text";
import {
  listOf,
  listProblems,
  mapOf,
  namesAt,
  objectOf,
  optional,
  provider,
  refuse,
  type Shapes,
  shapeProblems,
  spellingProblems,
  text,
  twinProblems,
  valueProblems,
} from "../terraform";
import type { ApplicationAssignmentsProps, AssignedApplication, DirectoryUser } from "./props";

const APPLICATION: Shapes<AssignedApplication> = {
  applicationArn: text,
  groups: optional(listOf(text)),
  users: optional(listOf(text)),
  provider: optional(provider),
};
const USER: Shapes<DirectoryUser> = {
  givenName: text,
  familyName: text,
  email: optional(text),
  groups: optional(listOf(text)),
};
const PROPS: Shapes<ApplicationAssignmentsProps> = {
  applications: mapOf(objectOf(APPLICATION)),
  createGroups: optional(listOf(text)),
  createUsers: optional(mapOf(objectOf(USER))),
};

/**
 * Refuses plain values that AWS would refuse, and that neither Terraform nor its provider checks;
 * AWS checks tokens.
 *
 * @throws Error that names every such value
 */
export function checkAssignmentsProps(
  construct: IConstruct,
  props: ApplicationAssignmentsProps,
): void {
  refuse(construct, shapeProblems(props, PROPS));
  const { applications, createGroups, createUsers = {} } = props;
  refuse(construct, [
    ...(Object.keys(applications).length === 0
      ? ["applications: is empty; name at least one application"]
      : []),
    ...Object.entries(applications).flatMap(([key, { applicationArn, groups, users }]) => [
      ...valueProblems(`applications.${key}.applicationArn`, applicationArn, applicationArnProblem),
      ...listProblems(construct, `applications.${key}.groups`, groups, groupProblem),
      ...listProblems(construct, `applications.${key}.users`, users, userProblem),
    ]),
    ...arnProblems(applications),
    ...listProblems(construct, "createGroups", createGroups, createdGroupProblem),
    ...Object.entries(createUsers).flatMap(([name, { givenName, familyName, email, groups }]) => [
      ...valueProblems("createUsers", name, directoryUserNameProblem),
      ...valueProblems(`createUsers.${name}.givenName`, givenName, personNameProblem),
      ...valueProblems(`createUsers.${name}.familyName`, familyName, personNameProblem),
      ...emailProblems(name, email),
      ...listProblems(construct, `createUsers.${name}.groups`, groups, groupProblem),
    ]),
    ...spellingProblems([
      ...namesAt("createGroups", createGroups),
      ...Object.entries(applications).flatMap(([key, { groups }]) =>
        namesAt(`applications.${key}.groups`, groups),
      ),
      ...Object.entries(createUsers).flatMap(([name, { groups }]) =>
        namesAt(`createUsers.${name}.groups`, groups),
      ),
    ]),
    ...twinProblems("createUsers", createUsers, userNameTwinProblems),
  ]);
}

/** Lists what is wrong with an address, or with a user name that serves as one. */
function emailProblems(name: string, email: string | undefined): string[] {
  return email === undefined && directoryUserNameProblem(name) !== undefined
    ? []
    : valueProblems(`createUsers.${name}.email`, email ?? name, emailProblem);
}

/** Lists ARNs that are valid, but not in combination with each other. */
function arnProblems(applications: ApplicationAssignmentsProps["applications"]): string[] {
  const good = Object.entries(applications).filter(
    ([, { applicationArn }]) =>
      valueProblems("", applicationArn, applicationArnProblem).length === 0,
  );
  const plain = good.filter(([, { applicationArn }]) => !Token.isUnresolved(applicationArn));
  const instances = [...new Set(plain.map(([, one]) => identityCenterArn(one.applicationArn)))];
  return [
    ...twins(good, ([, { applicationArn }]) => applicationArn).map(
      ({ item: [key], first: [first] }) =>
        `applications.${key}.applicationArn: is the same as that of applications.${first}; each application needs its own`,
    ),
    ...(instances.length > 1
      ? [
          `applications: belong to several Identity Center instances (${instances.join(", ")}); create an ApplicationAssignments for each instance`,
        ]
      : []),
  ];
}
