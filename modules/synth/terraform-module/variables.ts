import { TerraformVariable, type TerraformVariableConfig } from "cdktf";
import type { Construct } from "constructs";

import { TAG_LIMIT } from "../../aws/iam";
import { APPLICATION_ARN_FORM } from "../../aws/identity-center";
import { instanceArnChecks, skipInstanceArnConditions } from "../../constructs/terraform";

/*
 * Variables of a module, for values that a stack takes from the config. Those that a caller must set
 * have no default, and each condition refuses one thing that a reviewer sees.
 */

/** Adds the variable `instance_arn`, and returns its value. */
export function instanceArnVariable(scope: Construct): string {
  const { stringValue } = variable(
    scope,
    "instance_arn",
    { type: "string", description: "ARN of the Amazon Connect instance." },
    (own) => instanceArnChecks(own.stringValue),
  );
  skipInstanceArnConditions(scope, stringValue);
  return stringValue;
}

/** Adds the variable `name_prefix`, and returns its value. */
export function namePrefixVariable(
  scope: Construct,
  longest: number,
  description = "Text before the name of every SAML provider, role and policy. Each instance of one account needs another.",
): string {
  return variable(
    scope,
    NAME_PREFIX,
    {
      type: "string",
      description,
      default: "",
    },
    () => [
      {
        condition: `\${can(regex("^[A-Za-z0-9_.-]{0,${String(longest)}}$", var.${NAME_PREFIX}))}`,
        errorMessage: `The prefix takes letters, digits and _.-, and up to ${String(longest)} characters, so that IAM takes every name with it.`,
      },
    ],
  ).stringValue;
}

/** Name of the variable that holds the prefix of all names. */
export const NAME_PREFIX = "name_prefix";

/** Name of the variable that holds an application's ARN. */
export function applicationArnVariableName(application: string): string {
  return `${application}_application_arn`;
}

/** Adds the variable that holds an application's ARN, and returns its value. */
export function applicationArnVariable(scope: Construct, key: string): string {
  const name = applicationArnVariableName(key);
  return variable(
    scope,
    name,
    {
      type: "string",
      description: `ARN of the Identity Center application "${key}", as its page in the console shows it.`,
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
 * Adds the variable `tags`, and returns its value. It leaves the characters of tags to AWS.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
export function tagsVariable(scope: Construct, of: string): Readonly<Record<string, string>> {
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
        condition:
          '${alltrue([for key, value in var.tags : length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:")])}',
        errorMessage:
          'A tag key has up to 128 characters and a value up to 256, and AWS reserves keys that start with "aws:".',
      },
      {
        condition:
          "${length(distinct([for key in keys(var.tags) : lower(key)])) == length(var.tags)}",
        errorMessage:
          "IAM treats tag keys that differ only in upper and lower case as the same key.",
      },
    ],
  );
  // CDKTF leaves out a default that is an empty map.
  own.addOverride("default", {});
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
