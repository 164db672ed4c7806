import { Token } from "cdktf";

import { escapeTemplates } from "../../text";

/**
 * Texts that CDKTF does not take for text, although no token has their form, and a key that objects of
 * JavaScript cannot have.
 */
const NOT_AS_TEXT = /TfToken(?=\[)|^(?:(?:Any|String) Map Token Value|__proto__)$/g;

/**
 * Escapes `${` and `%{`, which Terraform would read as templates, so that AWS gets the exact text. The
 * first character of what CDKTF would misread becomes a template: Terraform reads `${"T"}fToken[` as
 * `TfToken[`.
 */
export function literal(text: string): string {
  if (Token.isUnresolved(text)) return text;
  return escapeTemplates(text).replace(
    NOT_AS_TEXT,
    (found) => `\${"${found.charAt(0)}"}${found.slice(1)}`,
  );
}
