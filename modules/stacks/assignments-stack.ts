import type { Construct } from "constructs";

import { ApplicationAssignments } from "../assignments";
import type { InstanceSettings } from "../config";
import { InstanceStack } from "./instance-stack";

/**
 * The stack `<instance>-assignments` of the Identity Center account and region: groups, users, and
 * the assignments of every application whose ARN is known.
 */
export class AssignmentsStack extends InstanceStack {
  public constructor(scope: Construct, { name, ...settings }: InstanceSettings) {
    const { identityCenter, users } = settings;
    super(scope, `${name}-assignments`, identityCenter);
    const applications = settings.applications.flatMap((application) => {
      const { applicationArn } = application;
      return applicationArn === undefined ? [] : [{ ...application, applicationArn }];
    });
    new ApplicationAssignments(this, "assignments", {
      applications: Object.fromEntries(applications.map((one) => [one.key, one])),
      createGroups: identityCenter.createGroups,
      createUsers: Object.fromEntries(
        users
          .filter(({ createInIdentityCenter }) => createInIdentityCenter)
          .map((user) => {
            const own = applications.filter(({ key }) => user.applications.includes(key));
            return [user.email, { ...user, groups: unique(own.flatMap(({ groups }) => groups)) }];
          }),
      ),
    });
  }

  /** Whether there is anything to assign yet. */
  public static isDue({ applications }: InstanceSettings): boolean {
    return applications.some(({ applicationArn }) => applicationArn !== undefined);
  }
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
