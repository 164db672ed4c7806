import { Token } from "cdktf";

import { escapeTemplates } from "../../text";

/** Escapes `${` and `%{`, which Terraform would read as templates, so that AWS gets the exact text. */
export function literal(text: string): string {
  return Token.isUnresolved(text) ? text : escapeTemplates(text);
}
