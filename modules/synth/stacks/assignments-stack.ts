import type { Construct } from "constructs";

import type { InstanceSettings } from "../../config";
import { adopt, assignmentsImports } from "./imports";
import { addAssignments } from "./add-assignments";
import { InstanceStack } from "./instance-stack";
import { swapTokens } from "./tokens-as-text";

/**
 * Stack `<instance>-assignments` for the Identity Center account and region: groups, users, and
 * the assignments of every application whose ARN is known.
 */
export class AssignmentsStack extends InstanceStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, `${given.name}-assignments`, given.identityCenter, given.backend);
    const settings = swapTokens(given);
    const applications = settings.applications.flatMap((application) => {
      const { applicationArn } = application;
      return applicationArn === undefined ? [] : [{ ...application, applicationArn }];
    });
    addAssignments(this, settings, applications);
    adopt(this, assignmentsImports(settings));
  }

  /** Returns true when at least one application can be assigned: its ARN is known. */
  public static isDue({ applications }: InstanceSettings): boolean {
    return applications.some(({ applicationArn }) => applicationArn !== undefined);
  }
}
