import {
  conditional,
  Fn,
  Op,
  type Precondition,
  TerraformLocal,
  TerraformStack,
  Token,
} from "cdktf";
import { Construct } from "constructs";

import { INSTANCE_ARN_FORM, PARTITIONS, type SignInEndpoint } from "../../aws";
import { type ConnectInstance, parseInstanceArn } from "../../aws/connect";
import { labelOf } from "./label";

/**
 * Reads the parts of an instance ARN, whether the ARN is plain text or a Terraform token: Terraform
 * splits a token in locals of the stack, when it knows the value.
 *
 * @throws Error when the ARN is plain text and not the ARN of an Amazon Connect instance
 */
export function instanceFrom(scope: Construct, arn: string): ConnectInstance {
  if (!Token.isUnresolved(arn)) return parseInstanceArn(arn);
  const stack = TerraformStack.of(scope);
  const id = `connect-instance ${labelOf(arn, stack)}`;
  const known = stack.node.tryFindChild(id);
  return known instanceof InstanceExpression ? known : new InstanceExpression(stack, id, arn);
}

const { aws, "aws-us-gov": gov } = PARTITIONS;

/** Locals that split an ARN, each created when it is first used. */
class InstanceExpression extends Construct implements ConnectInstance {
  /** True when the validation of a variable checks the ARN. */
  public isValidated = false;

  public constructor(
    scope: Construct,
    id: string,
    public readonly arn: string,
  ) {
    super(scope, id);
  }

  public get partition(): string {
    return this.local("instance-partition", () => this.part(":", 1)).asString;
  }

  public get region(): string {
    return this.local("instance-region", () => this.part(":", 3)).asString;
  }

  public get accountId(): string {
    return this.local("instance-account-id", () => this.part(":", 4)).asString;
  }

  public get instanceId(): string {
    return this.local("instance-id", () => this.part("/", 1)).asString;
  }

  public get consoleUrl(): string {
    return this.byPartition("console-url", gov.consoleUrl(), () => aws.consoleUrl(this.region));
  }

  public get samlAudience(): string {
    return this.byPartition("saml-audience", gov.samlAudience, () => aws.samlAudience);
  }

  public get acsUrls(): Readonly<Record<SignInEndpoint, string>> {
    const global = this.byPartition(
      "global-sign-in-url",
      gov.globalSignInUrl,
      () => aws.globalSignInUrl,
    );
    const isGlobal = Op.or(
      Op.eq(this.partition, "aws-us-gov"),
      Op.eq(this.region, aws.globalSignInRegion),
    );
    const regional = this.local("regional-sign-in-url", () =>
      conditional(isGlobal, global, aws.regionalSignInUrl(this.region)),
    ).asString;
    return { regional, global };
  }

  public get signInUrls(): string[] {
    const { global, regional } = this.acsUrls;
    return this.local("sign-in-urls", () => Fn.distinct([global, regional])).asList;
  }

  private part(separator: string, index: number): string {
    return Token.asString(Fn.element(Fn.split(separator, this.arn), index));
  }

  private byPartition(name: string, ofGov: string, ofAws: () => string): string {
    return this.local(name, () => conditional(Op.eq(this.partition, "aws-us-gov"), ofGov, ofAws()))
      .asString;
  }

  private local(name: string, value: () => unknown): TerraformLocal {
    const known = this.node.tryFindChild(name);
    return known instanceof TerraformLocal
      ? known
      : new TerraformLocal(this, name, Token.asAny(value()));
  }
}

/** Conditions that have Terraform check an ARN that is a token, since nothing else can. */
export function instanceArnConditions(
  scope: Construct,
  arn: string,
): { precondition?: Precondition[] } {
  const instance = instanceFrom(scope, arn);
  return instance instanceof InstanceExpression && !instance.isValidated
    ? { precondition: instanceArnChecks(arn) }
    : {};
}

/** Leaves out the conditions of resources for an ARN that a variable's validation checks. */
export function skipInstanceArnConditions(scope: Construct, arn: string): void {
  const instance = instanceFrom(scope, arn);
  if (instance instanceof InstanceExpression) instance.isValidated = true;
}

/** Conditions that check an ARN, for resources and for the validations of variables. */
export function instanceArnChecks(arn: string): Precondition[] {
  const { pattern, except } = INSTANCE_ARN_FORM;
  return [
    {
      condition: Fn.can(Fn.regex(pattern, arn)),
      errorMessage:
        "The instance ARN is not that of an Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>, or arn:aws-us-gov:connect:us-gov-west-1:... in GovCloud).",
    },
    {
      condition: Op.not(Fn.can(Fn.regex(except, arn))),
      errorMessage:
        "The region of the instance ARN belongs to another partition: arn:aws has no region of GovCloud, of China or of an isolated partition.",
    },
  ];
}
