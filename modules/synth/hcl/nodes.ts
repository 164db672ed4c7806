/** A part of an expression that matters for its layout. */
export type Node = Leaf | Group;

export interface Leaf {
  /** A name or number, an operator, or a string with its quotes. */
  readonly kind: "name" | "operator" | "string";
  readonly text: string;
}

/** Brackets and their content. */
export interface Group {
  readonly kind: "group";
  readonly open: keyof typeof CLOSE;
  /** Items, which commas separate, or line ends between braces. A `for` expression is one item. */
  readonly items: readonly (readonly Node[])[];
}

export const CLOSE = { "(": ")", "[": "]", "{": "}" } as const;

export function isOperator(node: Node | undefined, text: string): boolean {
  return node?.kind === "operator" && node.text === text;
}

/** Recognizes a `for` expression, `[for name in names : name]`, whose commas separate no items. */
export function isFor(item: readonly Node[]): boolean {
  const [first] = item;
  return first?.kind === "name" && first.text === "for";
}

const KEYWORDS = ["for", "in", "if"];

export function isKeyword(node: Node | undefined): boolean {
  return node?.kind === "name" && KEYWORDS.includes(node.text);
}

/** Recognizes the end of something that can be called, indexed or subtracted from. */
export function isOperand(node: Node | undefined): boolean {
  return node !== undefined && node.kind !== "operator" && !isKeyword(node);
}

/** Makes a group of brackets and items; keys of objects lose quotes that they do not need. */
export function group(open: Group["open"], items: readonly (readonly Node[])[]): Group {
  return { kind: "group", open, items: open === "{" ? items.map(entry) : items };
}

function entry(item: readonly Node[]): readonly Node[] {
  const [key, sign, ...value] = item;
  if (!key || isFor(item) || !(isOperator(sign, "=") || isOperator(sign, ":"))) return item;
  const name = key.kind === "string" ? /^"([A-Za-z_][\w-]*)"$/.exec(key.text)?.[1] : undefined;
  const isBare = name !== undefined && !RESERVED.includes(name);
  return [isBare ? { kind: "name", text: name } : key, { kind: "operator", text: "=" }, ...value];
}

const RESERVED = [...KEYWORDS, "null", "true", "false"];
