import { DataAwsSsoadminInstances } from "@cdktf/provider-aws/lib/data-aws-ssoadmin-instances";
import { SsoadminApplicationAssignment } from "@cdktf/provider-aws/lib/ssoadmin-application-assignment";
import { Fn, Op, type Precondition, ref, TerraformLocal, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";

import { assignmentName, identityCenterArn } from "../../aws/identity-center";
import { ofSameLibrary } from "../library";
import { protectionKey, protectSignIn } from "../federation";
import { asToken, Each, isKnownInPlan, labelOf, literal } from "../terraform";
import { checkAssignmentsProps } from "./checks";
import { Directory } from "./directory";
import { makePermissionSet, type Principals } from "./permission-set";
import type {
  ApplicationAssignmentsProps,
  AssignedApplication,
  AssignedPermissionSet,
} from "./props";

/**
 * Assigns groups and users to applications of an Identity Center instance, and makes the permission sets
 * that stand for applications.
 *
 * The AWS provider must be that of the Identity Center account and primary region. Of the applications,
 * the construct manages only the assignments: a SAML application can be created only in the console.
 * Such an application is closed to everybody who is not assigned, and AWS refuses to configure that
 * (`PutApplicationAssignmentConfiguration`).
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateApplicationAssignment.html
 * @see https://github.com/aws-ia/terraform-aws-iam-identity-center/issues/71
 */
export class ApplicationAssignments extends Construct {
  /** ID of the identity store of the Identity Center instance that the applications belong to. */
  public readonly identityStoreId: string;
  private readonly directory: Directory;
  /** ARN of the Identity Center instance. */
  private readonly instanceArn: string;

  /**
   * @throws Error when a plain value is not an application's ARN or the name or ID of a principal,
   * or when applications belong to several Identity Center instances; it names every such value
   */
  public constructor(scope: Construct, id: string, props: ApplicationAssignmentsProps) {
    super(ofSameLibrary(scope), id);
    checkAssignmentsProps(this, props);
    const instances = this.findInstances(props);
    this.instanceArn = instanceArnOf(props) ?? this.onlyInstance(instances);
    this.identityStoreId = this.findIdentityStore(instances);
    this.directory = new Directory(this, { ...props, identityStoreId: this.identityStoreId });
    for (const [key, application] of Object.entries(props.applications)) {
      this.assign(key, application);
    }
    this.makePermissionSets(props.permissionSets);
  }

  /**
   * Returns the ID of a group that an application is assigned to, or that is created here.
   *
   * @throws Error when there is no group with this display name or ID
   */
  public groupId(nameOrId: string): string {
    return asToken(this.directory.groupId(nameOrId), this);
  }

  /**
   * Returns the ID of a user that an application is assigned to, or that is created here.
   *
   * @throws Error when there is no user with this name or ID
   */
  public userId(nameOrId: string): string {
    return asToken(this.directory.userId(nameOrId), this);
  }

  /** An account may see several Identity Center instances: the one of the applications is used. */
  private findInstances(props: ApplicationAssignmentsProps): DataAwsSsoadminInstances {
    const applications = Object.entries(props.applications);
    const self = Token.asList(ref("self.arns", TerraformStack.of(this)));
    const none = Op.lt(Fn.lengthOf(self), 1);
    const known = instanceArnOf(props);
    return new DataAwsSsoadminInstances(this, "identity-center", {
      lifecycle: {
        ...applicationArnConditions(applications.map(([, one]) => one.applicationArn)),
        postcondition: [
          {
            condition: Op.gte(Fn.lengthOf(self), 1),
            errorMessage:
              "This account has no IAM Identity Center in this region. Configure the AWS provider for the account and region where it is (in a config: identityCenter.accountId and identityCenter.region). Where an organization has none, only its management account can enable it.",
          },
          ...applications.map(([key, { applicationArn }]) => ({
            condition: Op.or(none, Fn.contains(self, instanceOf(applicationArn))),
            errorMessage: `The application ${literal(key)} (${applicationArn}) belongs to an IAM Identity Center that is not in this account and region. Copy its ARN again, or configure the AWS provider for the account and region where it is (in a config: identityCenter.accountId and identityCenter.region).`,
          })),
          ...(applications.length > 0
            ? []
            : known === undefined
              ? [
                  {
                    condition: Op.lte(Fn.lengthOf(self), 1),
                    errorMessage:
                      "This account sees several IAM Identity Center instances, and permission sets do not say which one is theirs. Name it (in a config: identityCenter.instanceArn).",
                  },
                ]
              : [
                  {
                    condition: Op.or(none, Fn.contains(self, known)),
                    errorMessage: `The IAM Identity Center ${known} is not in this account and region. Copy its ARN again, or configure the AWS provider for the account and region where it is (in a config: identityCenter.accountId and identityCenter.region).`,
                  },
                ]),
        ],
      },
    });
  }

  private onlyInstance({ arns }: DataAwsSsoadminInstances): string {
    return new TerraformLocal(this, "identity-center-arn", Fn.element(arns, 0)).asString;
  }

  private findIdentityStore({ identityStoreIds, arns }: DataAwsSsoadminInstances): string {
    return new TerraformLocal(
      this,
      "identity-store-id",
      Fn.element(identityStoreIds, Token.asNumber(Fn.index(arns, this.instanceArn))),
    ).asString;
  }

  private makePermissionSets(
    sets: Readonly<Record<string, AssignedPermissionSet>> | undefined = {},
  ): void {
    const keys: string[] = [];
    let isProtected = false;
    for (const [key, set] of Object.entries(sets)) {
      const principals = this.principals(set);
      makePermissionSet(this, key, set, principals, {
        identityCenterArn: this.instanceArn,
        identityStoreId: this.identityStoreId,
      });
      // Without assignments there is no role in the account, so nobody can be locked out.
      const isUsed = Object.keys(principals).length > 0;
      if (!(set.protect ?? true)) continue;
      isProtected = true;
      if (isUsed) {
        keys.push(protectionKey(key, ...(isKnownInPlan(set.name, this) ? [set.name] : [])));
      }
    }
    // Without keys too: once the resource is gone, Terraform refuses nothing of it.
    if (isProtected) protectSignIn(this, keys);
  }

  private assign(key: string, application: AssignedApplication): void {
    const { applicationArn, provider } = application;
    const scope = new Construct(this, `application-${key}`);
    new Each(
      this,
      `principals-of-${key}`,
      this.principals(application),
      (forEach) =>
        new SsoadminApplicationAssignment(scope, "assignment", {
          forEach,
          applicationArn,
          principalType: forEach.getString("principal_type"),
          principalId: forEach.getString("principal_id"),
          ...(provider && { provider }),
        }),
    );
  }

  /** The groups and users of an application, by the names of their assignments. */
  private principals({
    groups = [],
    users = [],
  }: Pick<AssignedApplication, "groups" | "users">): Principals {
    const { directory } = this;
    const principals = [
      ...groups.map((one) => ["GROUP", one, directory.groupId(one)] as const),
      ...users.map((one) => ["USER", one, directory.userId(one)] as const),
    ];
    return Object.fromEntries(
      principals.map(([type, name, id]) => [
        assignmentName(type, labelOf(name, this)),
        { principal_type: type, principal_id: id },
      ]),
    );
  }
}

/** ARN of the Identity Center instance; `undefined` where it is not given. */
function instanceArnOf({ applications, identityCenterArn: given }: ApplicationAssignmentsProps) {
  const [first] = Object.values(applications);
  return first ? instanceOf(first.applicationArn) : given;
}

/** Conditions that have Terraform check ARNs against each other when only Terraform knows them. */
function applicationArnConditions(arns: readonly string[]): { precondition?: Precondition[] } {
  if (arns.length < 2 || !arns.some((arn) => Token.isUnresolved(arn))) return {};
  // Everything except the application's ID: the account, and the Identity Center instance.
  const owners = arns.map((arn) => Fn.element(Fn.split("/apl-", arn), 0) as unknown);
  return {
    precondition: [
      {
        condition: Op.eq(Fn.lengthOf(Fn.distinct([...arns])), arns.length),
        errorMessage:
          "Two applications have the same ARN. Copy the ARN of each application from its page.",
      },
      {
        condition: Op.eq(Fn.lengthOf(Fn.distinct(owners)), 1),
        errorMessage:
          "The ARNs of the applications belong to several accounts or Identity Center instances, but all the applications must belong to one. Copy the ARN of each application from its page.",
      },
    ],
  };
}

/** ARN of the instance that an application belongs to, whether its ARN is plain text or a token. */
function instanceOf(applicationArn: string): string {
  if (!Token.isUnresolved(applicationArn)) return identityCenterArn(applicationArn);
  const partition = Token.asString(Fn.element(Fn.split(":", applicationArn), 1));
  const instanceId = Token.asString(Fn.element(Fn.split("/", applicationArn), 1));
  return Token.asString(Fn.format("arn:%s:sso:::instance/%s", [partition, instanceId]));
}
