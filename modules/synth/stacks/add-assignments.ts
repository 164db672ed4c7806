import type { TerraformStack } from "cdktf";

import { ApplicationAssignments } from "../../constructs/assignments";
import type { ApplicationSettings, InstanceSettings } from "../../config";

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
      users
        .filter(({ createInIdentityCenter }) => createInIdentityCenter)
        .map((user) => {
          const own = applications.filter(({ key }) => user.applications.includes(key));
          return [
            user.email,
            { ...user, groups: [...new Set(own.flatMap(({ groups }) => groups))] },
          ];
        }),
    ),
  });
}
