import type { Construct } from "constructs";

import type { InstanceSettings } from "../../config";
import { adopt, assignmentsImports } from "./imports";
import { addAssignments, regionAlias } from "./add-assignments";
import { InstanceStack } from "./instance-stack";
import { hideTokens } from "./tokens-as-text";

/**
 * Stack `<instance>-assignments` for the Identity Center account and primary region: groups, users,
 * permission sets, and the assignments of every application whose ARN is known. For applications that were created in
 * an additional region it has a second provider.
 */
export class AssignmentsStack extends InstanceStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, `${given.name}-assignments`, given.identityCenter, given.backend);
    const settings = hideTokens(given);
    const applications = settings.applications.flatMap((application) => {
      const { applicationArn } = application;
      return applicationArn === undefined ? [] : [{ ...application, applicationArn }];
    });
    addAssignments(
      this,
      settings,
      applications,
      (region) => this.addProvider({ ...this.target, region, alias: regionAlias(region) }),
      { instanceArn: settings.instance.arn, tags: settings.tags },
    );
    adopt(this, assignmentsImports(settings));
  }

  /**
   * Returns true when there is something to assign: an application whose ARN is known, or a permission
   * set.
   */
  public static isDue({ applications, permissionSets }: InstanceSettings): boolean {
    return (
      permissionSets.length > 0 ||
      applications.some(({ applicationArn }) => applicationArn !== undefined)
    );
  }
}
