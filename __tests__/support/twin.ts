import type { Tree } from "./readers";

/** A harmless word for each place, which stands where the hostile text of that place would. */
export function standIn(place: number): string {
  return `Zq${String(place).padStart(5, "0")}zq`;
}

/** Puts texts where their stand-ins are, and counts them. */
export class Substitution {
  /** Number of stand-ins that were found. */
  public count = 0;
  private readonly own: ReadonlyMap<string, string>;
  private readonly pattern: RegExp;

  /**
   * @param texts the text of each place, by its number
   * @param written texts that are written in another way, by what is written of their stand-ins
   */
  public constructor(
    texts: readonly string[],
    written: readonly (readonly [twin: string, own: string])[] = [],
  ) {
    const plain = texts.map((text, place) => [standIn(place), text] as const);
    this.own = new Map([...plain, ...written]);
    const longestFirst = [...this.own.keys()].sort((one, other) => other.length - one.length);
    const literals = longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    this.pattern = new RegExp(literals.join("|"), "g");
  }

  public in(text: string): string {
    return text.replace(this.pattern, (twin) => {
      this.count += 1;
      return this.own.get(twin) ?? "";
    });
  }

  /** A tree of the twin with the texts in its texts and attributes. */
  public inTree(tree: Tree): Tree {
    if (typeof tree === "string") return this.in(tree);
    const [name, attributes, ...children] = tree;
    const own = Object.entries(attributes).map(([key, value]) => [key, this.in(value)]);
    return [
      name,
      Object.fromEntries(own) as Record<string, string>,
      ...children.map((child) => this.inTree(child)),
    ];
  }
}

/** Where two trees differ first, from the outside in; `undefined` where they are the same. */
export function difference(tree: Tree, other: Tree): string | undefined {
  if (typeof tree === "string" || typeof other === "string") {
    return tree === other ? undefined : `${shown(tree)} in place of ${shown(other)}`;
  }
  const [name, attributes, ...children] = tree;
  const [otherName, otherAttributes, ...otherChildren] = other;
  const own = JSON.stringify([name, attributes]);
  const others = JSON.stringify([otherName, otherAttributes]);
  if (own !== others) return `${own} in place of ${others}`;
  for (const [index, child] of children.entries()) {
    const counterpart = otherChildren[index];
    if (counterpart === undefined) return `${shown(child)} is more`;
    const found = difference(child, counterpart);
    if (found !== undefined) return `${name}: ${found}`;
  }
  const missing = otherChildren[children.length];
  return missing === undefined ? undefined : `${name}: ${shown(missing)} is missing`;
}

function shown(tree: Tree): string {
  return JSON.stringify(tree).slice(0, 300);
}
