import { DefaultTokenResolver, StringConcat, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Text for a key in Terraform: plain text as it is, and of a token the expression that it stands
 * for, `aws_identitystore_group.sales.group_id`. Keys must be known before anything is deployed.
 */
export function labelOf(text: string, scope: IConstruct): string {
  if (!Token.isUnresolved(text)) return text;
  const resolver = new DefaultTokenResolver(new StringConcat());
  const expression = String(Tokenization.resolve(text, { scope, resolver, preparing: false }));
  return expression.replace(/^\$\{([^{}]*)\}$/, "$1");
}
