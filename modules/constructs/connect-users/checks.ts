import type { IConstruct } from "constructs";

import {
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
  listOf,
  listProblems,
  mapOf,
  namesAt,
  objectOf,
  optional,
  refuse,
  type Shapes,
  shapeProblems,
  spellingProblems,
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
  deskPhone: optional(text),
  email: optional(text),
};
const PROPS: Shapes<ConnectUsersProps> = {
  instanceArn: text,
  users: mapOf(objectOf(USER)),
  tags: optional(mapOf(text)),
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
    ...twinProblems("users", users, userNameTwinProblems),
    ...tagProblems(tags),
  ]);
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
    ...valueProblems(at("deskPhone"), user.deskPhone, phoneNumberProblem),
    ...valueProblems(at("email"), user.email, emailProblem),
  ];
}
