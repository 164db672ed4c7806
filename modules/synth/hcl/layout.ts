import { CLOSE, type Group, isFor, isKeyword, isOperand, isOperator, type Node } from "./nodes";

/** Longest line, unless one string alone is longer. */
const WIDTH = 100;

/** `name = expression`, or an item of a list or call, as text that may have several lines. */
export interface Line {
  /** Name before an equals sign, which is aligned with those of the lines around it. */
  readonly key?: string;
  readonly value: string;
  /** True for a heredoc, which `terraform fmt` treats as one line. */
  readonly heredoc?: boolean;
}

/** Writes nodes on one line, with the spaces that `terraform fmt` puts between them. */
export function oneLine(nodes: readonly Node[]): string {
  return joined(nodes, (node) => (node.kind === "group" ? flat(node) : node.text));
}

/** Writes nodes within `${}`, where `terraform fmt` keeps a space before a brace and after a minus. */
export function interpolated(nodes: readonly Node[]): string {
  const [first, ...rest] = nodes;
  if (isOperator(first, "-")) return `- ${oneLine(rest)}`;
  return first?.kind === "group" && first.open === "{" ? ` ${oneLine(nodes)}` : oneLine(nodes);
}

/** Writes nodes on as few lines as the width allows; `indent` is that of the lines after the first. */
export function layout(nodes: readonly Node[], indent: number, column: number): string {
  const line = oneLine(nodes);
  if (column + line.length <= WIDTH) return line;
  // Break only the last group: `terraform fmt` indents a line that closes one and opens another oddly.
  const last = nodes.findLastIndex(
    (node, index) => node.kind === "group" && !isIndex(node, nodes[index - 1]),
  );
  return joined(nodes, (node, index) => {
    if (node.kind !== "group") return node.text;
    return index === last ? broken(node, indent) : flat(node);
  });
}

/** Writes lines of a block, object or list, with equals signs aligned as in `terraform fmt`. */
export function aligned(lines: readonly Line[], indent: number, end = ""): string {
  let text = "";
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (to < lines.length && isAligned(lines[to])) to += 1;
    const chain = lines.slice(from, Math.max(to, from + 1));
    const width = Math.max(...chain.map(({ key = "" }) => columns(key)));
    for (const { key, value } of chain) {
      const name = key === undefined ? "" : `${key}${" ".repeat(width - columns(key))} = `;
      text += `${" ".repeat(indent)}${name}${value}${end}\n`;
    }
    from += chain.length;
  }
  return text;
}

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Width of a name in `terraform fmt`: the number of characters that a reader sees. */
function columns(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : [...CHARACTERS.segment(text)].length;
}

function isAligned(line: Line | undefined): boolean {
  if (line?.key === undefined) return false;
  return line.heredoc === true || !line.value.includes("\n");
}

function joined(nodes: readonly Node[], print: (node: Node, index: number) => string): string {
  return nodes.reduce((text, node, index) => {
    const before = nodes[index - 1];
    const gap = before && hasGap(nodes[index - 2], before, node) ? " " : "";
    return `${text}${gap}${print(node, index)}`;
  }, "");
}

function flat({ open, items }: Group): string {
  const content = items.map(oneLine).join(", ");
  return open === "{" && content !== "" ? `{ ${content} }` : `${open}${content}${CLOSE[open]}`;
}

/** Writes braces and square brackets with an item on each line; parentheses add no lines. */
function broken(group: Group, indent: number): string {
  const { open, items } = group;
  if (items.length === 0) return flat(group);
  const [first = []] = items;
  const inner = indent + 2;
  if (open === "(" || (open === "[" && items.length === 1 && isObject(first))) {
    const before = items.slice(0, -1).map((item) => `${oneLine(item)}, `);
    return `${open}${before.join("")}${layout(items.at(-1) ?? [], indent, WIDTH)}${CLOSE[open]}`;
  }
  const content =
    open === "[" || isFor(first)
      ? aligned(
          items.map((item) => ({ value: layout(item, inner, inner) })),
          inner,
          open === "[" && !isFor(first) ? "," : "",
        )
      : aligned(
          items.map((item) => entry(item, inner)),
          inner,
        );
  return `${open}\n${content}${" ".repeat(indent)}${CLOSE[open]}`;
}

function entry(item: readonly Node[], indent: number): Line {
  const at = item.findIndex((node) => isOperator(node, "="));
  const key = oneLine(item.slice(0, at));
  return { key, value: layout(item.slice(at + 1), indent, indent + key.length + 3) };
}

function isObject(item: readonly Node[]): boolean {
  const [only, ...more] = item;
  return only?.kind === "group" && only.open === "{" && more.length === 0;
}

function isIndex(node: Group, before: Node | undefined): boolean {
  return node.open === "[" && isOperand(before);
}

function hasGap(previous: Node | undefined, before: Node, node: Node): boolean {
  if ([".", ",", "..."].some((text) => isOperator(node, text))) return false;
  if ([".", "!"].some((text) => isOperator(before, text))) return false;
  if (isOperator(before, "-") && !isOperand(previous)) return false;
  // After an operand, a bracket is a call or an index. A keyword has no space before a parenthesis.
  if (node.kind !== "group" || node.open === "{") return true;
  return !(isOperand(before) || (isKeyword(before) && node.open === "("));
}
