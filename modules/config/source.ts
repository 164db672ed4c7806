import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";

import type { Problem } from "./problem";

export type KeyPath = readonly (string | number)[];

/** A config file that was read: its data, and where in the file each value stands. */
export class ConfigSource {
  private constructor(
    public readonly file: string,
    /** Plain data, not yet judged. */
    public readonly data: unknown,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** Reads YAML; the source is there when the text is YAML at all. */
  public static read(file: string, text: string): { source?: ConfigSource; problems: Problem[] } {
    const lines = new LineCounter();
    const problem = (message: string, at = 0): Problem => {
      const { line, col: column } = lines.linePos(at);
      return { severity: "error", file, line, column, message };
    };
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      merge: true,
      // 1 and "1" are two keys to YAML, but one to whoever reads them.
      uniqueKeys: (a, b) => keyName(a) !== undefined && keyName(a) === keyName(b),
    });
    const problems = [...document.errors, ...document.warnings].map((error) =>
      problem(yamlMessage(error, text), error.pos[0]),
    );
    if (document.errors.some(({ code }) => code !== "DUPLICATE_KEY")) return { problems };
    problems.push(...dropUnusableKeys(document).map(({ message, at }) => problem(message, at)));
    let data: unknown;
    try {
      data = document.toJS();
    } catch (error) {
      // Aliases without an anchor, or so many of them that they would fill the memory.
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

  /** A problem with the value at a key path. The message goes on after the value. */
  public problem(path: KeyPath, message: string, severity: Problem["severity"] = "error"): Problem {
    const value = this.spelling(path);
    const given = value === undefined ? "" : `${value} `;
    return this.problemAt("value", path, `${given}${message}`, severity);
  }

  /** A problem with the key itself. */
  public keyProblem(path: KeyPath, message: string): Problem {
    return this.problemAt("key", path, `${JSON.stringify(path.at(-1))} ${message}`);
  }

  private problemAt(
    what: "key" | "value",
    path: KeyPath,
    message: string,
    severity: Problem["severity"] = "error",
  ): Problem {
    const { line, col: column } = this.lines.linePos(this.offset(what, path));
    const keyPath = path.join(".");
    return { severity, file: this.file, line, column, ...(keyPath && { keyPath }), message };
  }

  /** Where a value stands; for one that is missing, where its parent does. */
  private offset(what: "key" | "value", path: KeyPath): number {
    const { pair, value, depth } = this.find(path);
    const found = what === "value" && depth === path.length ? value : pair?.key;
    for (const node of [found, pair?.key, this.document.contents]) {
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  /** The pair at the end of a path, or as near to it as the file goes. */
  private find(path: KeyPath): { pair?: Pair; value?: unknown; depth: number } {
    let found: { pair?: Pair; value?: unknown; depth: number } = {
      value: this.document.contents,
      depth: 0,
    };
    for (const step of path) {
      const { value, depth } = found;
      const pair = isMap(value)
        ? value.items.find(({ key }) => keyName(key) === String(step))
        : undefined;
      if (!pair) break;
      const target = isAlias(pair.value) ? pair.value.resolve(this.document) : pair.value;
      found = { pair, value: target, depth: depth + 1 };
    }
    return found;
  }

  /** The value as a reader sees it, shortened; `undefined` where there is none to show. */
  private spelling(path: KeyPath): string | undefined {
    const { value: node, depth } = this.find(path);
    if (depth < path.length || !isScalar(node)) return undefined;
    if (typeof node.value === "string") return JSON.stringify(shortened(node.value));
    return node.value === null ? undefined : shortened(node.source ?? JSON.stringify(node.value));
  }
}

/**
 * Takes out keys that no mapping here has, and tells of them, so that the rest can be judged. Of a
 * key that stands twice, which YAML has told of, the first value counts.
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
        } else if (!seen.has(name)) {
          seen.add(name);
          return true;
        }
        return false;
      });
    },
  });
  return unusable;
}

/** A key as text; `undefined` for a merge key and for keys that are no scalars. */
function keyName(key: unknown): string | undefined {
  return isScalar(key) && typeof key.value !== "symbol" ? String(key.value) : undefined;
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function yamlMessage({ code, message, pos: [from] }: YAMLError, text: string): string {
  if (code === "DUPLICATE_KEY") {
    const key = /^("[^"]*"|'[^']*'|[^:\n]*)/.exec(text.slice(from))?.[0] ?? "";
    const name = key.trim().replace(/^(["'])(.*)\1$/s, "$2");
    return `${JSON.stringify(shortened(name))} stands twice in one mapping; remove one of the two`;
  }
  if (code === "MULTIPLE_DOCS") return "holds a second document; write a file for each instance";
  const [first = ""] = message.split("\n");
  return `is not valid YAML: ${first.replace(/[.:]$/, "")}; mend the syntax here`;
}
