import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Op, ref } from "cdktf";
import type { Construct } from "constructs";

import type { InstanceSettings } from "../../config";
import { SamlMetadataVariable } from "../../constructs/federation";
import { instanceFrom } from "../../constructs/terraform";
import {
  addAssignments,
  addFederation,
  additionalRegions,
  hideTokens,
  ReadableStack,
  regionAlias,
} from "../stacks";
import { longestPermissionSetPrefix, longestPrefix, withPrefix } from "./names";
import { PassedProvider } from "./passed-provider";
import {
  applicationArnVariable,
  instanceArnVariable,
  namePrefixVariable,
  tagsVariable,
} from "./variables";

/**
 * Terraform and OpenTofu that read the tests of a root module, even at `init`. Terraform 1.6 fails on
 * their mocks.
 */
const TERRAFORM = ">= 1.7.0";

/** Content of the federation stack, with variables instead of the config's values. */
export class FederationModule extends ReadableStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, "federation-module");
    const settings = hideTokens(given);
    this.addOverride("terraform.required_version", TERRAFORM);
    const instanceArn = instanceArnVariable(this);
    const applications = settings.applications.map((application) => {
      const variable = new SamlMetadataVariable(
        this,
        `${application.key}-metadata`,
        application.key,
      );
      return { ...application, samlMetadataDocument: variable.stringValue };
    });
    const prefix = namePrefixVariable(this, longestPrefix(settings));
    const tagged =
      settings.users.length > 0 ? "IAM resource and Amazon Connect user" : "IAM resource";
    const named = withPrefix({ ...settings, applications }, prefix);
    addFederation(this, named, {
      instanceArn,
      applications: named.applications,
      tags: tagsVariable(this, tagged),
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
 * AWS provider, for the Identity Center account and primary region, and one for each additional region
 * that applications were created in. It does not check the account: an
 * application's ARN has the management account of the organization, but a delegated administrator
 * account can assign too. Credentials that do not see the Identity Center instance are refused.
 */
export class AssignmentsModule extends ReadableStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, "assignments-module");
    const settings = hideTokens(given);
    this.addOverride("terraform.required_version", TERRAFORM);
    const applications = assignedApplications(settings).map((application) => ({
      ...application,
      applicationArn: applicationArnVariable(this, application.key),
    }));
    const { named, inputs } = this.permissionSetInputs(settings);
    addAssignments(
      this,
      named,
      applications,
      (region) => new PassedProvider(this, regionAlias(region)),
      inputs,
    );
    const aliases = additionalRegions(settings, applications).map(passedName);
    if (aliases.length > 0) {
      this.addOverride("terraform.required_providers.aws.configuration_aliases", aliases);
    }
  }

  /** Adds the variables that permission sets need, which applications have in the other module. */
  private permissionSetInputs(settings: InstanceSettings) {
    const { instance, permissionSets } = settings;
    if (permissionSets.length === 0) {
      return { named: settings, inputs: { instanceArn: instance.arn, tags: {} } };
    }
    const instanceArn = instanceArnVariable(this);
    const prefix = namePrefixVariable(
      this,
      longestPermissionSetPrefix(settings),
      PERMISSION_SETS_PREFIXED,
    );
    const named = withPrefix(settings, prefix);
    return { named, inputs: { instanceArn, tags: tagsVariable(this, "permission set") } };
  }
}

const PERMISSION_SETS_PREFIXED =
  "Text before the name of every permission set. Each instance of one IAM Identity Center needs another.";

/** Name by which a caller passes the provider of an additional region: `aws.eu_west_1`. */
export function passedName(region: string): string {
  return `aws.${regionAlias(region)}`;
}

/** Lists applications that have groups or users, or whose ARN is known. */
export function assignedApplications({ applications }: InstanceSettings) {
  return applications.filter(
    ({ applicationArn, groups, users }) =>
      applicationArn !== undefined || groups.length > 0 || users.length > 0,
  );
}
