import { DefaultTokenResolver, StringConcat, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Returns text for a key in Terraform: plain text unchanged, and for a token its expression, such as
 * `aws_identitystore_group.sales.group_id`. Keys must be known before anything is deployed.
 */
export function labelOf(text: string, scope: IConstruct): string {
  return templateOf(text, scope).replace(/^\$\{([^{}]*)\}$/, "$1");
}

/** Tells if Terraform knows a text when it plans: plain text, and text with variables only. */
export function isKnownInPlan(text: string, scope: IConstruct): boolean {
  return !/\$\{(?!var\.\w+\})/.test(templateOf(text, scope));
}

/** Text with each token as a template: `${var.name_prefix}Agents`. */
function templateOf(text: string, scope: IConstruct): string {
  if (!Token.isUnresolved(text)) return text;
  const resolver = new DefaultTokenResolver(new StringConcat());
  return String(Tokenization.resolve(text, { scope, resolver, preparing: false }));
}
