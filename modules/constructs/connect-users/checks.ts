import type { IConstruct } from "constructs";

import {
  AFTER_CONTACT_WORK_LIMIT,
  hierarchyGroupProblem,
  instanceArnProblem,
  personNameProblem,
  phoneNumberProblem,
  profileNameProblem,
  SECURITY_PROFILE_LIMIT,
  userNameProblem,
  userNameTwinProblems,
} from "../../aws/connect";
import { emailProblem } from "../../aws/identity-center";
import {
  flag,
  listOf,
  listProblems,
  mapOf,
  namesAt,
  number,
  objectOf,
  optional,
  orToken,
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
import type { ConnectUserProps, ConnectUsersProps } from "./props";

const USER: Shapes<ConnectUserProps> = {
  givenName: text,
  familyName: text,
  routingProfile: text,
  securityProfiles: listOf(text),
  hierarchyGroup: optional(text),
  autoAccept: optional(orToken(flag)),
  afterContactWorkSeconds: optional(number),
  deskPhone: optional(text),
  secondaryEmail: optional(text),
  tags: optional(tagMap),
  email: optional(text),
};
const PROPS: Shapes<ConnectUsersProps> = {
  instanceArn: text,
  users: mapOf(objectOf(USER)),
  tags: optional(tagMap),
};

/**
 * Refuses plain values that Amazon Connect would refuse; Amazon Connect checks tokens.
 *
 * @throws Error that names every such value
 */
export function checkUsersProps(construct: IConstruct, props: ConnectUsersProps): void {
  refuse(construct, shapeProblems(props, PROPS));
  const { instanceArn, users, tags } = props;
  refuse(construct, [
    ...valueProblems("instanceArn", instanceArn, instanceArnProblem),
    ...Object.entries(users).flatMap(([name, user]) => userProblems(construct, name, user)),
    ...spellingProblems(
      Object.entries(users).flatMap(([name, { routingProfile }]) =>
        namesAt(`users.${name}.routingProfile`, [routingProfile]),
      ),
    ),
    ...spellingProblems(
      Object.entries(users).flatMap(([name, { securityProfiles }]) =>
        namesAt(`users.${name}.securityProfiles`, securityProfiles),
      ),
    ),
    ...spellingProblems(
      Object.entries(users).flatMap(([name, { hierarchyGroup }]) =>
        hierarchyGroup === undefined
          ? []
          : namesAt(`users.${name}.hierarchyGroup`, [hierarchyGroup]),
      ),
    ),
    ...twinProblems("users", users, userNameTwinProblems),
    ...tagProblems(tags),
  ]);
}

function afterContactWorkProblem(seconds: number): string | undefined {
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= AFTER_CONTACT_WORK_LIMIT
    ? undefined
    : `is not a number of seconds that Amazon Connect takes, 0 to ${AFTER_CONTACT_WORK_LIMIT.toLocaleString("en-US")}; change it`;
}

function userProblems(construct: IConstruct, name: string, user: ConnectUserProps): string[] {
  const at = (property: keyof ConnectUserProps) => `users.${name}.${property}`;
  const { securityProfiles } = user;
  const { length } = securityProfiles;
  return [
    ...valueProblems("users", name, (given) => userNameProblem(given)),
    ...valueProblems(at("givenName"), user.givenName, personNameProblem),
    ...valueProblems(at("familyName"), user.familyName, personNameProblem),
    ...valueProblems(at("routingProfile"), user.routingProfile, profileNameProblem),
    ...listProblems(construct, at("securityProfiles"), securityProfiles, profileNameProblem),
    ...(length >= 1 && length <= SECURITY_PROFILE_LIMIT
      ? []
      : [
          `${at("securityProfiles")}: has ${String(length)} entries; a user has 1 to ${String(SECURITY_PROFILE_LIMIT)} security profiles`,
        ]),
    ...valueProblems(at("hierarchyGroup"), user.hierarchyGroup, hierarchyGroupProblem),
    ...valueProblems(
      at("afterContactWorkSeconds"),
      user.afterContactWorkSeconds,
      afterContactWorkProblem,
    ),
    ...valueProblems(at("deskPhone"), user.deskPhone, phoneNumberProblem),
    ...valueProblems(at("secondaryEmail"), user.secondaryEmail, emailProblem),
    ...tagProblems(user.tags).map((problem) => `users.${name}.${problem}`),
    ...valueProblems(at("email"), user.email, emailProblem),
  ];
}
