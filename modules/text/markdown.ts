/** Writes code in a line of Markdown, where nothing in it becomes a link or a mention on GitHub. */
export function codeSpan(value: string): string {
  const line = value.replace(/\s*[\r\n]+\s*/g, " ");
  const fence = "`".repeat(longestRun(line) + 1);
  const space = /^`|`$|^ .* $/.test(line) ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** Writes a code block in Markdown that its content cannot close. */
export function codeBlock(language: string, content: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}${language}\n${content.trimEnd()}\n${fence}`;
}

/** Escapes every character that has a meaning in Markdown or on GitHub. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&@$]/g, "\\$&");
}

/** Writes a Markdown table; each cell is one line of Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Code, a character that is escaped already, or the end of a cell. */
const PARTS = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|\\.|\|/gs;

/** Escapes what would end a cell. */
function inCell(markdown: string): string {
  return markdown.replace(PARTS, (part: string, fence: string | undefined, content: string) => {
    if (part === "|") return "\\|";
    return fence === undefined ? part : codeInCell(part, content);
  });
}

/**
 * Code has no escapes, and GitHub takes the backslash before `\|` for one that escapes itself: such a | is
 * put between two pieces of code.
 */
function codeInCell(span: string, content: string): string {
  if (!content.includes("\\|")) return span.replaceAll("|", "\\|");
  const code = /^ .*[^ ].* $/s.test(content) ? content.slice(1, -1) : content;
  return code
    .split(/(?<=\\)\|/)
    .map((piece) => (piece === "" ? "" : codeSpan(piece).replaceAll("|", "\\|")))
    .join("\\|");
}

function longestRun(value: string): number {
  return Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
}
