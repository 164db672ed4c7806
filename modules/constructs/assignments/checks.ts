import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import { personNameProblem, userNameProblem } from "../../aws/connect";
import {
  applicationArnProblem,
  createdGroupProblem,
  groupProblem,
  identityCenterArn,
  userProblem,
} from "../../aws/identity-center";
import { judged, labelOf } from "../terraform";
import type { ApplicationAssignmentsProps } from "./props";

/**
 * Refuses plain values that AWS would refuse, and that neither Terraform nor its provider looks at;
 * tokens are left to AWS.
 *
 * @throws Error that names every such value
 */
export function checkProps(scope: IConstruct, props: ApplicationAssignmentsProps): void {
  const { applications, createGroups, createUsers = {} } = props;
  const list = (
    property: string,
    values: readonly string[] = [],
    problem: (value: string) => string | undefined,
  ) => [
    ...[...new Set(values)].flatMap((value) => judged(property, value, problem)),
    ...values
      .filter((value, index) => values.indexOf(value) < index)
      .map(
        (value) => `${property}: ${JSON.stringify(labelOf(value, scope))} stands twice; remove one`,
      ),
  ];
  const problems = [
    ...(Object.keys(applications).length === 0
      ? ["applications: is empty; name one application at least"]
      : []),
    ...Object.entries(applications).flatMap(([key, { applicationArn, groups, users }]) => [
      ...judged(`applications.${key}.applicationArn`, applicationArn, applicationArnProblem),
      ...list(`applications.${key}.groups`, groups, groupProblem),
      ...list(`applications.${key}.users`, users, userProblem),
    ]),
    ...arnProblems(applications),
    ...list("createGroups", createGroups, createdGroupProblem),
    ...Object.entries(createUsers).flatMap(([email, { givenName, familyName, groups }]) => [
      ...judged("createUsers", email, userNameProblem),
      ...judged(`createUsers.${email}.givenName`, givenName, personNameProblem),
      ...judged(`createUsers.${email}.familyName`, familyName, personNameProblem),
      ...list(`createUsers.${email}.groups`, groups, groupProblem),
    ]),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** ARNs that are fine alone, but not beside each other. */
function arnProblems(applications: ApplicationAssignmentsProps["applications"]): string[] {
  const first = new Map<string, string>();
  const twins = Object.entries(applications).flatMap(([key, { applicationArn }]) => {
    if (judged("", applicationArn, applicationArnProblem).length > 0) return [];
    const twin = first.get(applicationArn);
    if (twin === undefined) first.set(applicationArn, key);
    return twin === undefined
      ? []
      : [
          `applications.${key}.applicationArn: is that of applications.${twin} too; each needs its own`,
        ];
  });
  const plain = [...first.keys()].filter((arn) => !Token.isUnresolved(arn));
  const instances = [...new Set(plain.map(identityCenterArn))];
  return instances.length > 1
    ? [
        ...twins,
        `applications: belong to several Identity Center instances (${instances.join(", ")}); give each instance assignments of its own`,
      ]
    : twins;
}
