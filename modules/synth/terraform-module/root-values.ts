import { basename } from "node:path";

import type { InstanceSettings } from "../../config";
import { escapeTemplates } from "../../text";
import { hclAttributes } from "../hcl";
import { type Arguments, assignmentsArguments, federationArguments } from "./arguments";

/** Writes the `terraform.tfvars` of the module for the instance's account. */
export function federationValues(settings: InstanceSettings): string {
  return tfvars(
    settings,
    federationArguments(settings, ({ metadata }) => metadata && escapeTemplates(metadata.document)),
  );
}

/** Writes the `terraform.tfvars` of the module for the Identity Center account. */
export function assignmentsValues(settings: InstanceSettings): string {
  return tfvars(
    settings,
    assignmentsArguments(settings, ({ applicationArn }) => applicationArn),
  );
}

function tfvars({ file }: InstanceSettings, values: Arguments): string {
  return `# Values of ${basename(file)}, which Terraform reads only where this module is the root module.\n${hclAttributes(values)}`;
}
