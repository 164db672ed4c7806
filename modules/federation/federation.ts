import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Fn } from "cdktf";
import { Construct } from "constructs";

import type { ConnectInstance } from "../connect-instance";
import {
  roleArn,
  roleSessionDuration,
  samlProviderArn,
  SESSION_DURATION,
  trustPolicy,
} from "../iam";
import { instanceFrom } from "../instance-expression";
import { checkProps } from "./checks";
import { literal } from "./literal";
import { SignInPermission } from "./permission";
import type { ConnectFederationProps } from "./props";
import { protectSignIn } from "./protection";

/** What others need to know of an application. Both are known before anything is deployed. */
export interface FederatedApplicationArns {
  readonly roleArn: string;
  readonly samlProviderArn: string;
}

/**
 * Lets users of Identity Center applications sign in to an Amazon Connect instance.
 *
 * In the instance's account it makes a SAML provider and a role for each application (or one
 * shared role), and the permission `connect:GetFederationToken` on this one instance.
 */
export class ConnectFederation extends Construct {
  private readonly arnsByKey: Readonly<Record<string, FederatedApplicationArns>>;

  /**
   * @throws Error when the instance ARN is not one, or a plain value breaks a rule of IAM's; it
   * names every such value
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ConnectFederationProps,
  ) {
    super(scope, id);
    checkProps(props);
    const instance = instanceFrom(props.instanceArn);
    const { rolePath = "/", sharedRoleName, protect = true } = props;
    const permission = new SignInPermission(this, "sign-in-permission", { ...props, instance });
    const shared = sharedRoleName === undefined ? undefined : new Construct(this, "shared-role");

    const providers: IamSamlProvider[] = [];
    for (const [key, { roleName = "", sessionSeconds, ...application }] of this.entries()) {
      const scope = new Construct(this, key);
      const provider = new IamSamlProvider(scope, "saml-provider", {
        name: application.samlProviderName,
        samlMetadataDocument: literal(application.samlMetadataDocument),
        ...this.common(),
      });
      providers.push(provider);
      if (shared) continue;
      permission.grant(scope, this.role(scope, instance, roleName, [provider], [sessionSeconds]));
    }
    if (shared && sharedRoleName !== undefined) {
      const seconds = this.entries().map(([, { sessionSeconds }]) => sessionSeconds);
      permission.grant(shared, this.role(shared, instance, sharedRoleName, providers, seconds));
    }

    this.arnsByKey = Object.fromEntries(
      this.entries().map(([key, { samlProviderName, roleName = "" }]) => [
        key,
        {
          roleArn: roleArn(instance, rolePath, sharedRoleName ?? roleName),
          samlProviderArn: samlProviderArn(instance, samlProviderName),
        },
      ]),
    );
    if (protect) protectSignIn(this, this.arnsByKey);
  }

  /**
   * The ARNs of an application.
   *
   * @throws Error when there is no application with this key
   */
  public arns(key: string): FederatedApplicationArns {
    const arns = this.arnsByKey[key];
    if (!arns) {
      const keys = Object.keys(this.arnsByKey).join(", ");
      throw new Error(`${JSON.stringify(key)} is not an application here; there is ${keys}`);
    }
    return arns;
  }

  private role(
    scope: Construct,
    instance: ConnectInstance,
    name: string,
    providers: readonly IamSamlProvider[],
    applicationSeconds: readonly (number | undefined)[],
  ): IamRole {
    const { rolePath, permissionsBoundary } = this.props;
    const seconds = applicationSeconds.map((given) => given ?? SESSION_DURATION.max);
    const trusted = providers.map(({ arn }) => arn);
    return new IamRole(scope, "role", {
      name,
      assumeRolePolicy: Fn.jsonencode(trustPolicy(trusted, instance.signInUrls)),
      maxSessionDuration: roleSessionDuration(...seconds),
      ...(rolePath !== undefined && { path: rolePath }),
      ...(permissionsBoundary !== undefined && { permissionsBoundary }),
      ...this.common(),
    });
  }

  /** What SAML providers and roles have in common. */
  private common() {
    const { tags, protect = true } = this.props;
    return {
      ...(tags && Object.keys(tags).length > 0 && { tags: { ...tags } }),
      ...(protect && { lifecycle: { preventDestroy: true } }),
    };
  }

  private entries() {
    return Object.entries(this.props.applications);
  }
}
