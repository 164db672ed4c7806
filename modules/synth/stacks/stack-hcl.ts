import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";

import { type Block, blocksOf, hcl, type NestedBlocks, type TerraformJson } from "../hcl";

/** File of a block, by its type; all other blocks go to `main.tf`. */
const FILES: Readonly<Record<string, string>> = {
  terraform: "versions.tf",
  provider: "providers.tf",
  variable: "variables.tf",
  output: "outputs.tf",
};

/**
 * Converts a stack to HCL, by file name. CDKTF's own HCL writer breaks metadata documents, version
 * constraints and validations, so this one converts the JSON that CDKTF wrote.
 *
 * The backend stands in `main.tf`, with the resources: were it in a separate file, a folder that
 * lacks `main.tf` would be valid Terraform that destroys everything in its state.
 */
export function stackHcl(stack: TerraformStack, json: TerraformJson): Record<string, string> {
  const nested = nestedBlocks(stack);
  const blocks = (part: TerraformJson) =>
    blocksOf(part, (kind, type) => nested.get(`${kind}.${type}`) ?? {});
  const { terraform, ...rest } = json as { terraform: TerraformJson };
  const { backend, cloud, ...versions } = terraform;
  const files: Record<string, Block[]> = {};
  for (const block of blocks({ terraform: versions, ...rest })) {
    (files[FILES[block.type] ?? "main.tf"] ??= []).push(block);
  }
  if (backend !== undefined || cloud !== undefined) {
    const state = {
      ...(backend !== undefined && { backend }),
      ...(cloud !== undefined && { cloud }),
    };
    files["main.tf"] = [...blocks({ terraform: state }), ...(files["main.tf"] ?? [])];
  }
  return Object.fromEntries(Object.entries(files).map(([name, own]) => [name, hcl(own)]));
}

/** Finds the arguments that are blocks, which the provider's bindings know and JSON does not show. */
function nestedBlocks(stack: TerraformStack): Map<string, NestedBlocks> {
  const found = new Map<string, NestedBlocks>();
  for (const element of stack.node.findAll()) {
    const hasBlocks =
      TerraformResource.isTerraformResource(element) ||
      TerraformDataSource.isTerraformDataSource(element);
    if (!hasBlocks) continue;
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
