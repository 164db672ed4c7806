import { DataAwsSsmParametersByPath } from "@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { TerraformLocal, TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/** Number of names in a parameter, which holds 4 KB: each takes 9 characters. */
const PER_PARAMETER = 400;

/** Number of users that a deployment may always remove, however few there are. */
const LEAST = 5;

/** Part of the users, one in so many, that a deployment may remove. */
const PART = 10;

interface Removals {
  /** Path of the parameters that remember the users. */
  readonly path: string;
  /** Expression of the list of their names. */
  readonly names: string;
  /** Number of users that may be removed, if it is not a part of them. */
  readonly most?: number | undefined;
  /** The users, after which the parameters are written. */
  readonly after: TerraformResource;
}

/**
 * Has Terraform refuse a plan that removes too many users. Terraform's language cannot see what the
 * last deployment made, so parameters of AWS Systems Manager remember a hash of each name.
 */
export function limitRemovals(scope: Construct, { path, names, most, after }: Removals): void {
  const local = (id: string, value: string) =>
    `local.${new TerraformLocal(scope, id, value).friendlyUniqueId}`;
  const parameters = new DataAwsSsmParametersByPath(scope, "remembered-before", { path });
  const values = `data.aws_ssm_parameters_by_path.${parameters.friendlyUniqueId}.values`;
  const hashes = local("hashes", `\${sort([for name in ${names} : substr(md5(name), 0, 8)])}`);
  const before = local(
    "hashes-before",
    `\${compact(split(" ", join(" ", nonsensitive(${values}))))}`,
  );
  const gone = local("hashes-gone", `\${setsubtract(${before}, ${hashes})}`);
  const limit = local(
    "max-removals",
    most === undefined
      ? `\${max(${String(LEAST)}, floor(length(${before}) / ${String(PART)}))}`
      : `\${${String(most)}}`,
  );
  const guard = new TerraformResource(scope, "removals", {
    terraformResourceType: "terraform_data",
    lifecycle: {
      precondition: [
        {
          condition: `\${length(${gone}) <= ${limit}}`,
          errorMessage: `This would remove \${length(${gone})} of \${length(${before})} users who come from groups; at most \${${limit}} may go at once. Look at the members of the groups in Identity Center. If so many have really left, set maxRemovals: \${length(${gone})} in the config for this deployment. A removed user cannot be restored: reports keep the name, and an open session goes on for up to 12 hours.`,
        },
      ],
    },
  });
  const parameter = new SsmParameter(scope, "remembered", {
    name: `${path}/\${each.key}`,
    type: "String",
    description:
      "Hashes of the names of users from groups, so that Terraform notices too many removals",
    insecureValue: "${each.value}",
    // A deployment that was interrupted may have left it.
    overwrite: true,
    dependsOn: [after, guard],
  });
  parameter.addOverride(
    "for_each",
    `\${{ for index, part in chunklist(${hashes}, ${String(PER_PARAMETER)}) : tostring(index) => join(" ", part) }}`,
  );
}
