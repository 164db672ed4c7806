import { DefaultTokenResolver, StringConcat, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

import { literal } from "./literal";

/**
 * Returns text for a key in Terraform: plain text unchanged, and for a token its expression, such as
 * `aws_identitystore_group.sales.group_id`. Keys must be known before anything is deployed.
 */
export function labelOf(text: string, scope: IConstruct): string {
  if (!Token.isUnresolved(text)) return text;
  return templateOf(text, scope).replace(/^\$\{([^{}]*)\}$/, "$1");
}

/** Tells if Terraform knows a text when it plans: plain text, and text with variables only. */
export function isKnownInPlan(text: string, scope: IConstruct): boolean {
  return !Token.isUnresolved(text) || !/\$\{(?!var\.\w+\})/.test(templateOf(text, scope));
}

/** Writes text as a string of an expression, with tokens as templates: `"${var.name_prefix}Agents"`. */
export function quotedTemplate(text: string, scope: IConstruct): string {
  return Token.isUnresolved(text)
    ? JSON.stringify(templateOf(text, scope))
    : literal(JSON.stringify(text));
}

/** Text with each token as a template. */
function templateOf(text: string, scope: IConstruct): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  // With preparing, a reference to another stack has an address in this one, as it has in the end.
  return String(Tokenization.resolve(text, { scope, resolver, preparing: true }));
}
