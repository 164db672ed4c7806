import { mapTexts } from "../../text";

/** What stands in place of the letter `e` of a token, from the first that is hidden to the last. */
const LETTERS = "efghijklmnopqrstuvwxyz";
const WORD = /((?:Tf|Map )Tok)([e-z]|ee+)(?=n)/g;
/** A number with an exponent, also where its plus sign is URL-encoded. */
const NUMBER = /(-[\d.]+)([e-z]|ee+)((?:[+-]|%(?:25)*2B)?\d+)/g;

/**
 * Hides what CDKTF takes for its tokens: `TfToken` becomes `TfTokfn`, which becomes `TfTokgn`. A hidden
 * name is as long as it was, and has no other kind of character, since constructs check both.
 *
 * CDKTF finds tokens by how they are spelled, but nothing in a config is one. So the texts of a
 * config are hidden before constructs get them, and shown again in the Terraform that comes out.
 */
export function hideTokens<T>(value: T): T {
  return changed(value, next);
}

/** Returns what `hideTokens` was given. */
export function showTokens<T>(value: T): T {
  return changed(value, previous);
}

function next(letter: string): string {
  // After the last letter: two of the first, then three. No length is kept from there on.
  return letter.length > 1 ? `${letter}e` : (LETTERS[LETTERS.indexOf(letter) + 1] ?? "ee");
}

function previous(letter: string): string {
  if (letter.length > 1) return letter === "ee" ? "z" : letter.slice(1);
  return LETTERS[LETTERS.indexOf(letter) - 1] ?? letter;
}

function changed<T>(value: T, change: (letter: string) => string): T {
  return mapTexts(value, (text) =>
    text
      .replace(WORD, (_, start: string, letter: string) => `${start}${change(letter)}`)
      .replace(NUMBER, (number, start: string, letter: string, exponent: string) => {
        const plain = Number(`${start}e${exponent.replace(/^%(?:25)*2B/, "")}`);
        return isToken(plain) ? `${start}${change(letter)}${exponent}` : number;
      }),
  );
}

/** The numbers by which CDKTF stands for values that only Terraform knows. */
function isToken(number: number): boolean {
  return number > -8.4e298 && number < -8.1e298;
}
