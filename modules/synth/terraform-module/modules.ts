import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Op, ref } from "cdktf";
import type { Construct } from "constructs";

import type { InstanceSettings } from "../../config";
import { SamlMetadataVariable } from "../../constructs/federation";
import { instanceFrom } from "../../constructs/terraform";
import { addAssignments, addFederation, ReadableStack, swapTokens } from "../stacks";
import { applicationArnVariable, instanceArnVariable, tagsVariable } from "./variables";

/** Content of the federation stack, with variables instead of the config's values. */
export class FederationModule extends ReadableStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, "federation-module");
    const settings = swapTokens(given);
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
   * Refuses credentials of other accounts, with which the outputs would name roles and SAML providers
   * of the wrong account. A stack's provider does so itself (`allowed_account_ids`), but a module
   * gets its provider from its caller.
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
 * Content of the assignments stack, with variables instead of the applications' ARNs. It needs its own
 * AWS provider, for the Identity Center account and region. It does not check the account: an
 * application's ARN has the management account of the organization, but a delegated administrator
 * account can assign too. Credentials that do not see the Identity Center instance are refused.
 */
export class AssignmentsModule extends ReadableStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, "assignments-module");
    const settings = swapTokens(given);
    const applications = assignedApplications(settings).map((application) => ({
      ...application,
      applicationArn: applicationArnVariable(this, application.key, application.applicationArn),
    }));
    addAssignments(this, settings, applications);
  }
}

/** Lists applications that have groups or users, or whose ARN is known. */
export function assignedApplications({ applications }: InstanceSettings) {
  return applications.filter(
    ({ applicationArn, groups, users }) =>
      applicationArn !== undefined || groups.length > 0 || users.length > 0,
  );
}
