import { TerraformElement, type TerraformStack } from "cdktf";

import { type Block, blocksOf, hcl, type NestedBlocks, type TerraformJson } from "../hcl";

/** The file that a block goes to, by its type; every other goes to `main.tf`. */
const FILES: Readonly<Record<string, string>> = {
  terraform: "versions.tf",
  provider: "providers.tf",
  variable: "variables.tf",
  output: "outputs.tf",
};

/**
 * A stack as HCL, by the names of files. CDKTF has a writer of its own, which breaks metadata
 * documents, version constraints and validations, so this one renders the JSON that CDKTF wrote.
 */
export function stackHcl(stack: TerraformStack, json: TerraformJson): Record<string, string> {
  const nested = nestedBlocks(stack);
  const files: Record<string, Block[]> = {};
  for (const block of blocksOf(json, (kind, type) => nested.get(`${kind}.${type}`) ?? {})) {
    (files[FILES[block.type] ?? "main.tf"] ??= []).push(block);
  }
  return Object.fromEntries(Object.entries(files).map(([name, blocks]) => [name, hcl(blocks)]));
}

/** What the provider's bindings know, and JSON does not show: which arguments are blocks. */
function nestedBlocks(stack: TerraformStack): Map<string, NestedBlocks> {
  const found = new Map<string, NestedBlocks>();
  for (const element of stack.node.findAll()) {
    // Not by its class, of which CDK Terrain's bindings have another.
    if (!TerraformElement.isTerraformElement(element)) continue;
    const written = element.toHclTerraform() as Written;
    for (const kind of ["resource", "data"]) {
      for (const [type, named] of Object.entries(written[kind] ?? {})) {
        const name = `${kind}.${type}`;
        const own = Object.values(named).map(blocksIn);
        found.set(name, Object.assign({ ...found.get(name) }, ...own) as NestedBlocks);
      }
    }
  }
  return found;
}

type Written = Record<string, undefined | Record<string, Record<string, Record<string, Argument>>>>;

interface Argument {
  readonly isBlock?: boolean;
  readonly value?: Record<string, Argument>;
}

function blocksIn(content: Readonly<Record<string, Argument>>): NestedBlocks {
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, { isBlock, value }]) =>
      isBlock ? [[name, blocksIn(value ?? {})]] : [],
    ),
  );
}
