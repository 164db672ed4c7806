/** What an expression is made of, as far as its layout goes. */
export type Node = Leaf | Group;

export interface Leaf {
  /** A name or number, an operator, or a string with its quotes. */
  readonly kind: "name" | "operator" | "string";
  readonly text: string;
}

/** What stands within brackets. */
export interface Group {
  readonly kind: "group";
  readonly open: keyof typeof CLOSE;
  /** What commas or, between braces, line ends separate. A `for` expression is one item. */
  readonly items: readonly (readonly Node[])[];
}

export const CLOSE = { "(": ")", "[": "]", "{": "}" } as const;

export function isOperator(node: Node | undefined, text: string): boolean {
  return node?.kind === "operator" && node.text === text;
}

/** `[for name in names : name]`: its commas separate nothing. */
export function isFor(item: readonly Node[]): boolean {
  const [first] = item;
  return first?.kind === "name" && first.text === "for";
}

const KEYWORDS = ["for", "in", "if"];

export function isKeyword(node: Node | undefined): boolean {
  return node?.kind === "name" && KEYWORDS.includes(node.text);
}

/** Whether something ends here that can be called, indexed or subtracted from. */
export function isOperand(node: Node | undefined): boolean {
  return node !== undefined && node.kind !== "operator" && !isKeyword(node);
}

/** Brackets and what is between them; keys of objects lose quotes that they do not need. */
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
