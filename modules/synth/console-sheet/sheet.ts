import { sheetContent } from "./content";
import type { ConsoleSheetInput } from "./input";
import { page } from "./page";
import { runbook } from "./runbook";
import type { ConsoleValues } from "./values";

/** A console sheet in its three forms. */
export interface ConsoleSheet {
  /** One page for a browser, which works from disk and loads nothing. */
  readonly html: string;
  /** Markdown for a ticket or a pull request, with the same content. */
  readonly markdown: string;
  /** Values of the sheet alone. */
  readonly values: ConsoleValues;
}

/**
 * Writes the sheet for the person at the Identity Center console: every step of the one visit with
 * every value that it takes, known before anything is deployed.
 *
 * @throws Error when the instance ARN is not one, a session does not last whole seconds from 900 to
 * 43,200, or a value is known only to Terraform
 */
export function consoleSheet(input: ConsoleSheetInput): ConsoleSheet {
  const content = sheetContent(input);
  return { html: page(content), markdown: runbook(content), values: content.values };
}
