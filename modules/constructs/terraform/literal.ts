import { Token } from "cdktf";

import { escapeTemplates } from "../../text";

/**
 * A character of each text that CDKTF does not take for text, although it is not a token, and of the
 * key that an object of JavaScript cannot have.
 */
const NOT_AS_TEXT = /(?<=TfToken)\[|^[AS](?=(?:ny|tring) Map Token Value$)|^_(?=_proto__$)/g;

/**
 * Escapes `${` and `%{`, which Terraform would read as templates, so that AWS gets the exact text. Where
 * CDKTF would misread a text, a character becomes a template: Terraform reads `TfToken${"["}` as
 * `TfToken[`.
 */
export function literal(text: string): string {
  return Token.isUnresolved(text)
    ? text
    : escapeTemplates(text).replace(NOT_AS_TEXT, (character) => `\${"${character}"}`);
}
