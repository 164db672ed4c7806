import { mapTexts } from "../../text";

/** A number with an exponent, also where its plus sign is URL-encoded. */
const NUMBER = /(-[\d.]+)([eE])((?:[+-]|%(?:25)*2B)?\d+)/g;

/**
 * Swaps what CDKTF takes for its tokens with what it does not: `TfToken` with `TfTokem`, and the `e`
 * of certain numbers with `E`. Swapping twice gives the value itself.
 *
 * CDKTF finds tokens by how they are spelled, but nothing in a config is one. So the texts of a
 * config are swapped before constructs get them, and back in the Terraform that comes out.
 */
export function swapTokens<T>(value: T): T {
  return mapTexts(value, (text) =>
    text
      .replace(/(?<=(?:Tf|Map )Toke)[nm]/g, (end) => (end === "n" ? "m" : "n"))
      .replace(NUMBER, (number, start: string, mark: string, exponent: string) =>
        isToken(Number(`${start}e${exponent.replace(/^%(?:25)*2B/, "")}`))
          ? `${start}${mark === "e" ? "E" : "e"}${exponent}`
          : number,
      ),
  );
}

/** The numbers by which CDKTF stands for values that only Terraform knows. */
function isToken(number: number): boolean {
  return number > -8.4e298 && number < -8.1e298;
}
