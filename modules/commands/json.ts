/** Characters that a terminal does not show, or takes for a command. */
const INVISIBLE = /(?!\n)[\p{C}\u2028\u2029]/gu;

/** Writes a value as one JSON document, with every character that cannot be seen escaped. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(INVISIBLE, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
  return `${text}\n`;
}
