import type { InstanceSettings } from "../../config";
import { outputNames } from "../stacks";
import { metadataVariableName } from "../../text";
import { blocksOf, hcl, type TerraformJson } from "../hcl";
import { providers } from "./example";
import { NAME_PREFIX } from "./variables";

/**
 * Writes `examples/several-instances/main.tf`: the module for several instances of one account, each with
 * its own prefix. A plan fails where two of them would have the same name.
 */
export function severalInstancesExample(
  settings: InstanceSettings,
  federation: TerraformJson,
): string {
  const keys = settings.applications.map(({ key }) => key);
  const fileOf = (key: string) => `${key}_saml_metadata_file`;
  const fields = ["instance_arn", ...keys.map(fileOf)].map((name) => `${name} = string`);
  const mappings = keys.map((key) => `\${one.${outputNames(key).attributeMappingValue}}`).join(",");
  return hcl([
    ...blocksOf({ terraform: federation["terraform"] ?? {} }, () => ({})),
    ...providers(settings, false),
    {
      type: "variable",
      labels: ["instances"],
      attributes: {
        description: "Amazon Connect instances of one account, by the prefix of their names.",
        type: `\${map(object({ ${fields.join(", ")} }))}`,
      },
    },
    {
      type: "module",
      labels: ["federation"],
      attributes: {
        source: "../..",
        for_each: "${var.instances}",
        instance_arn: "${each.value.instance_arn}",
        ...Object.fromEntries(
          keys.map((key) => [metadataVariableName(key), `\${file(each.value.${fileOf(key)})}`]),
        ),
        [NAME_PREFIX]: "${each.key}",
      },
    },
    {
      type: "locals",
      attributes: {
        // IAM ignores upper and lower case when it compares names. Applications may share a role.
        arns: `\${flatten([for one in module.federation : distinct(split(",", lower("${mappings}")))])}`,
      },
    },
    {
      type: "output",
      labels: ["console"],
      attributes: {
        description: "Values that the Identity Center console asks for, by prefix.",
        value: "${module.federation}",
      },
      blocks: [
        {
          type: "precondition",
          attributes: {
            condition: "${length(distinct(local.arns)) == length(local.arns)}",
            error_message:
              "Two instances would have roles or SAML providers of the same name, for which IAM ignores upper and lower case. Give each instance another prefix.",
          },
        },
      ],
    },
  ]);
}
