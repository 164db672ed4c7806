import { aligned } from "./layout";
import { attribute, type Json, quoted } from "./value";

/** A block of the Terraform language. Strings in its values are templates: `${x}` is an expression. */
export interface Block {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly attributes?: Readonly<Record<string, Json>>;
  readonly blocks?: readonly Block[];
}

/** Writes blocks in the format of `terraform fmt`. */
export function hcl(blocks: readonly Block[], indent = 0): string {
  return blocks.map((block) => blockText(block, indent)).join("\n");
}

/** Writes attributes that are in no block, as in a file of variables. */
export function hclAttributes(attributes: Readonly<Record<string, Json>>, indent = 0): string {
  const lines = Object.entries(attributes).map(([name, value]) => attribute(name, value, indent));
  return aligned(lines, indent);
}

function blockText({ type, labels = [], attributes = {}, blocks = [] }: Block, indent: number) {
  const margin = " ".repeat(indent);
  const head = [type, ...labels.map(quoted)].join(" ");
  const parts = [hclAttributes(attributes, indent + 2), hcl(blocks, indent + 2)].filter(
    (part) => part !== "",
  );
  const body = parts.join("\n");
  return body === "" ? `${margin}${head} {}\n` : `${margin}${head} {\n${body}${margin}}\n`;
}
