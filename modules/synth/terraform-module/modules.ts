import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Op, ref } from "cdktf";
import type { Construct } from "constructs";

import type { InstanceSettings } from "../../config";
import { SamlMetadataVariable } from "../../constructs/federation";
import { instanceFrom } from "../../constructs/terraform";
import { addAssignments, addFederation, ReadableStack } from "../stacks";
import { applicationArnVariable, instanceArnVariable, tagsVariable } from "./variables";

/** The federation stack's content, with variables in place of what the config gives. */
export class FederationModule extends ReadableStack {
  public constructor(scope: Construct, settings: InstanceSettings) {
    super(scope, "federation-module");
    const instanceArn = instanceArnVariable(this, settings.instance.arn);
    const applications = settings.applications.map((application) => {
      const { key, metadata } = application;
      const variable = new SamlMetadataVariable(this, `${key}-metadata`, key, metadata?.document);
      return { ...application, samlMetadataDocument: variable.stringValue };
    });
    const tagged =
      settings.users.length > 0 ? "IAM resource and Amazon Connect user" : "IAM resource";
    addFederation(this, settings, {
      instanceArn,
      applications,
      tags: tagsVariable(this, tagged, settings.tags),
    });
    this.refuseOtherAccounts(instanceFrom(this, instanceArn).accountId);
  }

  /**
   * A stack's own provider refuses them (`allowed_account_ids`); a module's is its caller's. The
   * outputs would name roles and SAML providers that are in another account.
   */
  private refuseOtherAccounts(accountId: string): void {
    new DataAwsCallerIdentity(this, "current", {
      lifecycle: {
        postcondition: [
          {
            condition: Op.eq(ref("self.account_id", this), accountId),
            errorMessage: `The credentials are those of account \${self.account_id}, but the Amazon Connect instance is in account ${accountId}. Configure the AWS provider with credentials of that account.`,
          },
        ],
      },
    });
  }
}

/**
 * The assignments stack's content, with variables in place of the applications' ARNs. It needs an
 * AWS provider of its own: that of the Identity Center account and region. No account is checked:
 * an application's ARN has that of the organization's management, while an administrator's account
 * that was delegated to assigns as well. Who does not see the Identity Center is refused.
 */
export class AssignmentsModule extends ReadableStack {
  public constructor(scope: Construct, settings: InstanceSettings) {
    super(scope, "assignments-module");
    const applications = assignedApplications(settings).map((application) => ({
      ...application,
      applicationArn: applicationArnVariable(this, application.key, application.applicationArn),
    }));
    addAssignments(this, settings, applications);
  }
}

/** Applications that somebody may use, or whose console visit is over. */
export function assignedApplications({ applications }: InstanceSettings) {
  return applications.filter(
    ({ applicationArn, groups, users }) =>
      applicationArn !== undefined || groups.length > 0 || users.length > 0,
  );
}
