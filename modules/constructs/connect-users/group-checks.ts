import { hierarchyGroupProblem, instanceArnProblem, profileNameProblem } from "../../aws/connect";
import { groupProblem } from "../../aws/identity-center";
import { tagProblems, valueProblems } from "../terraform";
import type { GroupUsersProps } from "./group-props";

/** Lists plain values that Amazon Connect or Identity Center would refuse. */
export function groupUsersProblems({ instanceArn, groups, tags }: GroupUsersProps): string[] {
  return [
    ...valueProblems("instanceArn", instanceArn, instanceArnProblem),
    ...Object.entries(groups).flatMap(([group, own]) => [
      ...valueProblems("groups", group, groupProblem),
      ...valueProblems(`groups.${group}.routingProfile`, own.routingProfile, profileNameProblem),
      ...own.securityProfiles.flatMap((name) =>
        valueProblems(`groups.${group}.securityProfiles`, name, profileNameProblem),
      ),
      ...valueProblems(`groups.${group}.hierarchyGroup`, own.hierarchyGroup, hierarchyGroupProblem),
      ...tagProblems(own.tags).map((problem) => `groups.${group}.${problem}`),
    ]),
    ...tagProblems(tags),
  ];
}
