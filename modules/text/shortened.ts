/**
 * Returns text as it is shown: with `...` in place of what is too long to be read.
 *
 * @param most number of characters that are shown
 */
export function shortened(text: string, most = 120): string {
  return text.length > most ? `${text.slice(0, most)}...` : text;
}
