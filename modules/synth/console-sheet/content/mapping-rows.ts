import type { ApplicationValues } from "../values";
import type { MappingRow } from "./step";

/** Numbers the attribute mappings of an application; only the last row is its own. */
export function mappingRows({ attributeMappings }: ApplicationValues): MappingRow[] {
  return attributeMappings.map((mapping, index) => ({ row: index + 1, ...mapping }));
}
