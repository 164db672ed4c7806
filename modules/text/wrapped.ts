/** Where text stands in a line, and how long lines get. */
export interface Wrapping {
  /** Columns that lines are broken at; left out, they are not. */
  readonly width?: number | undefined;
  /** Columns before the text. */
  readonly column: number;
  /** Columns before every line but the first. */
  readonly indent: number;
}

/** Text to stand after a label, a space before it, broken between words where there is a width. */
export function wrapped(text: string, { width = Infinity, column, indent }: Wrapping): string {
  let lines = "";
  let end = column;
  for (const word of text.split(" ")) {
    const breaks = end + 1 + word.length > width && end > indent;
    lines += breaks ? `\n${" ".repeat(indent)}${word}` : ` ${word}`;
    end = breaks ? indent + word.length : end + 1 + word.length;
  }
  return lines;
}
