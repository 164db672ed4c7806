import { DefaultTokenResolver, StringConcat, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Returns text for a key in Terraform: plain text unchanged, and for a token its expression, such as
 * `aws_identitystore_group.sales.group_id`. Keys must be known before anything is deployed.
 */
export function labelOf(text: string, scope: IConstruct): string {
  if (!Token.isUnresolved(text)) return text;
  const resolver = new DefaultTokenResolver(new StringConcat());
  const expression = String(Tokenization.resolve(text, { scope, resolver, preparing: false }));
  return expression.replace(/^\$\{([^{}]*)\}$/, "$1");
}
