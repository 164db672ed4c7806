import type { TerraformStack } from "cdktf";

import { ApplicationAssignments } from "../../constructs/assignments";
import { type ApplicationSettings, createdUsers, type InstanceSettings } from "../../config";

/** Adds the resources that applications of an instance need in the Identity Center account. */
export function addAssignments(
  stack: TerraformStack,
  { identityCenter, users }: InstanceSettings,
  applications: readonly (ApplicationSettings & { readonly applicationArn: string })[],
): void {
  new ApplicationAssignments(stack, "assignments", {
    applications: Object.fromEntries(applications.map((one) => [one.key, one])),
    createGroups: identityCenter.createGroups,
    createUsers: Object.fromEntries(
      createdUsers(users).map((user) => {
        const { userName, email, givenName, familyName } = user;
        const own = applications.filter(({ key }) => user.applications.includes(key));
        const groups = [...new Set(own.flatMap((application) => application.groups))];
        const differs = email !== userName;
        return [userName, { givenName, familyName, ...(differs && { email }), groups }];
      }),
    ),
  });
}
