import { TerraformVariable, type TerraformVariableConfig } from "cdktf";
import type { Construct } from "constructs";

import { TAG_CHARACTERS, TAG_LIMIT } from "../../aws/iam";
import { APPLICATION_ARN_FORM } from "../../aws/identity-center";
import { instanceArnCondition, skipInstanceArnConditions } from "../../constructs/terraform";

/*
 * Variables of a module, for values that a stack takes from the config. They refuse what the config
 * refuses, as far as Terraform's functions can check it.
 */

/** Adds the variable `instance_arn`, and returns its value. */
export function instanceArnVariable(scope: Construct, arn: string): string {
  const description = "ARN of the Amazon Connect instance.";
  const { stringValue } = variable(
    scope,
    "instance_arn",
    { type: "string", description, default: arn },
    (own) => [instanceArnCondition(own.stringValue)],
  );
  skipInstanceArnConditions(scope, stringValue);
  return stringValue;
}

/** Name of the variable that holds an application's ARN. */
export function applicationArnVariableName(application: string): string {
  return `${application}_application_arn`;
}

/** Adds the variable that holds an application's ARN, and returns its value. */
export function applicationArnVariable(scope: Construct, key: string, arn?: string): string {
  const name = applicationArnVariableName(key);
  return variable(
    scope,
    name,
    {
      type: "string",
      description: `ARN of the Identity Center application "${key}", as its page in the console shows it.`,
      ...(arn !== undefined && { default: arn }),
    },
    () => [
      {
        condition: `\${can(regex(${JSON.stringify(APPLICATION_ARN_FORM)}, var.${name}))}`,
        errorMessage:
          "The ARN is not that of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>). Copy it from the application's page.",
      },
    ],
  ).stringValue;
}

/**
 * Adds the variable `tags`, and returns its value.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
export function tagsVariable(
  scope: Construct,
  of: string,
  tags: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const has = (pattern: string, value: string) =>
    `can(regex(${JSON.stringify(pattern)}, ${value}))`;
  const own = variable(
    scope,
    "tags",
    { type: "map(string)", description: `Tags of every ${of}.` },
    () => [
      {
        condition: `\${length(var.tags) <= ${String(TAG_LIMIT)}}`,
        errorMessage: `IAM takes up to ${String(TAG_LIMIT)} tags.`,
      },
      {
        condition: `\${alltrue([for key in keys(var.tags) : ${has(`^[${TAG_CHARACTERS}]{1,128}$`, "key")} && !startswith(lower(key), "aws:")])}`,
        errorMessage:
          'A tag key has 1 to 128 letters, digits, spaces and _.:/=+-@, and does not start with "aws:", which AWS reserves.',
      },
      {
        condition: `\${alltrue([for value in values(var.tags) : ${has(`^[${TAG_CHARACTERS}]{0,256}$`, "value")}])}`,
        errorMessage: "A tag value has up to 256 letters, digits, spaces and _.:/=+-@.",
      },
      {
        condition:
          "${length(distinct([for key in keys(var.tags) : lower(key)])) == length(var.tags)}",
        errorMessage:
          "IAM treats tag keys that differ only in upper and lower case as the same key.",
      },
    ],
  );
  // CDKTF treats the keys of an object as names of arguments, and rewrites them.
  own.addOverride("default", tags);
  return own.value as Readonly<Record<string, string>>;
}

function variable(
  scope: Construct,
  name: string,
  config: TerraformVariableConfig,
  validation: (own: TerraformVariable) => NonNullable<TerraformVariableConfig["validation"]>,
): TerraformVariable {
  const own = new TerraformVariable(scope, name, { ...config, nullable: false });
  own.overrideLogicalId(name);
  for (const rule of validation(own)) own.addValidation(rule);
  return own;
}
