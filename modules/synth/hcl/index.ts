export { type Block, hcl, hclAttributes } from "./block";
export {
  blocksOf,
  type NestedBlocks,
  type NestedBlocksOf,
  type TerraformJson,
} from "./terraform-json";
export { expression, type Json, plain } from "./value";
