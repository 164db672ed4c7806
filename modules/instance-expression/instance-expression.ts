import { conditional, Fn, Op, type Precondition, Token } from "cdktf";

import { type ConnectInstance, parseInstanceArn, PARTITIONS } from "../connect-instance";

/**
 * What can be read off an instance ARN, whether the ARN is plain text or a Terraform token: a
 * token is taken apart by Terraform functions, when Terraform knows its value.
 *
 * @throws Error when the ARN is plain text and not that of an Amazon Connect instance
 */
export function instanceFrom(arn: string): ConnectInstance {
  if (!Token.isUnresolved(arn)) return parseInstanceArn(arn);

  const part = (index: number) => Token.asString(Fn.element(Fn.split(":", arn), index));
  const partition = part(1);
  const region = part(3);
  const { aws, "aws-us-gov": gov } = PARTITIONS;
  const inGov = Op.eq(partition, "aws-us-gov");
  const choose = (govValue: unknown, awsValue: unknown) =>
    Token.asString(conditional(inGov, govValue, awsValue));
  // Fn.join, since a template within an expression draws warnings from CDKTF.
  const ofRegion = (url: (region: string) => string) => {
    const [before = "", after = ""] = url("{}").split("{}");
    return Fn.join("", [before, region, after]);
  };

  return {
    arn,
    partition,
    region,
    accountId: part(4),
    instanceId: Token.asString(Fn.element(Fn.split("/", arn), 1)),
    consoleUrl: choose(gov.consoleUrl(), ofRegion(aws.consoleUrl)),
    signInUrls: Token.asList(
      conditional(
        inGov,
        [gov.globalSignInUrl],
        Fn.distinct([
          aws.globalSignInUrl,
          conditional(
            Op.eq(region, aws.globalSignInRegion),
            aws.globalSignInUrl,
            ofRegion(aws.regionalSignInUrl),
          ),
        ]),
      ),
    ),
    acsUrl: choose(gov.globalSignInUrl, aws.globalSignInUrl),
    samlAudience: choose(gov.samlAudience, aws.samlAudience),
  };
}

/** What Terraform checks of an ARN that is a token, since nothing else can. */
export function instanceArnConditions(arn: string): { precondition?: Precondition[] } {
  if (!Token.isUnresolved(arn)) return {};
  const pattern = `^arn:(${Object.keys(PARTITIONS).join("|")}):connect:[a-z0-9-]+:[0-9]{12}:instance/[A-Za-z0-9-]{1,100}$`;
  return {
    precondition: [
      {
        condition: Fn.can(Fn.regex(pattern, arn)),
        errorMessage:
          "The instance ARN is not that of an Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>, or arn:aws-us-gov:... in GovCloud).",
      },
    ],
  };
}
