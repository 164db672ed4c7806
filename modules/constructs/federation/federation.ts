import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Fn, type TerraformResourceLifecycle, Token } from "cdktf";
import { Construct } from "constructs";

import type { ConnectInstance } from "../../aws/connect";
import {
  roleArn,
  roleSessionDuration,
  samlProviderArn,
  SESSION_DURATION,
  trustPolicy,
} from "../../aws/iam";
import { ofSameLibrary } from "../library";
import {
  instanceArnConditions,
  instanceFrom,
  isKnownInPlan,
  jsonencode,
  literal,
  tagged,
} from "../terraform";
import { checkFederationProps } from "./checks";
import { distinctMetadata } from "./distinct-metadata";
import { SignInPermission } from "./permission";
import type { ConnectFederationProps, FederatedApplication } from "./props";
import { protectionKey, protectSignIn } from "./protection";
import { applicationScopeId, type FederationRole, rolesOf } from "./roles";

/** ARNs of an application's role and SAML provider: from their names, and from the resources. */
export interface FederatedApplicationArns {
  /** ARN of the role that the application's users assume, known before anything is deployed. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds the application's metadata, known like that of the role. */
  readonly samlProviderArn: string;
  /** Attribute `arn` of the role: Terraform creates the role before whatever uses it. */
  readonly createdRoleArn: string;
  /** Attribute `arn` of the SAML provider. */
  readonly createdSamlProviderArn: string;
}

/** Resources that an application's users sign in through. */
interface MadeApplication {
  readonly role: IamRole;
  readonly samlProvider: IamSamlProvider;
  readonly arns: FederatedApplicationArns;
  readonly protectionKey: string;
}

/**
 * Lets users of Identity Center applications sign in to an Amazon Connect instance.
 *
 * In the account of the instance it creates a SAML provider and a role for each application (or one
 * shared role), and the permission `connect:GetFederationToken` on this one instance.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export class ConnectFederation extends Construct {
  /** Managed policy that is attached to every role; `undefined` with `attach: "inline"`. */
  public readonly policy: IamPolicy | undefined;
  private readonly made = new Map<string, MadeApplication>();

  /**
   * @throws Error when the instance ARN is invalid, or IAM would refuse a plain value; it names every
   * such value
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ConnectFederationProps,
  ) {
    super(ofSameLibrary(scope), id);
    checkFederationProps(this, props);
    const instance = instanceFrom(this, props.instanceArn);
    const permission = new SignInPermission(this, "sign-in-permission", { ...props, instance });
    this.policy = permission.policy;
    for (const [index, planned] of rolesOf(props).entries()) {
      // One check is enough: when the condition of one resource fails, the plan fails.
      const conditions = index === 0 ? instanceArnConditions(this, props.instanceArn) : {};
      this.make(planned, instance, permission, conditions);
    }
    if (props.protect ?? true) {
      protectSignIn(
        this,
        [...this.made.values()].map((one) => one.protectionKey),
      );
    }
  }

  /**
   * Returns the ARNs of an application's role and SAML provider.
   *
   * @throws Error when there is no application with this key
   */
  public arns(key: string): FederatedApplicationArns {
    return this.madeFor(key).arns;
  }

  /**
   * Returns the role that an application's users assume: its own role, or the shared one.
   *
   * @throws Error when there is no application with this key
   */
  public role(key: string): IamRole {
    return this.madeFor(key).role;
  }

  /**
   * Returns the SAML provider that holds an application's metadata.
   *
   * @throws Error when there is no application with this key
   */
  public samlProvider(key: string): IamSamlProvider {
    return this.madeFor(key).samlProvider;
  }

  private madeFor(key: string): MadeApplication {
    const made = this.made.get(key);
    if (!made) {
      const keys = [...this.made.keys()];
      const others = `there ${keys.length === 1 ? "is" : "are"} ${keys.join(", ")}`;
      throw new Error(
        `${this.node.path}: ${JSON.stringify(key)} is not an application here; ${others}`,
      );
    }
    return made;
  }

  /** Creates a role, with the SAML providers that it trusts. */
  private make(
    planned: FederationRole,
    instance: ConnectInstance,
    permission: SignInPermission,
    conditions: Conditions,
  ): void {
    const { rolePath = "/" } = this.props;
    const trusted = planned.applications.map(([key, application]) => ({
      key,
      application,
      samlProvider: this.makeSamlProvider(key, application),
      arn: samlProviderArn(instance, application.samlProviderName),
    }));
    const scope = this.scopeNamed(planned.scopeId);
    const { name } = planned;
    const role = new IamRole(scope, "role", {
      name,
      // By their names, so that a plan shows whom the role trusts before anything is deployed.
      assumeRolePolicy: jsonencode(
        trustPolicy(
          trusted.map(({ arn }) => arn),
          instance.signInUrls,
        ),
      ),
      dependsOn: trusted.map(({ samlProvider }) => samlProvider),
      maxSessionDuration: longestSession(trusted.map(({ application }) => application)),
      ...(this.props.rolePath !== undefined && { path: rolePath }),
      ...(this.props.permissionsBoundary !== undefined && {
        permissionsBoundary: this.props.permissionsBoundary,
      }),
      ...this.common(conditions),
    });
    permission.grant(scope, role);
    for (const { key, application, samlProvider, arn } of trusted) {
      const names = [name, application.samlProviderName].filter((one) => isKnownInPlan(one, this));
      this.made.set(key, {
        role,
        samlProvider,
        arns: {
          roleArn: roleArn(instance, rolePath, name),
          samlProviderArn: arn,
          createdRoleArn: role.arn,
          createdSamlProviderArn: samlProvider.arn,
        },
        protectionKey: protectionKey(key, ...names),
      });
    }
  }

  private makeSamlProvider(
    key: string,
    { samlProviderName, samlMetadataDocument }: FederatedApplication,
  ): IamSamlProvider {
    const { applications } = this.props;
    const [first] = Object.keys(applications);
    const conditions = key === first ? distinctMetadata(this, applications) : {};
    return new IamSamlProvider(this.scopeNamed(applicationScopeId(key)), "saml-provider", {
      name: samlProviderName,
      samlMetadataDocument: literal(samlMetadataDocument),
      ...this.common(conditions),
    });
  }

  private scopeNamed(id: string): Construct {
    const known = this.node.tryFindChild(id);
    return known instanceof Construct ? known : new Construct(this, id);
  }

  /** Arguments that SAML providers and roles have in common. */
  private common(conditions: Conditions) {
    const { tags, protect = true } = this.props;
    const lifecycle = { ...conditions, ...(protect && { preventDestroy: true }) };
    return {
      ...tagged(tags),
      ...(Object.keys(lifecycle).length > 0 && { lifecycle }),
    };
  }
}

type Conditions = Pick<TerraformResourceLifecycle, "precondition">;

function longestSession(applications: readonly FederatedApplication[]): number {
  const seconds = applications.map(({ sessionSeconds }) => sessionSeconds ?? SESSION_DURATION.max);
  return seconds.some((value) => Token.isUnresolved(value))
    ? Token.asNumber(Fn.max([SESSION_DURATION.roleMin, ...seconds]))
    : roleSessionDuration(...seconds);
}
