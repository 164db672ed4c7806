/**
 * Returns text as it is shown: with `...` at the end in place of what is too long to be read.
 *
 * @param most number of characters that it has at most
 */
export function shortened(text: string, most = 120): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}
