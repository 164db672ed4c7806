import { sheetContent } from "./content";
import type { ConsoleSheetInput } from "./input";
import { page } from "./page";
import { runbook } from "./runbook";
import { type ConsoleValues, NOT_PLAIN } from "./values";

/** A console sheet in its three forms. */
export interface ConsoleSheet {
  /** HTML page, which works from disk and loads nothing. */
  readonly html: string;
  /** Markdown for a ticket or a pull request, with the same content. */
  readonly markdown: string;
  /** Values of the sheet, without its texts. */
  readonly values: ConsoleValues;
}

/**
 * Writes the sheet for the person at the Identity Center console: every step of the one visit, with
 * every value to enter. The values are known before anything is deployed.
 *
 * @throws Error when the instance ARN is invalid, a session duration is not a whole number of
 * seconds from 900 to 43,200, the sign-in endpoint is not one, or a value is known only to Terraform
 */
export function consoleSheet(input: ConsoleSheetInput): ConsoleSheet {
  if (TOKEN.test(JSON.stringify(input))) throw new Error(NOT_PLAIN);
  return plainSheet(input);
}

/** CDKTF's marks for values that only Terraform knows: a text, a list or a map. */
const TOKEN = /[$#&]\{TfToken\[[\w:.-]+\]\}/;

/**
 * Writes a sheet in whose input nothing is known only to Terraform, as in a config, whatever its texts
 * look like.
 *
 * @throws Error when `consoleValues` refuses the input
 */
export function plainSheet(input: ConsoleSheetInput): ConsoleSheet {
  const content = sheetContent(input);
  return { html: page(content), markdown: runbook(content), values: content.values };
}
