/**
 * Characters that a terminal does not show, or takes for a command: line breaks, control and direction
 * characters, those without a width, and halves of characters.
 */
export const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** Writes a text in one line, with invisible characters as `\u{200b}`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** Writes a text of several lines, each as `visible` does. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
