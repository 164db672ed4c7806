import { markdownTable } from "../../text";
import type { TerraformJson } from "../hcl";
import { type Declaration, outputsOf, resourcesOf, variablesOf, versionsOf } from "./inputs";

/**
 * Writes the part of a README that `terraform-docs` writes again between its markers: in its order, and
 * with its anchors and links, so that a run of it changes as few lines as possible.
 *
 * @see https://terraform-docs.io/reference/markdown-table/
 */
export function reference(json: TerraformJson): string[] {
  const [terraform, ...provided] = versionsOf(json);
  const byName = (a: Declaration, b: Declaration) => (a.name < b.name ? -1 : 1);
  const outputs = outputsOf(json).sort(byName);
  return [
    "<!-- BEGIN_TF_DOCS -->",
    "## Requirements",
    markdownTable(
      ["Name", "Version"],
      [...(terraform ? [terraform] : []), ...provided].map(([name, version]) => [
        anchored("requirement", name),
        version,
      ]),
    ),
    "## Providers",
    markdownTable(
      ["Name", "Version"],
      provided.map(([name, version]) => [anchored("provider", name), version]),
    ),
    "## Modules",
    "No modules.",
    "## Resources",
    markdownTable(["Name", "Type"], resourcesOf(json).map(resourceRow)),
    "## Inputs",
    markdownTable(
      ["Name", "Description", "Type", "Default", "Required"],
      variablesOf(json)
        .sort(byName)
        .map((one) => [
          anchored("input", one.name),
          one.description,
          `\`${one.type}\``,
          one.default === undefined ? "n/a" : `\`${JSON.stringify(one.default)}\``,
          one.default === undefined ? "yes" : "no",
        ]),
    ),
    "## Outputs",
    outputs.length === 0
      ? "No outputs."
      : markdownTable(
          ["Name", "Description"],
          outputs.map(({ name, description }) => [anchored("output", name), description]),
        ),
    "<!-- END_TF_DOCS -->",
  ];
}

/** A name with the place in the page that links lead to. */
function anchored(kind: string, name: string): string {
  const escaped = name.replaceAll("_", "\\_");
  return `<a name="${kind}_${name}"></a> [${escaped}](#${kind}\\_${escaped})`;
}

/** A resource or data source with a link to its page in the registry. */
function resourceRow({ address, kind }: { address: string; kind: string }): string[] {
  const own = address.replace(/^data\./, "");
  // `aws_iam_role` is the page `iam_role` of the provider `aws`.
  const [, provider = "", page = ""] = /^([^_]+)_([^.]+)/.exec(own) ?? [];
  const folder = kind === "resource" ? "resources" : "data-sources";
  const url = `https://registry.terraform.io/providers/hashicorp/${provider}/latest/docs/${folder}/${page}`;
  return [`[${own}](${url})`, kind];
}
