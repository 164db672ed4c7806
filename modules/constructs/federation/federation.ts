import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Fn, Op, TerraformLocal, type TerraformResourceLifecycle, Token } from "cdktf";
import { Construct } from "constructs";

import type { ConnectInstance } from "../../aws/connect";
import {
  roleArn,
  roleSessionDuration,
  samlProviderArn,
  SESSION_DURATION,
  trustPolicy,
} from "../../aws/iam";
import { instanceArnConditions, instanceFrom, literal } from "../terraform";
import { checkProps } from "./checks";
import { entityIdOf } from "./metadata-variable";
import { SignInPermission } from "./permission";
import type { ConnectFederationProps, FederatedApplication } from "./props";
import { protectionKey, protectSignIn } from "./protection";

/** What others need to know of an application. Both are known before anything is deployed. */
export interface FederatedApplicationArns {
  /** ARN of the role that the application's users assume. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds the application's metadata. */
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
    const instance = instanceFrom(this, props.instanceArn);
    const { rolePath = "/", sharedRoleName, protect = true } = props;
    const permission = new SignInPermission(this, "sign-in-permission", { ...props, instance });

    const trusted = this.entries().map(([key, application]) => this.trusted(key, application));
    const roles =
      sharedRoleName === undefined
        ? trusted.map((one) => ({ ...one, name: one.application.roleName ?? "", trusts: [one] }))
        : [{ scope: new Construct(this, "shared-role"), name: sharedRoleName, trusts: trusted }];
    for (const [index, { scope, name, trusts }] of roles.entries()) {
      // Checked once: what one resource refuses, no other is planned for.
      const conditions = index === 0 ? instanceArnConditions(this, props.instanceArn) : {};
      permission.grant(scope, this.role(scope, instance, name, trusts, conditions));
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
    if (protect) {
      const keys = this.entries().map(([key, { samlProviderName, roleName = "" }]) =>
        protectionKey(key, sharedRoleName ?? roleName, samlProviderName),
      );
      protectSignIn(this, keys);
    }
  }

  /**
   * The ARNs of an application.
   *
   * @throws Error when there is no application with this key
   */
  public arns(key: string): FederatedApplicationArns {
    const arns = Object.hasOwn(this.arnsByKey, key) ? this.arnsByKey[key] : undefined;
    if (!arns) {
      const keys = Object.keys(this.arnsByKey);
      const others = `there ${keys.length === 1 ? "is" : "are"} ${keys.join(", ")}`;
      throw new Error(`${JSON.stringify(key)} is not an application here; ${others}`);
    }
    return arns;
  }

  private trusted(key: string, application: FederatedApplication): Trusted {
    const scope = new Construct(this, `application-${key}`);
    const provider = new IamSamlProvider(scope, "saml-provider", {
      name: application.samlProviderName,
      samlMetadataDocument: literal(application.samlMetadataDocument),
      ...this.common(this.metadataConditions(key)),
    });
    return { scope, application, provider };
  }

  /** Terraform finds one document given twice where it alone knows the documents. */
  private metadataConditions(key: string): Pick<TerraformResourceLifecycle, "precondition"> {
    const own = this.props.applications[key]?.samlMetadataDocument ?? "";
    const twins = this.entries().filter(
      ([other, { samlMetadataDocument }]) =>
        other < key && [own, samlMetadataDocument].some((one) => Token.isUnresolved(one)),
    );
    if (twins.length === 0) return {};
    return {
      precondition: twins.map(([other]) => ({
        condition: Op.neq(this.entityId(key), this.entityId(other)),
        errorMessage: `${other} and ${key} have the SAML metadata of one application. Each Identity Center application has metadata of its own: download it from the page of that very application.`,
      })),
    };
  }

  /** Of a document that Terraform alone knows, in a local: each is compared with all others. */
  private entityId(key: string): string {
    const document = this.props.applications[key]?.samlMetadataDocument ?? "";
    if (!Token.isUnresolved(document)) return entityIdOf(document);
    const id = `${key}-entity-id`;
    const known = this.node.tryFindChild(id);
    const local =
      known instanceof TerraformLocal ? known : new TerraformLocal(this, id, entityIdOf(document));
    return local.asString;
  }

  private role(
    scope: Construct,
    instance: ConnectInstance,
    name: string,
    trusts: readonly Trusted[],
    conditions: Pick<TerraformResourceLifecycle, "precondition">,
  ): IamRole {
    const { rolePath, permissionsBoundary } = this.props;
    const arns = trusts.map(({ provider }) => provider.arn);
    return new IamRole(scope, "role", {
      name,
      assumeRolePolicy: Fn.jsonencode(trustPolicy(arns, instance.signInUrls)),
      maxSessionDuration: longestSession(trusts),
      ...(rolePath !== undefined && { path: rolePath }),
      ...(permissionsBoundary !== undefined && { permissionsBoundary }),
      ...this.common(conditions),
    });
  }

  /** What SAML providers and roles have in common. */
  private common(conditions: Pick<TerraformResourceLifecycle, "precondition"> = {}) {
    const { tags, protect = true } = this.props;
    const lifecycle = { ...conditions, ...(protect && { preventDestroy: true }) };
    return {
      ...(tags && Object.keys(tags).length > 0 && { tags }),
      ...(Object.keys(lifecycle).length > 0 && { lifecycle }),
    };
  }

  private entries() {
    return Object.entries(this.props.applications);
  }
}

/** An application, with the SAML provider that a role trusts for it. */
interface Trusted {
  readonly scope: Construct;
  readonly application: FederatedApplication;
  readonly provider: IamSamlProvider;
}

function longestSession(applications: readonly Trusted[]): number {
  const seconds = applications.map(
    ({ application }) => application.sessionSeconds ?? SESSION_DURATION.max,
  );
  return seconds.some((value) => Token.isUnresolved(value))
    ? Token.asNumber(Fn.max([SESSION_DURATION.roleMin, ...seconds]))
    : roleSessionDuration(...seconds);
}
