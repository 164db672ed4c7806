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
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function longestRun(value: string): number {
  return Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
}
