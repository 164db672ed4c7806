import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import {
  destinationProblem,
  instanceArnProblem,
  personNameProblem,
  userNameTwinProblems,
} from "../../aws/connect";
import { nameProblem, PERMISSION_SET_NAME, sessionSecondsProblem } from "../../aws/iam";
import {
  applicationArnProblem,
  createdGroupProblem,
  directoryUserNameProblem,
  emailProblem,
  groupProblem,
  identityCenterArn,
  identityCenterArnProblem,
  permissionSetSessionProblem,
  userProblem,
} from "../../aws/identity-center";
import { twins } from "../../text";
import {
  flag,
  knownNumber,
  listOf,
  listProblems,
  mapOf,
  nameKeyProblem,
  namesAt,
  objectOf,
  oneOf,
  optional,
  provider,
  refuse,
  type Shapes,
  shapeProblems,
  spellingProblems,
  tagMap,
  tagProblems,
  text,
  twinProblems,
  valueProblems,
} from "../terraform";
import type {
  ApplicationAssignmentsProps,
  AssignedApplication,
  AssignedPermissionSet,
  DirectoryUser,
} from "./props";

const APPLICATION: Shapes<AssignedApplication> = {
  applicationArn: text,
  groups: optional(listOf(text)),
  users: optional(listOf(text)),
  provider: optional(provider),
};
const PERMISSION_SET: Shapes<AssignedPermissionSet> = {
  instanceArn: text,
  name: text,
  destination: optional(text),
  newDomain: optional(flag),
  sessionSeconds: optional(knownNumber),
  permissionForm: optional(oneOf("user-resource", "instance-condition")),
  groups: optional(listOf(text)),
  users: optional(listOf(text)),
  protect: optional(flag),
  tags: optional(tagMap),
};
const USER: Shapes<DirectoryUser> = {
  givenName: text,
  familyName: text,
  email: optional(text),
  groups: optional(listOf(text)),
};
const PROPS: Shapes<ApplicationAssignmentsProps> = {
  applications: mapOf(objectOf(APPLICATION)),
  permissionSets: optional(mapOf(objectOf(PERMISSION_SET))),
  identityCenterArn: optional(text),
  createGroups: optional(listOf(text)),
  protectGroups: optional(flag),
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
  const { applications, permissionSets = {}, createGroups, createUsers = {} } = props;
  refuse(construct, [
    ...(Object.keys({ ...applications, ...permissionSets }).length === 0
      ? ["applications: is empty; name at least one application"]
      : []),
    ...Object.entries(applications).flatMap(([key, { applicationArn, groups, users }]) => [
      ...valueProblems(`applications.${key}.applicationArn`, applicationArn, applicationArnProblem),
      ...listProblems(construct, `applications.${key}.groups`, groups, groupProblem),
      ...listProblems(construct, `applications.${key}.users`, users, userProblem),
    ]),
    ...arnProblems(applications),
    ...valueProblems("identityCenterArn", props.identityCenterArn, identityCenterArnProblem),
    ...Object.entries(permissionSets).flatMap(([key, one]) =>
      permissionSetProblems(construct, key, one, applications),
    ),
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
      ...Object.entries(permissionSets).flatMap(([key, { groups }]) =>
        namesAt(`permissionSets.${key}.groups`, groups),
      ),
      ...Object.entries(createUsers).flatMap(([name, { groups }]) =>
        namesAt(`createUsers.${name}.groups`, groups),
      ),
    ]),
    ...twinProblems("createUsers", createUsers, userNameTwinProblems),
  ]);
}

function permissionSetProblems(
  construct: IConstruct,
  key: string,
  one: AssignedPermissionSet,
  applications: ApplicationAssignmentsProps["applications"],
): string[] {
  const at = (property: string) => `permissionSets.${key}.${property}`;
  return [
    ...(Object.hasOwn(applications, key)
      ? [`permissionSets: ${JSON.stringify(key)} is an application too; give it another key`]
      : []),
    ...valueProblems("permissionSets", key, nameKeyProblem),
    ...valueProblems(at("instanceArn"), one.instanceArn, instanceArnProblem),
    ...valueProblems(at("name"), one.name, (name) => nameProblem(PERMISSION_SET_NAME, name)),
    ...valueProblems(at("destination"), one.destination, destinationProblem),
    ...valueProblems(
      at("sessionSeconds"),
      one.sessionSeconds,
      (seconds) => sessionSecondsProblem(seconds) ?? permissionSetSessionProblem(seconds),
    ),
    ...listProblems(construct, at("groups"), one.groups, groupProblem),
    ...listProblems(construct, at("users"), one.users, userProblem),
    ...tagProblems(one.tags).map((problem) => `permissionSets.${key}.${problem}`),
  ];
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
