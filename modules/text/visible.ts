/** Line breaks, control and direction characters, which would garble a line or a terminal. */
const INVISIBLE = /[\p{C}\u2028\u2029]/gu;

/** Writes a text in one line, with invisible characters as `\u{200b}`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
