import { Token } from "cdktf";

import { escapeTemplates } from "../../text";

/** Text that reaches AWS as it stands: Terraform would read `${` and `%{` in it as templates. */
export function literal(text: string): string {
  return Token.isUnresolved(text) ? text : escapeTemplates(text);
}
