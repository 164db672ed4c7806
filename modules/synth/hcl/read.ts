import { interpolated } from "./layout";
import { CLOSE, group, type Group, isFor, type Node } from "./nodes";

/** Comments and heredocs, which nobody writes into an expression of JSON, match nothing. */
const TOKEN =
  /(?!\/\/|\/\*|<<)(?:(?<blank>\s+)|(?<name>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[\p{L}_][\p{L}\p{N}_-]*(?:::[\p{L}_][\p{L}\p{N}_-]*)*)|(?<operator>\.\.\.|=>|==|!=|<=|>=|&&|\|\||[-+*/%!<>?:=.,])|(?<open>[([{])|(?<close>[)\]}])|(?<quote>"))/uy;
/** Places where text within quotes ends, or something else than text begins. */
const IN_STRING = /\\[^]|\$\$\{|%%\{|\$\{|%\{|"/g;
const IN_TEMPLATE = /\$\$\{|%%\{|\$\{|%\{/g;

/** Part of a template: text, with its escapes unchanged, or an expression within `${}`. */
export type Part = { readonly text: string } | { readonly nodes: readonly Node[] };

/** Reads the parts of a template. */
export function readTemplate(source: string): Part[] {
  return new Reader(source).template();
}

class Reader {
  private at = 0;

  public constructor(private readonly source: string) {}

  /**
   * Reads items, which commas separate, up to and including a closing bracket.
   *
   * @param lines true when line ends separate items too, as in objects
   */
  public items(close: string | undefined, lines = false): Node[][] {
    const items: Node[][] = [[]];
    while (this.at < this.source.length) {
      const { blank, name, operator, open, close: closing, quote } = this.token();
      const item = items.at(-1) ?? [];
      if (closing !== undefined) {
        if (closing !== close) throw this.unreadable(`"${closing}" closes nothing`);
        return items;
      }
      const ends = operator === "," || (lines && blank?.includes("\n") === true);
      if (ends && !isFor(item)) items.push([]);
      else if (blank !== undefined) continue;
      else if (operator !== undefined) item.push({ kind: "operator", text: operator });
      else if (name !== undefined) item.push({ kind: "name", text: name });
      else if (open !== undefined) item.push(this.group(open as Group["open"]));
      else if (quote !== undefined) item.push({ kind: "string", text: `"${this.string()}` });
    }
    if (close !== undefined) throw this.unreadable(`"${close}" is missing`);
    return items;
  }

  public template() {
    const parts: Part[] = [];
    let start = this.at;
    for (;;) {
      const found = this.find(IN_TEMPLATE);
      if (found === "$${" || found === "%%{") continue;
      const end = found === undefined ? this.source.length : this.at - found.length;
      if (end > start) parts.push({ text: this.source.slice(start, end) });
      if (found === undefined) return parts;
      if (found === "%{") throw this.unreadable("a template directive is not supported");
      parts.push({ nodes: this.items("}").flat() });
      start = this.at;
    }
  }

  private token(): Record<string, string | undefined> {
    TOKEN.lastIndex = this.at;
    const groups = TOKEN.exec(this.source)?.groups;
    if (!groups) throw this.unreadable("no part of an expression");
    this.at = TOKEN.lastIndex;
    return groups;
  }

  private group(open: Group["open"]): Group {
    // There may be no item, or a comma after the last one.
    const items = this.items(CLOSE[open], open === "{").filter((item) => item.length > 0);
    return group(open, items);
  }

  /** Reads from the position after a quote to the position after its counterpart. */
  private string(): string {
    let text = "";
    let start = this.at;
    for (;;) {
      const found = this.find(IN_STRING);
      if (found === undefined) throw this.unreadable("a quote is missing");
      if (found === "%{") throw this.unreadable("a template directive is not supported");
      if (found === '"') return text + this.source.slice(start, this.at);
      if (found !== "${") continue;
      text += `${this.source.slice(start, this.at)}${interpolated(this.items("}").flat())}}`;
      start = this.at;
    }
  }

  /** Moves to the position after the next match. */
  private find(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.source) ?? [];
    if (found !== undefined) this.at = pattern.lastIndex;
    return found;
  }

  private unreadable(reason: string): Error {
    const { source, at } = this;
    return new Error(`${reason}: ${source.slice(0, at)} >>> ${source.slice(at)}`);
  }
}
