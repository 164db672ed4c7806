import type { Json, TerraformJson } from "../hcl";

/** A variable or output, as far as a reader needs to know it. */
export interface Declaration {
  readonly name: string;
  readonly description: string;
  /** Of a variable. */
  readonly type: string;
  /** Of a variable that need not be set. */
  readonly default?: Json;
}

export function variablesOf(json: TerraformJson): Declaration[] {
  return declarations(json["variable"]);
}

export function outputsOf(json: TerraformJson): Declaration[] {
  return declarations(json["output"]);
}

/** Variables that must be set. */
export function requiredOf(json: TerraformJson): string[] {
  return variablesOf(json)
    .filter((variable) => variable.default === undefined)
    .map(({ name }) => name);
}

function declarations(json: Json | undefined): Declaration[] {
  const all = Object.entries((json ?? {}) as Record<string, Omit<Declaration, "name">>);
  return all.map(([name, own]) => ({ ...own, name }));
}
