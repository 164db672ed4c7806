import { dirname, join } from "node:path";

/** A link from a document to a file of the repository, and to a heading in it. */
export interface DocumentLink {
  readonly from: string;
  /** Path from the root of the repository. */
  readonly to: string;
  /** Name of the heading; absent in a link to the whole file. */
  readonly anchor?: string;
}

/** Lists the links and pictures of a document that lead to files; what is code does not count. */
export function linksIn(from: string, text: string): DocumentLink[] {
  const words = prose(text).replace(/`[^`\n]+`/g, "code");
  return [...words.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    if (/^<?(https?|mailto):/.test(target)) return [];
    const [file = "", anchor] = target.split("#");
    const to = file === "" ? from : join(dirname(from), file);
    return [{ from, to, ...(anchor === undefined ? {} : { anchor }) }];
  });
}

/** Lists the names by which links reach the headings of a document, as GitHub makes them. */
export function anchorsIn(text: string): string[] {
  const headings = [...prose(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = ""]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/\\(?=\W)/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
  const numbered = headings.map((name, index) => {
    const before = headings.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${String(before)}`;
  });
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return [...numbered, ...named];
}

/** Lists the commands that a document shows in blocks for a terminal, without comments. */
export function commandsIn(text: string): string[] {
  return [...text.matchAll(/^ *```(console|sh)\n(.*?)^ *```$/gms)].flatMap(
    ([, language, block = ""]) =>
      block.split("\n").flatMap((line) => {
        const shown = line.trim();
        if (language === "console") return shown.startsWith("$ ") ? [shown.slice(2)] : [];
        const written = shown.replace(/(^| +)#.*$/, "");
        return written === "" ? [] : [written];
      }),
  );
}

function prose(text: string): string {
  return text.replace(/^ *(`{3,})[^\n]*\n.*?^ *\1$/gms, "");
}
