import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
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
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
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
    for (let length = path.length; length > 0; length -= 1) {
      const parent = this.node(path.slice(0, length - 1));
      if (!isMap(parent)) continue;
      const pair = parent.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]),
      );
      if (!isPair(pair)) continue;
      const node = what === "value" && length === path.length ? pair.value : pair.key;
      if (isNode(node) && node.range) return node.range[0];
      if (isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    return isNode(this.document.contents) ? (this.document.contents.range?.[0] ?? 0) : 0;
  }

  private node(path: KeyPath): unknown {
    return path.length === 0 ? this.document.contents : this.document.getIn(path, true);
  }

  /** The value as a reader sees it, shortened; `undefined` where there is none to show. */
  private spelling(path: KeyPath): string | undefined {
    const node = this.node(path);
    if (!isScalar(node)) return undefined;
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
        const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        const name = isScalar(key) ? String(key.value) : undefined;
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

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function yamlMessage({ code, message, pos: [from] }: YAMLError, text: string): string {
  if (code === "DUPLICATE_KEY") {
    const [key = ""] = text.slice(from).split(/[:\n]/);
    return `${JSON.stringify(shortened(key.trim()))} stands twice in one mapping; remove one of the two`;
  }
  if (code === "MULTIPLE_DOCS") return "holds a second document; write a file for each instance";
  const [first = ""] = message.split("\n");
  return `is not valid YAML: ${first.replace(/[.:]$/, "")}; mend the syntax here`;
}
