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
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
    const problems = [...document.errors, ...document.warnings].map((error): Problem => {
      const { line, col: column } = lines.linePos(error.pos[0]);
      const message = yamlMessage(error, text);
      return { severity: "error", file, line, column, message };
    });
    if (document.errors.some(({ code }) => code !== "DUPLICATE_KEY")) return { problems };
    if (problems.length > 0) dropDuplicates(document);
    if (document.contents === null) {
      const message = "is empty; give at least instanceArn and applications";
      return { problems: [{ severity: "error", file, line: 1, column: 1, message }] };
    }
    try {
      return { source: new ConfigSource(file, document.toJS(), document, lines), problems };
    } catch (error) {
      const message = `cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}; write the values out`;
      return { problems: [{ severity: "error", file, line: 1, column: 1, message }] };
    }
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

/** A key that stands twice does not keep the rest from being judged: its first value counts. */
function dropDuplicates(document: Document): void {
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      map.items = map.items.filter(({ key }) => {
        const name = String(key);
        return !seen.has(name) && seen.add(name);
      });
    },
  });
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function yamlMessage({ code, message, pos: [from] }: YAMLError, text: string): string {
  if (code === "DUPLICATE_KEY") {
    const [key = ""] = text.slice(from).split(/[:\n]/);
    return `${JSON.stringify(shortened(key.trim()))} stands twice in one mapping; remove one of the two`;
  }
  const [first = ""] = message.split("\n");
  return `is not valid YAML: ${first.replace(/[.:]$/, "")}; mend the syntax here`;
}
