import { mapTexts } from "../../text";

/** A number with an exponent, also where its plus sign is URL-encoded. */
const NUMBER = /(-[\d.]+)(e+)((?:[+-]|%(?:25)*2B)?\d+)/g;

/**
 * Hides what CDKTF takes for its tokens: `TfToken` becomes `TfTokeen`, which becomes `TfTokeeen`.
 *
 * CDKTF finds tokens by how they are spelled, but nothing in a config is one. So the texts of a
 * config are hidden before constructs get them, and shown again in the Terraform that comes out.
 */
export function hideTokens<T>(value: T): T {
  return changed(value, /(?<=(?:Tf|Map )Tok)e+(?=n)/g, (run) => `${run}e`);
}

/** Returns what `hideTokens` was given. */
export function showTokens<T>(value: T): T {
  return changed(value, /(?<=(?:Tf|Map )Tok)ee+(?=n)/g, (run) => run.slice(1));
}

function changed<T>(value: T, words: RegExp, change: (run: string) => string): T {
  return mapTexts(value, (text) =>
    text
      .replace(words, change)
      .replace(NUMBER, (number, start: string, run: string, exponent: string) => {
        const plain = Number(`${start}e${exponent.replace(/^%(?:25)*2B/, "")}`);
        return isToken(plain) ? `${start}${change(run) || run}${exponent}` : number;
      }),
  );
}

/** The numbers by which CDKTF stands for values that only Terraform knows. */
function isToken(number: number): boolean {
  return number > -8.4e298 && number < -8.1e298;
}
