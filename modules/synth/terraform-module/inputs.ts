import type { Json, TerraformJson } from "../hcl";

/** A variable or output, as the README describes it. */
export interface Declaration {
  readonly name: string;
  readonly description: string;
  /** Type of a variable. */
  readonly type: string;
  /** Default of a variable that need not be set. */
  readonly default?: Json;
}

/** Lists the variables. */
export function variablesOf(json: TerraformJson): Declaration[] {
  return declarations(json["variable"]);
}

/** Lists the outputs. */
export function outputsOf(json: TerraformJson): Declaration[] {
  return declarations(json["output"]);
}

/** Lists resources, then data sources, by their addresses in alphabetical order. */
export function resourcesOf(json: TerraformJson): { address: string; kind: string }[] {
  const addresses = (content: Json | undefined) =>
    Object.entries((content ?? {}) as Record<string, object>)
      .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
      .sort();
  return [
    ...addresses(json["resource"]).map((address) => ({ address, kind: "resource" })),
    ...addresses(json["data"]).map((own) => ({ address: `data.${own}`, kind: "data source" })),
  ];
}

/** Lists the required versions of Terraform and of the providers. */
export function versionsOf({ terraform }: TerraformJson): [name: string, version: string][] {
  const { required_version, required_providers } = terraform as unknown as {
    required_version: string;
    required_providers: Record<string, { version: string }>;
  };
  return [
    ["terraform", required_version],
    ...Object.entries(required_providers).map(([name, { version }]): [string, string] => [
      name,
      version,
    ]),
  ];
}

function declarations(json: Json | undefined): Declaration[] {
  const all = Object.entries((json ?? {}) as Record<string, Omit<Declaration, "name">>);
  return all.map(([name, own]) => ({ ...own, name }));
}
