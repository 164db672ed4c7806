import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

import { shortened } from "../../text";
import { parseYaml } from "./parse";
import type { Problem } from "./problem";
import { valueAt } from "./value-at";

/** Keys and list positions that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** An entry of `users` that is not in the config file itself. */
export interface AddedUser {
  /** The entry as plain data, not yet checked. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Finds where the value of one of its keys is written. Without a key, where the entry is. */
  readonly place: (key?: string) => AddedPlace;
}

/** A place in another file, or a key of the config file whose value applies. */
export type AddedPlace =
  | {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      /** Name of the value in that file. */
      readonly name?: string;
    }
  | { readonly path: KeyPath };

/** A config file that was read: its data, and the place of each value in the file. */
export class ConfigSource {
  private constructor(
    public readonly file: string,
    /** Plain data, not yet checked. */
    public readonly data: unknown,
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly added: { readonly from: number; readonly users: readonly AddedUser[] } = {
      from: 0,
      users: [],
    },
  ) {}

  /** Reads YAML; `source` is `undefined` when the text is not valid YAML. */
  public static read(file: string, text: string): { source?: ConfigSource; problems: Problem[] } {
    const lines = linesOf(text);
    const problem = (message: string, at = 0): Problem => {
      const { line, col: column } = lines.linePos(at);
      return { severity: "error", file, line, column, message };
    };
    const deep = nestsTooDeep(text);
    if (deep !== undefined) {
      const message = `is nested deeper than ${String(MAX_DEPTH)} levels; no config needs that; write it with fewer levels`;
      return { problems: [problem(message, deep)] };
    }
    const parsed = parseYaml(text);
    const problems = parsed.problems.map((error) => {
      const { line } = lines.linePos(error.pos[0]);
      return problem(yamlMessage(error, text.split("\n")[line - 1] ?? ""), error.pos[0]);
    });
    const { document } = parsed;
    if (!document) return { problems };
    for (const { message, at } of dropUnusableKeys(document)) problems.push(problem(message, at));
    if (valuesIn(document) > MAX_VALUES) {
      const message = `repeats values with aliases (*) to more than ${MAX_VALUES.toLocaleString("en-US")} values; no config needs that; write fewer aliases`;
      return { problems: [...problems, problem(message)] };
    }
    const long = longCollection(document);
    if (long) {
      const [what, count] = [isSeq(long) ? "list" : "mapping", long.items.length];
      const message = `has a ${what} of ${count.toLocaleString("en-US")} entries; a ${what} here has at most ${MAX_ENTRIES.toLocaleString("en-US")}; write users to several files that usersFrom names, and other entries to several configs`;
      return { problems: [...problems, problem(message, long.range?.[0])] };
    }
    let data: unknown;
    try {
      data = document.toJS({ maxAliasCount: -1 });
    } catch (error) {
      // Aliases without an anchor.
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem(`cannot be read: ${reason}; write the values out`));
      return { problems };
    }
    if (data === null || data === undefined) {
      problems.push(problem("is empty; give at least instanceArn and applications"));
      return { problems };
    }
    return { source: new ConfigSource(file, data, document, lines), problems };
  }

  /**
   * Returns the same config with more entries of `users`, which are written elsewhere. They come after
   * those in the file. Where `users` is not a list, nothing is added.
   */
  public withUsers(users: readonly AddedUser[]): ConfigSource {
    const own = valueAt(this.data, ["users"]) ?? [];
    if (users.length === 0 || !Array.isArray(own)) return this;
    const all: readonly unknown[] = [...(own as unknown[]), ...users.map(({ entry }) => entry)];
    const data = { ...(this.data as object), users: all };
    const added = { from: own.length, users };
    return new ConfigSource(this.file, data, this.document, this.lines, added);
  }

  /** Tells if the file has the key at a path, whatever its value. */
  public has(path: KeyPath): boolean {
    return this.find(path).depth === path.length;
  }

  /** Returns the file that the value at a key path is in; `undefined` for the config file. */
  public otherFile(path: KeyPath): string | undefined {
    const place = this.addedPlace(path);
    return place && "file" in place ? place.file : undefined;
  }

  /** Names the value at a key path: by its path, or by its place in another file. */
  public nameOf(path: KeyPath): string {
    const place = this.addedPlace(path);
    if (!place) return path.join(".");
    if ("path" in place) return place.path.join(".");
    const { file, line, name } = place;
    return `${file}:${String(line)}${name === undefined ? "" : ` (${name})`}`;
  }

  /** Makes a problem with the value at a key path. The message continues after the value. */
  public problem(path: KeyPath, message: string, severity: Problem["severity"] = "error"): Problem {
    const value = this.spelling(path);
    const given = value === undefined ? "" : `${value} `;
    return this.problemAt("value", path, `${given}${message}`, severity);
  }

  /** Makes a problem with the key at a key path. The message continues after the key. */
  public keyProblem(path: KeyPath, message: string): Problem {
    return this.problemAt("key", path, `${JSON.stringify(path.at(-1))} ${message}`);
  }

  private problemAt(
    what: "key" | "value",
    path: KeyPath,
    message: string,
    severity: Problem["severity"] = "error",
  ): Problem {
    const place = this.addedPlace(path);
    if (place && "file" in place) {
      const { file, line, column, name: keyPath } = place;
      return { severity, file, line, column, ...(keyPath !== undefined && { keyPath }), message };
    }
    const own = place?.path ?? path;
    const { line, col: column } = this.lines.linePos(this.offset(what, own));
    const keyPath = own.join(".");
    return { severity, file: this.file, line, column, ...(keyPath && { keyPath }), message };
  }

  /** The place of a value that is not in this file; `undefined` for every other. */
  private addedPlace([list, index, key, ...rest]: KeyPath): AddedPlace | undefined {
    if (list !== "users" || typeof index !== "number") return undefined;
    const place = this.added.users[index - this.added.from]?.place(
      key === undefined ? key : String(key),
    );
    return place && "path" in place ? { path: [...place.path, ...rest] } : place;
  }

  /** The position of a value; for a missing value, that of its parent. */
  private offset(what: "key" | "value", path: KeyPath): number {
    const { key, value, depth } = this.find(path);
    const found = what === "value" && depth === path.length ? value : key;
    for (const node of [found, key, this.document.contents]) {
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  /** The key and value at the end of a path, or as near to it as the file goes. */
  private find(path: KeyPath): Found {
    let found: Found = { value: this.document.contents, depth: 0 };
    for (const step of path) {
      const next = this.entry(found.value, step);
      if (!next) break;
      const value = isAlias(next.value) ? next.value.resolve(this.document) : next.value;
      found = { key: next.key, value, depth: found.depth + 1 };
    }
    return found;
  }

  /** The keys of mappings that were asked for: a mapping may have as many keys as are asked for. */
  private readonly keys = new WeakMap<YAMLMap, Keys>();

  private keysOf(map: YAMLMap): Keys {
    const known = this.keys.get(map);
    if (known) return known;
    const named = map.items.map((pair) => [keyName(pair.key), pair] as const);
    const own = new Map(
      named.flatMap(([name, pair]) => (name === undefined ? [] : [[name, pair]])),
    );
    const merges = named.flatMap(([name, { key, value }]) =>
      name === undefined && isScalar(key) ? [value] : [],
    );
    this.keys.set(map, { own, merges });
    return { own, merges };
  }

  /** The target of a step: the value of a key, its own or merged in, or an entry of a list. */
  private entry(
    parent: unknown,
    step: string | number,
    merging: readonly unknown[] = [],
  ): Omit<Found, "depth"> | undefined {
    if (isSeq(parent)) {
      const item: unknown = parent.items[Number(step)];
      return item === undefined ? undefined : { key: item, value: item };
    }
    // A mapping may be merged into itself.
    if (!isMap(parent) || merging.includes(parent)) return undefined;
    const { own, merges } = this.keysOf(parent);
    const found = own.get(String(step));
    if (found) return found;
    for (const source of merges.flatMap((value) => (isSeq(value) ? value.items : [value]))) {
      const target = isAlias(source) ? source.resolve(this.document) : source;
      const merged = this.entry(target, step, [...merging, parent]);
      if (merged) return merged;
    }
    return undefined;
  }

  /** The value as a reader sees it, shortened; `undefined` where there is none to show. */
  private spelling(path: KeyPath): string | undefined {
    if (this.addedPlace(path)) {
      const value = valueAt(this.data, path);
      if (typeof value === "string") return JSON.stringify(shortened(value));
      return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
    }
    const { value: node, depth } = this.find(path);
    if (depth < path.length || !isScalar(node)) return undefined;
    if (typeof node.value === "string") return JSON.stringify(shortened(node.value));
    return node.value === null ? undefined : shortened(node.source ?? JSON.stringify(node.value));
  }
}

interface Found {
  /** The key of the value; for an entry of a list, the entry itself. */
  readonly key?: unknown;
  readonly value?: unknown;
  readonly depth: number;
}

/** The entries of a mapping by their keys, and the values of its merge keys. */
interface Keys {
  readonly own: ReadonlyMap<string, Pair>;
  readonly merges: readonly unknown[];
}

/** Number of levels of brackets, of dashes in one line, or of indentation. */
const MAX_DEPTH = 50;

/** Number of entries of a list or mapping: as many as there may be users in a file of users. */
const MAX_ENTRIES = 20_000;

/** Returns a list or mapping with more entries than any of a config has. */
function longCollection(document: Document): YAMLMap | YAMLSeq | undefined {
  let long: YAMLMap | YAMLSeq | undefined;
  visit(document, {
    Collection(_, collection) {
      if (collection.items.length <= MAX_ENTRIES) return undefined;
      long = collection;
      return visit.BREAK;
    },
  });
  return long;
}

/** Number of values that a config may have where its aliases are followed. */
const MAX_VALUES = 1_000_000;

/** Counts the values where aliases are followed; endlessly many where one is within its target. */
function valuesIn(document: Document): number {
  const counts = new Map<unknown, number>();
  const count = (node: unknown): number => {
    if (isAlias(node)) return count(node.resolve(document));
    if (isPair(node)) return count(node.value);
    if (!isCollection(node)) return 1;
    const known = counts.get(node);
    if (known !== undefined) return known;
    counts.set(node, Infinity);
    const own = node.items.reduce((sum: number, item) => sum + count(item), 1);
    counts.set(node, own);
    return own;
  };
  return count(document.contents);
}

/**
 * Marks that the lexer adds before documents and scalars, and after an unfinished flow collection.
 */
const MARKS = ["\u0002", "\u0018", "\u001f"];

/**
 * Returns the offset at which text is nested deeper than any config, where parsing would take
 * gigabytes.
 */
function nestsTooDeep(text: string): number | undefined {
  let offset = 0;
  let brackets = 0;
  let dashes = 0;
  const indents: number[] = [];
  let isLineStart = true;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.includes(token)) continue;
    if (isLineStart && !token.includes("\n")) {
      const indent = /^ +$/.test(token) ? token.length : 0;
      while (indent <= (indents.at(-1) ?? -1)) indents.pop();
      indents.push(indent);
    }
    isLineStart = token.includes("\n");
    if (token === "[" || token === "{") brackets += 1;
    else if (token === "]" || token === "}") brackets -= 1;
    else if (token === "-" || token === "?") dashes += 1;
    else if (token.includes("\n")) dashes = 0;
    if (Math.max(brackets, dashes, indents.length) > MAX_DEPTH) return offset;
    offset += token.length;
  }
  return undefined;
}

