/** The position of a text in its line, and the length of lines. */
export interface Wrapping {
  /**
   * Length of the longest line, in columns.
   *
   * @default - lines are not broken
   */
  readonly width?: number | undefined;
  /** Number of columns before the text. */
  readonly column: number;
  /** Number of columns before every line except the first. */
  readonly indent: number;
}

/** Breaks a text that follows a label between words; it starts with a space. */
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
