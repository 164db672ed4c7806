import {
  personNameProblem,
  phoneNumberProblem,
  profileNameProblem,
  SECURITY_PROFILE_LIMIT,
  userNameProblem,
} from "../../aws/connect";
import { judged, judgedTags } from "../terraform";
import type { ConnectUsersProps } from "./props";

/**
 * Refuses plain values that Connect would refuse; tokens are left to Connect.
 *
 * @throws Error that names every such value
 */
export function checkProps({ users, tags }: ConnectUsersProps): void {
  const userProblems = Object.entries(users).flatMap(([name, user]) => {
    const at = (property: string) => `users.${name}.${property}`;
    const { length } = user.securityProfiles;
    return [
      ...judged("users", name, userNameProblem),
      ...judged(at("givenName"), user.givenName, personNameProblem),
      ...judged(at("familyName"), user.familyName, personNameProblem),
      ...judged(at("routingProfile"), user.routingProfile, profileNameProblem),
      ...user.securityProfiles.flatMap((one) =>
        judged(at("securityProfiles"), one, profileNameProblem),
      ),
      ...(length >= 1 && length <= SECURITY_PROFILE_LIMIT
        ? []
        : [
            `${at("securityProfiles")}: has ${String(length)} entries; a user has 1 to ${String(SECURITY_PROFILE_LIMIT)} security profiles`,
          ]),
      ...judged(at("deskPhone"), user.deskPhone, phoneNumberProblem),
      ...judged(at("email"), user.email, emailProblem),
    ];
  });
  const problems = [...userProblems, ...judgedTags(tags)];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function emailProblem(email: string): string | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
    ? undefined
    : "is not an e-mail address; write it as in agent1@example.com";
}