/**
 * Removes keys that no mapping here can have, and reports them, so that the rest can be checked. Of a
 * key that is listed twice, the first value counts.
 */
function dropUnusableKeys(document: Document): { message: string; at: number }[] {
  const unusable: { message: string; at: number }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      map.items = map.items.filter(({ key }) => {
        if (isScalar(key) && typeof key.value === "symbol") return true; // <<
        const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        const name = keyName(key);
        if (name === undefined) {
          unusable.push({ message: "has a key that is not text; write it as text", at });
        } else if (name === "__proto__") {
          unusable.push({ message: '"__proto__" is not a key here; remove it', at });
        } else if (seen.has(name)) {
          const key = JSON.stringify(shortened(name));
          unusable.push({
            message: `${key} is listed twice in one mapping; remove one of the two`,
            at,
          });
        } else {
          seen.add(name);
          return true;
        }
        return false;
      });
    },
  });
  return unusable;
}

/** A key as text; `undefined` for a merge key and for keys that are not scalars. */
function keyName(key: unknown): string | undefined {
  return isScalar(key) && typeof key.value !== "symbol" ? String(key.value) : undefined;
}

function yamlMessage({ code, message }: YAMLError, line: string): string {
  if (code === "MULTIPLE_DOCS") return "has a second document; write a file for each instance";
  const key = keyWithoutSpace(line);
  if (key !== undefined && ["MULTILINE_IMPLICIT_KEY", "MISSING_CHAR"].includes(code)) {
    return `has no space after ${JSON.stringify(`${key}:`)}; put one there`;
  }
  const [first = ""] = message.split("\n");
  return `is not valid YAML: ${first.replace(/[.:]$/, "")}; correct the syntax here`;
}

/** Returns the key of a line that is no key and value to YAML, which takes `key:value` for one text. */
export function keyWithoutSpace(line: string): string | undefined {
  return /^\s*(?:-\s+)?([A-Za-z]\w*):[^\s:/\\]/.exec(line)?.[1];
}

/** Counts lines itself: the parser misses line ends in a quote that is never closed. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}
