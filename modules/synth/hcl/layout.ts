import { CLOSE, type Group, isFor, isKeyword, isOperand, isOperator, type Node } from "./nodes";

/** Longest line, unless one string alone is longer. */
const WIDTH = 100;

/** `name = expression`, or an item of a list or call, as text that may have several lines. */
export interface Line {
  /** With an equals sign behind it, which is aligned with those of the lines around. */
  readonly key?: string;
  readonly value: string;
  /** Whether the value is a heredoc, whose lines `terraform fmt` takes for one. */
  readonly heredoc?: boolean;
}

/** The nodes on one line, with the spaces that `terraform fmt` puts between them. */
export function oneLine(nodes: readonly Node[]): string {
  return joined(nodes, (node) => (node.kind === "group" ? flat(node) : node.text));
}

/** The same within `${}`, where `terraform fmt` leaves a space before a brace and behind a minus. */
export function interpolated(nodes: readonly Node[]): string {
  const [first, ...rest] = nodes;
  if (isOperator(first, "-")) return `- ${oneLine(rest)}`;
  return first?.kind === "group" && first.open === "{" ? ` ${oneLine(nodes)}` : oneLine(nodes);
}

/** The nodes on as few lines as the width allows; those after the first are indented by this much. */
export function layout(nodes: readonly Node[], indent: number, column: number): string {
  const line = oneLine(nodes);
  if (column + line.length <= WIDTH) return line;
  // Of several groups the last: `terraform fmt` indents lines that close one and open another oddly.
  const last = nodes.findLastIndex(
    (node, index) => node.kind === "group" && !isIndex(node, nodes[index - 1]),
  );
  return joined(nodes, (node, index) => {
    if (node.kind !== "group") return node.text;
    return index === last ? broken(node, indent) : flat(node);
  });
}

/** Lines of a block, object or list, with their equals signs aligned as `terraform fmt` does. */
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

/** What `terraform fmt` takes for the width of a name: what a reader takes for its characters. */
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

/** Braces and square brackets with an item on each line; parentheses hug what they hold. */
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
  // Behind an operand, a bracket is a call or an index. A keyword has no space before a parenthesis.
  if (node.kind !== "group" || node.open === "{") return true;
  return !(isOperand(before) || (isKeyword(before) && node.open === "("));
}
